package studio.diorama.dataset.library.internal.shape;

import java.util.List;

/// Surfaces of revolution about the y axis.
public final class Lathe {

    private Lathe() {}

    /// A solid from a profile of (radius, height) that begins and ends on the axis and has the material on its left
    /// when it is walked: up the outside, down the inside of a hollow thing.
    public static Surface solid(List<Vec2> profile, int segments) {
        return turn(profile, segments, false);
    }

    /// A ring from a closed profile off the axis, walked counter-clockwise (up on the outside).
    public static Surface ring(List<Vec2> profile, int segments) {
        return turn(profile, segments, true);
    }

    private static Surface turn(List<Vec2> profile, int segments, boolean closed) {
        Surface surface = new Surface();
        int count = profile.size();
        double widest = profile.stream().mapToDouble(Vec2::x).max().orElse(0);
        int[][] grid = new int[count][segments];
        double[] along = new double[count + 1];
        for (int i = 0; i < count; i++) {
            Vec2 at = profile.get(i);
            along[i + 1] = along[i] + profile.get((i + 1) % count).minus(at).length();
            boolean pole = at.x() < 1e-9;
            for (int s = 0; s < segments; s++) {
                if (pole && s > 0) {
                    grid[i][s] = grid[i][0];
                } else {
                    double angle = 2 * StrictMath.PI * s / segments;
                    double x = pole ? 0 : at.x() * StrictMath.cos(angle);
                    double z = pole ? 0 : -at.x() * StrictMath.sin(angle);
                    grid[i][s] = surface.point(new Vec3(x, at.y(), z));
                }
            }
        }
        for (int i = 0; i < (closed ? count : count - 1); i++) {
            int j = (i + 1) % count;
            for (int s = 0; s < segments; s++) {
                int t = (s + 1) % segments;
                double u0 = 2 * StrictMath.PI * widest * s / segments;
                double u1 = 2 * StrictMath.PI * widest * (s + 1) / segments;
                band(surface, grid[i][s], grid[i][t], grid[j][t], grid[j][s], u0, u1, along[i], along[i + 1]);
            }
        }
        return surface;
    }

    private static void band(Surface surface, int a, int b, int c, int d, double u0, double u1, double v0, double v1) {
        Vec2 low0 = new Vec2(u0, v0);
        Vec2 low1 = new Vec2(u1, v0);
        Vec2 high0 = new Vec2(u0, v1);
        Vec2 high1 = new Vec2(u1, v1);
        if (a == b) {
            surface.face(new int[] {a, c, d}, new Vec2[] {new Vec2((u0 + u1) / 2, v0), high1, high0});
        } else if (c == d) {
            surface.face(new int[] {a, b, c}, new Vec2[] {low0, low1, new Vec2((u0 + u1) / 2, v1)});
        } else {
            surface.face(new int[] {a, b, c, d}, new Vec2[] {low0, low1, high1, high0});
        }
    }
}
