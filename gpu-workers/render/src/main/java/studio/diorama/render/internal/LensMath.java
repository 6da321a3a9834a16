package studio.diorama.render.internal;

import org.joml.Vector2d;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.render.Camera;
import studio.diorama.render.Distortion;

/// The distortion of a lens in double precision. Image points are (x, y) over depth, x right, y down.
final class LensMath {

    private static final int STEPS = 20;
    private static final double CLOSE = 1e-24;

    private LensMath() {}

    static Vector2d distorted(Distortion d, double x, double y) {
        double r2 = x * x + y * y;
        double stretch = 1 + r2 * (d.k1() + r2 * (d.k2() + r2 * d.k3()));
        return new Vector2d(
                x * stretch + 2 * d.p1() * x * y + d.p2() * (r2 + 2 * x * x),
                y * stretch + d.p1() * (r2 + 2 * y * y) + 2 * d.p2() * x * y);
    }

    /// The image point that the lens maps to a pixel position, by Newton's method.
    ///
    /// @throws DioramaException with `INVALID_INPUT` if the lens folds the picture there, so that there is none
    static Vector2d imagePoint(Camera camera, double pixelX, double pixelY) {
        Distortion d = camera.distortion();
        double qx =
                (pixelX - camera.intrinsics().centreX()) / camera.intrinsics().focalX();
        double qy =
                (pixelY - camera.intrinsics().centreY()) / camera.intrinsics().focalY();
        Vector2d p = new Vector2d(qx, qy);
        if (d.isNone()) {
            return p;
        }
        double determinant = 1;
        for (int i = 0; i < STEPS; i++) {
            double[] j = jacobian(d, p.x, p.y);
            determinant = j[0] * j[2] - j[1] * j[1];
            Vector2d miss = distorted(d, p.x, p.y).sub(qx, qy);
            if (miss.lengthSquared() < CLOSE) {
                break;
            }
            p.sub((j[2] * miss.x - j[1] * miss.y) / determinant, (j[0] * miss.y - j[1] * miss.x) / determinant);
        }
        double left = distorted(d, p.x, p.y).sub(qx, qy).length();
        if (!(left < 1e-6) || !(determinant > 0)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "a lens that maps each ray to a pixel of its own expected; this one folds the picture at pixel"
                            + " %.0f, %.0f: use smaller coefficients".formatted(pixelX, pixelY));
        }
        return p;
    }

    /// How fast the distorted picture grows over the straight one, at most, in any direction.
    static double stretch(Distortion d, Vector2d p) {
        double[] j = jacobian(d, p.x, p.y);
        double mean = 0.5 * (j[0] + j[2]);
        return Math.abs(mean) + Math.hypot(0.5 * (j[0] - j[2]), j[1]);
    }

    // dx'/dx, dx'/dy = dy'/dx, dy'/dy.
    private static double[] jacobian(Distortion d, double x, double y) {
        double r2 = x * x + y * y;
        double stretch = 1 + r2 * (d.k1() + r2 * (d.k2() + r2 * d.k3()));
        double slope = 2 * (d.k1() + r2 * (2 * d.k2() + r2 * 3 * d.k3()));
        return new double[] {
            stretch + x * x * slope + 2 * d.p1() * y + 6 * d.p2() * x,
            x * y * slope + 2 * d.p1() * x + 2 * d.p2() * y,
            stretch + y * y * slope + 6 * d.p1() * y + 2 * d.p2() * x
        };
    }
}
