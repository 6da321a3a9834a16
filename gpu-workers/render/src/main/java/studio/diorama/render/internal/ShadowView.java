package studio.diorama.render.internal;

import java.nio.ByteBuffer;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector4d;

/// The scene as a light sees it: one layer of the shadow maps.
///
/// @param map rows: place on the map (0..1) and distance in metres, from the world; the places are over the last row
/// @param clip rows: clip space from the world, nearest at 1
/// @param fromPoint whether rays part from one point; otherwise they are parallel
/// @param range near limit of a point's view, or depth of a parallel one, metres
/// @param texel size of a texel in metres, at one metre if from a point
record ShadowView(Vector4d[] map, Vector4d[] clip, boolean fromPoint, double range, double texel) {

    private static final double NEAR = 0.03;

    static final int BYTES = 5 * Records.VEC4_BYTES;

    /// Parallel rays through a box in the light's own axes.
    ///
    /// @param axes right, up and along the light, unit vectors
    /// @param least of the box
    /// @param side of the box across the light
    /// @param depth of the box along the light
    static ShadowView parallel(Vector3dc[] axes, Vector3dc least, double side, double depth, int texels) {
        Vector4d u = new Vector4d(axes[0].x(), axes[0].y(), axes[0].z(), -least.x()).mul(1 / side);
        Vector4d v = new Vector4d(axes[1].x(), axes[1].y(), axes[1].z(), -least.y()).mul(1 / side);
        Vector4d z = new Vector4d(axes[2].x(), axes[2].y(), axes[2].z(), -least.z());
        Vector4d one = new Vector4d(0, 0, 0, 1);
        Vector4d nearness = new Vector4d(z).mul(-1 / depth).add(one);
        return new ShadowView(
                new Vector4d[] {u, v, z, one},
                new Vector4d[] {
                    new Vector4d(u).mul(2).sub(one), new Vector4d(v).mul(2).sub(one), nearness, one
                },
                false,
                depth,
                side / texels);
    }

    /// Rays from a point within a square pyramid.
    static ShadowView fromPoint(Vector3dc position, Vector3dc forward, double halfAngle, int texels) {
        Vector3dc[] axes = axesAlong(forward);
        double focal = 1 / StrictMath.tan(halfAngle);
        Vector4d x = row(axes[0], position).mul(focal);
        Vector4d y = row(axes[1], position).mul(focal);
        Vector4d z = row(axes[2], position);
        return new ShadowView(
                new Vector4d[] {
                    new Vector4d(x).add(z).mul(0.5), new Vector4d(y).add(z).mul(0.5), z, z
                },
                new Vector4d[] {x, y, new Vector4d(0, 0, 0, NEAR), z},
                true,
                NEAR,
                2 / (focal * texels));
    }

    /// Right, up and forward, the last given.
    static Vector3dc[] axesAlong(Vector3dc forward) {
        Vector3d helper = Math.abs(forward.y()) < 0.9 ? new Vector3d(0, 1, 0) : new Vector3d(1, 0, 0);
        Vector3d right = forward.cross(helper, new Vector3d()).normalize();
        return new Vector3dc[] {right, right.cross(forward, new Vector3d()), forward};
    }

    private static Vector4d row(Vector3dc axis, Vector3dc position) {
        return new Vector4d(axis.x(), axis.y(), axis.z(), -axis.dot(position));
    }

    void write(ByteBuffer to, int layer) {
        for (Vector4d row : map) {
            Records.vec4(to, row.x, row.y, row.z, row.w);
        }
        Records.vec4(to, fromPoint ? 1 : 0, range, texel, layer);
    }

    float[] clipRows() {
        float[] rows = new float[16];
        for (int i = 0; i < 4; i++) {
            rows[i * 4] = (float) clip[i].x;
            rows[i * 4 + 1] = (float) clip[i].y;
            rows[i * 4 + 2] = (float) clip[i].z;
            rows[i * 4 + 3] = (float) clip[i].w;
        }
        return rows;
    }

    /// Light space from the world, for boxes.
    static Matrix4d rotation(Vector3dc[] axes) {
        return new Matrix4d(
                axes[0].x(),
                axes[1].x(),
                axes[2].x(),
                0,
                axes[0].y(),
                axes[1].y(),
                axes[2].y(),
                0,
                axes[0].z(),
                axes[1].z(),
                axes[2].z(),
                0,
                0,
                0,
                0,
                1);
    }
}
