package studio.diorama.render.internal;

import org.joml.Vector2d;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.render.Camera;

/// A raster over the straight picture: an image point (x, y) lies at (x · scaleX + shiftX, y · scaleY + shiftY).
record Canvas(int width, int height, double scaleX, double scaleY, double shiftX, double shiftY) {

    /// Most samples along a side.
    static final int MAX_SIDE = 16_384;
    // Samples a pixel and axis where the lens bends: every ray then has one within 1/8 pixel.
    private static final double DENSITY_BENT = 4;
    private static final int CHECKS = 24;

    /// The picture itself, n samples a pixel; for a lens that bends, all that it sees, four samples a pixel whatever n.
    static Canvas of(Camera camera, int n) {
        if (camera.distortion().isNone()) {
            return checked(
                    (long) camera.width() * n,
                    (long) camera.height() * n,
                    camera.intrinsics().focalX() * n,
                    camera.intrinsics().focalY() * n,
                    camera.intrinsics().centreX() * n,
                    camera.intrinsics().centreY() * n);
        }
        Vector2d least = new Vector2d(Double.MAX_VALUE);
        Vector2d most = new Vector2d(-Double.MAX_VALUE);
        double stretch = 0;
        for (int i = 0; i <= CHECKS; i++) {
            for (int k = 0; k <= CHECKS; k++) {
                Vector2d p = LensMath.imagePoint(
                        camera, (double) camera.width() * i / CHECKS, (double) camera.height() * k / CHECKS);
                least.min(p);
                most.max(p);
                stretch = Math.max(stretch, LensMath.stretch(camera.distortion(), p));
            }
        }
        Vector2d margin = most.sub(least, new Vector2d()).mul(0.01);
        least.sub(margin);
        most.add(margin);
        double scaleX = camera.intrinsics().focalX() * DENSITY_BENT * stretch;
        double scaleY = camera.intrinsics().focalY() * DENSITY_BENT * stretch;
        return checked(
                (long) Math.ceil((most.x - least.x) * scaleX),
                (long) Math.ceil((most.y - least.y) * scaleY),
                scaleX,
                scaleY,
                -least.x * scaleX,
                -least.y * scaleY);
    }

    /// The straight picture and as much again on each side.
    static Canvas threefold(Camera camera) {
        return checked(
                3L * camera.width(),
                3L * camera.height(),
                camera.intrinsics().focalX(),
                camera.intrinsics().focalY(),
                camera.intrinsics().centreX() + camera.width(),
                camera.intrinsics().centreY() + camera.height());
    }

    private static Canvas checked(long width, long height, double scaleX, double scaleY, double shiftX, double shiftY) {
        if (width > MAX_SIDE || height > MAX_SIDE) {
            throw new DioramaException(
                    ErrorCode.TOO_LARGE,
                    "at most %d samples a side expected, got %d × %d: use a smaller picture or fewer samples"
                            .formatted(MAX_SIDE, width, height));
        }
        return new Canvas((int) width, (int) height, scaleX, scaleY, shiftX, shiftY);
    }
}
