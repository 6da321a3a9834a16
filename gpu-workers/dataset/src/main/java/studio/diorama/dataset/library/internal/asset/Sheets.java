package studio.diorama.dataset.library.internal.asset;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.dataset.library.internal.shape.BoxMapping;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Vec2;
import studio.diorama.dataset.library.internal.shape.Vec3;

/// Open surfaces: the ground, blades of leaves, cards that carry a picture of a twig.
final class Sheets {

    private Sheets() {}

    /// A level rectangle at y = 0 that looks up, in `cells` by `cells` quads.
    static Surface ground(double width, double depth, int cells) {
        Surface surface = new Surface();
        for (int row = 0; row <= cells; row++) {
            for (int column = 0; column <= cells; column++) {
                double x = width * ((double) column / cells - 0.5);
                double z = depth * (0.5 - (double) row / cells);
                surface.point(new Vec3(x, 0, z));
            }
        }
        int next = cells + 1;
        for (int row = 0; row < cells; row++) {
            for (int column = 0; column < cells; column++) {
                int at = row * next + column;
                surface.face(at, at + 1, at + next + 1, at + next);
            }
        }
        return BoxMapping.along(Vec3.Z, surface);
    }

    /// A picture of a twig with coordinates from 0 to 1: it grows from `foot` along `up`, folded a little along its
    /// middle so that it has a body from every side.
    static Surface card(Vec3 foot, Vec3 up, Vec3 across, double length, double width) {
        Surface surface = new Surface();
        Vec3 face = across.cross(up).normalized().times(width * 0.16);
        int[][] grid = new int[2][3];
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                Vec3 at = foot.plus(up.times(length * row)).plus(across.times(width * (column - 1) / 2.0));
                grid[row][column] = surface.point(column == 1 ? at.minus(face) : at);
            }
        }
        for (int column = 0; column < 2; column++) {
            int[] corners = {grid[0][column], grid[0][column + 1], grid[1][column + 1], grid[1][column]};
            double u0 = column / 2.0;
            double u1 = (column + 1) / 2.0;
            // Coordinates are negated in v on their way into a mesh, so the picture's top row is -0.
            surface.face(corners, new Vec2[] {
                new Vec2(u0, -0.995), new Vec2(u1, -0.995), new Vec2(u1, -0.005), new Vec2(u0, -0.005)
            });
        }
        return surface;
    }

    /// A blade along a curve: two rows of quads that meet in a keel.
    ///
    /// @param spine from foot to tip
    /// @param up which way the blade's face looks at each point of the spine
    /// @param widths half the width at each point
    static Surface blade(List<Vec3> spine, List<Vec3> up, double[] widths) {
        Surface surface = new Surface();
        List<int[]> rows = new ArrayList<>();
        double along = 0;
        double[] lengths = new double[widths.length];
        for (int i = 0; i < widths.length; i++) {
            Vec3 before = spine.get(Math.max(0, i - 1));
            Vec3 after = spine.get(Math.min(widths.length - 1, i + 1));
            Vec3 right = after.minus(before).cross(up.get(i)).normalized();
            Vec3 raise = up.get(i).times(widths[i] * 0.35);
            along += i == 0 ? 0 : spine.get(i).distance(before);
            lengths[i] = along;
            rows.add(new int[] {
                surface.point(spine.get(i).minus(right.times(widths[i])).plus(raise)),
                surface.point(spine.get(i)),
                surface.point(spine.get(i).plus(right.times(widths[i])).plus(raise))
            });
        }
        for (int i = 0; i + 1 < widths.length; i++) {
            for (int side = 0; side < 2; side++) {
                int[] corners = {
                    rows.get(i)[side], rows.get(i)[side + 1], rows.get(i + 1)[side + 1], rows.get(i + 1)[side]
                };
                double left = (side - 1) * widths[i];
                double right = side * widths[i];
                surface.face(corners, new Vec2[] {
                    new Vec2(left, lengths[i]),
                    new Vec2(right, lengths[i]),
                    new Vec2(right, lengths[i + 1]),
                    new Vec2(left, lengths[i + 1])
                });
            }
        }
        return surface;
    }
}
