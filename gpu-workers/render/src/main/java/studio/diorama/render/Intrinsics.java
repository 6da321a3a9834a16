package studio.diorama.render;

/// The matrix K of a camera, in pixels: a point (x, y, -z) in camera axes is seen at
/// (focalX · x/z + centreX, centreY - focalY · y/z), pixel edges being whole numbers.
public record Intrinsics(double focalX, double focalY, double centreX, double centreY) {

    public Intrinsics {
        if (!(focalX > 0 && focalY > 0 && Double.isFinite(focalX) && Double.isFinite(focalY))) {
            throw new IllegalArgumentException(
                    "focal lengths: two pixels counts above 0 expected, got %s and %s".formatted(focalX, focalY));
        }
        if (!Double.isFinite(centreX) || !Double.isFinite(centreY)) {
            throw new IllegalArgumentException(
                    "principal point: finite pixels expected, got %s, %s".formatted(centreX, centreY));
        }
    }

    /// Square pixels, the principal point in the middle.
    ///
    /// @param fovYRadians vertical opening angle
    public static Intrinsics ofVerticalFov(int width, int height, double fovYRadians) {
        if (!(fovYRadians > 0 && fovYRadians < Math.PI)) {
            throw new IllegalArgumentException("opening angle: 0 < radians < π expected, got " + fovYRadians);
        }
        double focal = 0.5 * height / StrictMath.tan(0.5 * fovYRadians);
        return new Intrinsics(focal, focal, 0.5 * width, 0.5 * height);
    }
}
