package studio.diorama.render;

import static java.util.Objects.requireNonNull;

import org.joml.Matrix4dc;

/// A camera in the world.
///
/// @param width pixels a row, 1..8192
/// @param height rows, 1..8192
/// @param intrinsics K
/// @param distortion of the lens
/// @param pose world from camera, without scale; the camera looks along -z, +y is up
/// @param nearMetres nothing nearer along the axis is seen
/// @param lens blur
/// @param exposure brightness and tone
public record Camera(
        int width,
        int height,
        Intrinsics intrinsics,
        Distortion distortion,
        PoseTrack pose,
        double nearMetres,
        Lens lens,
        Exposure exposure) {

    /// Longest side in pixels.
    public static final int MAX_SIDE = 8192;

    public Camera {
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new IllegalArgumentException(
                    "picture size: 1..%d pixels a side expected, got %d × %d".formatted(MAX_SIDE, width, height));
        }
        requireNonNull(intrinsics, "intrinsics is null");
        requireNonNull(distortion, "distortion is null");
        requireNonNull(pose, "pose is null");
        requireNonNull(lens, "lens is null");
        requireNonNull(exposure, "exposure is null");
        if (!(nearMetres > 0 && Double.isFinite(nearMetres))) {
            throw new IllegalArgumentException("near limit: metres above 0 expected, got " + nearMetres);
        }
        requireRigid(pose.before());
        requireRigid(pose.now());
        requireRigid(pose.after());
    }

    /// A pinhole camera that stands still.
    public static Camera pinhole(int width, int height, double fovYRadians, Matrix4dc pose, Exposure exposure) {
        return new Camera(
                width,
                height,
                Intrinsics.ofVerticalFov(width, height, fovYRadians),
                Distortion.NONE,
                PoseTrack.still(pose),
                0.01,
                Lens.PINHOLE,
                exposure);
    }

    private static void requireRigid(Matrix4dc pose) {
        if (Math.abs(pose.determinant3x3() - 1) > 1e-4) {
            throw new IllegalArgumentException(
                    "camera pose: a rotation and a translation expected, got determinant " + pose.determinant3x3());
        }
    }
}
