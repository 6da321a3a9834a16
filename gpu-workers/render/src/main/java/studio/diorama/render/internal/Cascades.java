package studio.diorama.render.internal;

import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import studio.diorama.geometry.Bounds;
import studio.diorama.render.Camera;

/// Cuts what the camera sees into slices, each with a shadow map of its own, so that texels are about as large on the
/// picture near and far (Zhang et al. 2006; splits between the logarithmic and the even ones).
final class Cascades {

    private static final double LOGARITHMIC = 0.8;
    private static final int MOST = 4;
    // A slice may reach this many times as far as it begins.
    private static final double REACH = 3.5;

    private Cascades() {}

    /// @param scene box of everything that casts or takes shadow, in the world
    static List<ShadowView> of(Camera camera, Bounds scene, Vector3dc lightDirection, int texels) {
        Matrix4dc world = camera.pose().now();
        Bounds seen = scene.transformed(world.invertAffine(new Matrix4d()));
        double far = Math.max(-seen.min().z(), 2 * camera.nearMetres());
        double near = Math.clamp(-seen.max().z(), camera.nearMetres(), far * 0.9);
        int count = (int) Math.clamp(Math.ceil(Math.log(far / near) / Math.log(REACH)), 1, MOST);
        // Of a very near beginning little is ever seen, and it would take the finest map.
        near = Math.max(near, far / Math.pow(REACH, MOST + 1));
        Vector3dc[] axes = ShadowView.axesAlong(lightDirection);
        Matrix4d rotation = ShadowView.rotation(axes);
        Bounds all = scene.transformed(rotation);
        List<ShadowView> views = new ArrayList<>();
        double begin = camera.nearMetres();
        for (int i = 1; i <= count; i++) {
            double share = (double) i / count;
            double end = i == count
                    ? far
                    : LOGARITHMIC * near * Math.pow(far / near, share)
                            + (1 - LOGARITHMIC) * (near + (far - near) * share);
            Bounds slice = slice(camera, world, begin, end).transformed(rotation);
            views.add(view(axes, slice, all, texels));
            begin = end;
        }
        return views;
    }

    private static Bounds slice(Camera camera, Matrix4dc world, double begin, double end) {
        Bounds box = Bounds.EMPTY;
        double[] x = {
            -camera.intrinsics().centreX(), camera.width() - camera.intrinsics().centreX()
        };
        double[] y = {
            -camera.intrinsics().centreY(),
            camera.height() - camera.intrinsics().centreY()
        };
        // A bent lens sees somewhat more than its matrix says.
        double wider = camera.distortion().isNone() ? 1 : 1.4;
        for (int corner = 0; corner < 8; corner++) {
            double depth = corner < 4 ? begin : end;
            Vector3d point = new Vector3d(
                    wider * x[corner & 1] / camera.intrinsics().focalX() * depth,
                    -wider * y[corner >> 1 & 1] / camera.intrinsics().focalY() * depth,
                    -depth);
            box = box.including(world.transformPosition(point));
        }
        return box;
    }

    private static ShadowView view(Vector3dc[] axes, Bounds slice, Bounds all, int texels) {
        Vector3d least = slice.min().max(all.min(), new Vector3d());
        Vector3d most = slice.max().min(all.max(), new Vector3d());
        double side = Math.max(Math.max(most.x - least.x, most.y - least.y), 1e-3) * 1.05;
        double margin = 0.01 * side;
        // Whatever is nearer to the light may cast a shadow into the slice.
        double nearest = all.min().z() - margin;
        double farthest = Math.max(most.z, least.z) + margin;
        Vector3d corner =
                new Vector3d(0.5 * (least.x + most.x) - 0.5 * side, 0.5 * (least.y + most.y) - 0.5 * side, nearest);
        return ShadowView.parallel(axes, corner, side, farthest - nearest, texels);
    }
}
