package studio.diorama.dataset.report;

import org.joml.Vector3d;
import studio.diorama.dataset.format.PixelPoint;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.ray.CameraRays;
import studio.diorama.render.Layer;
import studio.diorama.render.Plane;

/// Depth, distance and points agree with the camera.
final class DepthCheck {

    /// Every pixel of this many is projected back.
    private static final int STRIDE = 7;

    private DepthCheck() {}

    static void check(CameraView view, Residuals residuals) {
        if (!view.has(Layer.DEPTH)) {
            return;
        }
        CameraRays rays = new CameraRays(view.record().calibration());
        Plane.Floats depth = view.floats(Layer.DEPTH);
        for (int y = 0; y < view.height(); y++) {
            for (int x = (y * 3) % STRIDE; x < view.width(); x += STRIDE) {
                float z = depth.at(x, y, 0);
                if (z > 0) {
                    check(view, rays, x, y, z, residuals);
                } else if (z < 0
                        || view.has(Layer.DISTANCE)
                                && view.floats(Layer.DISTANCE).at(x, y, 0) != 0) {
                    residuals.add(Identity.DISTANCE, Double.POSITIVE_INFINITY);
                }
            }
        }
    }

    private static void check(CameraView view, CameraRays rays, int x, int y, float z, Residuals residuals) {
        if (view.has(Layer.DISTANCE)) {
            double expected = z * rays.lengthPerDepth(x + 0.5, y + 0.5);
            residuals.add(
                    Identity.DISTANCE, Math.abs(view.floats(Layer.DISTANCE).at(x, y, 0) / expected - 1));
        }
        Vector3d world = rays.through(x + 0.5, y + 0.5).at(z);
        if (view.has(Layer.POINTS)) {
            Plane.Floats points = view.floats(Layer.POINTS);
            world.set(points.at(x, y, 0), points.at(x, y, 1), points.at(x, y, 2));
        }
        PixelPoint back = view.record().calibration().project(new Vector3(world.x, world.y, world.z));
        residuals.add(Identity.REPROJECTION, Math.hypot(back.x() - x - 0.5, back.y() - y - 0.5));
    }
}
