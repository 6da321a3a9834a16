package studio.diorama.dataset.library.internal.shape;

import java.util.ArrayList;
import java.util.List;

/// Boxes with rounded edges and corners, because no real edge is sharp.
public final class RoundedBox {

    private RoundedBox() {}

    /// A box about the origin with its edges rounded by `radius` in two steps and its grain along the longest side.
    public static Surface of(double width, double height, double depth, double radius) {
        return of(width, height, depth, radius, 2);
    }

    /// A box about the origin with its edges rounded by `radius` in a number of steps.
    public static Surface of(double width, double height, double depth, double radius, int steps) {
        double r = Math.min(radius, 0.499 * Math.min(width, Math.min(height, depth)));
        List<Vec3[]> rings = new ArrayList<>();
        for (int k = 0; k <= steps; k++) {
            rings.add(ring(width, depth, r, -height / 2 + r, k, steps, -1));
        }
        for (int k = steps; k >= 0; k--) {
            rings.add(ring(width, depth, r, height / 2 - r, k, steps, 1));
        }
        Vec3 grain = width >= height && width >= depth ? Vec3.X : height >= depth ? Vec3.Y : Vec3.Z;
        return BoxMapping.along(grain, Loft.solid(rings).welded());
    }

    private static Vec3[] ring(double width, double depth, double r, double y, int k, int steps, int side) {
        double angle = StrictMath.PI / 2 * k / steps;
        double out = r * StrictMath.sin(angle);
        double height = y + side * r * StrictMath.cos(angle);
        double x = width / 2 - r;
        double z = depth / 2 - r;
        Vec3[] ring = new Vec3[4 * (steps + 1)];
        int next = 0;
        for (int corner = 0; corner < 4; corner++) {
            double cx = corner == 0 || corner == 3 ? x : -x;
            double cz = corner < 2 ? -z : z;
            for (int i = 0; i <= steps; i++) {
                double turn = StrictMath.PI / 2 * (corner + (double) i / steps);
                ring[next++] = new Vec3(cx + out * StrictMath.cos(turn), height, cz - out * StrictMath.sin(turn));
            }
        }
        return ring;
    }
}
