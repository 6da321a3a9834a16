package studio.diorama.dataset.format;

import static java.util.Objects.requireNonNull;

/// A frame's camera: what takes a point of the world to a pixel.
///
/// @param fx focal length in pixels along x
/// @param fy focal length in pixels along y
/// @param cx principal point, pixels, centre of the first pixel at 0.5
/// @param cy principal point, pixels, centre of the first pixel at 0.5
/// @param distortion of the lens
/// @param worldToCamera world (glTF axes) to camera in OpenCV's axes: `[R|t]`, metres
public record FrameCamera(double fx, double fy, double cx, double cy, Distortion distortion, RigidPose worldToCamera) {

    public FrameCamera {
        requireNonNull(distortion, "distortion is null");
        requireNonNull(worldToCamera, "worldToCamera is null");
        if (!(fx > 0) || !(fy > 0) || !Double.isFinite(cx) || !Double.isFinite(cy)) {
            throw new IllegalArgumentException(
                    "focal lengths must be positive and the principal point finite, got fx %s, fy %s, cx %s, cy %s"
                            .formatted(fx, fy, cx, cy));
        }
    }

    /// Pixel position of a point of the world, distortion included; NaN at or behind the camera.
    public PixelPoint project(Vector3 world) {
        return projectFromCamera(worldToCamera.apply(world));
    }

    /// Pixel position of a point in the camera's OpenCV axes; NaN at or behind the camera.
    public PixelPoint projectFromCamera(Vector3 p) {
        if (p.z() <= 0) {
            return new PixelPoint(Double.NaN, Double.NaN);
        }
        double x = p.x() / p.z();
        double y = p.y() / p.z();
        double r2 = x * x + y * y;
        double radial = 1 + r2 * (distortion.k1() + r2 * (distortion.k2() + r2 * distortion.k3()));
        double dx = x * radial + 2 * distortion.p1() * x * y + distortion.p2() * (r2 + 2 * x * x);
        double dy = y * radial + distortion.p1() * (r2 + 2 * y * y) + 2 * distortion.p2() * x * y;
        return new PixelPoint(fx * dx + cx, fy * dy + cy);
    }
}
