package studio.diorama.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Half the outline of a thing that was turned on a lathe, and the mesh that comes of it.
///
/// The outline is drawn with the solid on its left, from the bottom of the +Y axis outwards and up to the top; each
/// stretch is
/// shaded by itself, so that stretches meet in a crease. Texture u goes once round, beginning at +Z, and v down along
/// the
/// outline.
public final class Profile {

    private final List<Point> points = new ArrayList<>();
    private double radius;
    private double height;

    private record Point(double radius, double height, double normalRadius, double normalHeight, boolean joined) {}

    private Profile(double radius, double height) {
        this.radius = radius;
        this.height = height;
    }

    /// Begins at a distance from the axis and a height, both in metres.
    public static Profile from(double radius, double height) {
        return new Profile(radius, height);
    }

    /// Goes straight on.
    public Profile lineTo(double toRadius, double toHeight) {
        double length = Math.hypot(toRadius - radius, toHeight - height);
        if (!(length > 0)) {
            throw new IllegalArgumentException("a line of some length expected, got one to where it begins");
        }
        double normalRadius = (toHeight - height) / length;
        double normalHeight = (radius - toRadius) / length;
        add(radius, height, normalRadius, normalHeight, false);
        add(toRadius, toHeight, normalRadius, normalHeight, true);
        return this;
    }

    /// Goes on along a circle about (`centreRadius`, `centreHeight`) that bulges outwards, in `steps` straight
    /// pieces.
    ///
    /// @param fromAngle radians above the outward horizontal; the outline goes to where this begins, if it is not
    /// there
    /// @param toAngle above `fromAngle` for a bulge, below it for a hollow
    public Profile arc(
            double centreRadius, double centreHeight, double arcRadius, double fromAngle, double toAngle, int steps) {
        if (!(arcRadius > 0) || steps < 1 || fromAngle == toAngle) {
            throw new IllegalArgumentException("an arc of some radius, angle and steps expected, got %s, %s to %s, %d"
                    .formatted(arcRadius, fromAngle, toAngle, steps));
        }
        double outwards = toAngle > fromAngle ? 1 : -1;
        for (int i = 0; i <= steps; i++) {
            double angle = fromAngle + (toAngle - fromAngle) * i / steps;
            double cos = snapped(StrictMath.cos(angle));
            double sin = snapped(StrictMath.sin(angle));
            double atRadius = centreRadius + arcRadius * cos;
            double atHeight = centreHeight + arcRadius * sin;
            if (i == 0 && Math.hypot(atRadius - radius, atHeight - height) > 1e-9 * arcRadius) {
                lineTo(atRadius, atHeight);
            }
            add(atRadius, atHeight, outwards * cos, outwards * sin, i > 0);
        }
        return this;
    }

    /// The rounding error of a quarter turn would tear poles and seams open.
    private static double snapped(double value) {
        return Math.abs(value) < 1e-12 ? 0 : value;
    }

    private void add(double atRadius, double atHeight, double normalRadius, double normalHeight, boolean joined) {
        if (!(atRadius >= 0) || !Double.isFinite(atRadius) || !Double.isFinite(atHeight)) {
            throw new IllegalArgumentException(
                    "finite radii of at least 0 expected, got (%s, %s)".formatted(atRadius, atHeight));
        }
        points.add(new Point(atRadius, atHeight, normalRadius, normalHeight, joined));
        radius = atRadius;
        height = atHeight;
    }

    /// Turns the outline about the +Y axis.
    ///
    /// @param segments straight pieces round the axis, at least 3
    public Mesh turned(int segments) {
        if (segments < 3 || points.isEmpty()) {
            throw new IllegalArgumentException("at least 3 segments of an outline expected, got %d of %d points"
                    .formatted(segments, points.size()));
        }
        int columns = segments + 1;
        float[] positions = new float[points.size() * columns * 3];
        float[] normals = new float[positions.length];
        float[] texcoords = new float[points.size() * columns * 2];
        double[] lengths = lengths();
        double total = lengths[lengths.length - 1];
        for (int row = 0; row < points.size(); row++) {
            Point point = points.get(row);
            for (int column = 0; column < columns; column++) {
                double angle = 2 * Math.PI * (column % segments) / segments;
                double sin = snapped(StrictMath.sin(angle));
                double cos = snapped(StrictMath.cos(angle));
                int v = row * columns + column;
                positions[v * 3] = (float) (point.radius * sin);
                positions[v * 3 + 1] = (float) point.height;
                positions[v * 3 + 2] = (float) (point.radius * cos);
                normals[v * 3] = (float) (point.normalRadius * sin);
                normals[v * 3 + 1] = (float) point.normalHeight;
                normals[v * 3 + 2] = (float) (point.normalRadius * cos);
                texcoords[v * 2] = (float) column / segments;
                texcoords[v * 2 + 1] = (float) (1 - lengths[row] / total);
            }
        }
        return Mesh.builder(positions, triangles(segments))
                .normals(normals)
                .texcoords(texcoords)
                .build();
    }

    private double[] lengths() {
        double[] lengths = new double[points.size()];
        for (int i = 1; i < lengths.length; i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            lengths[i] = lengths[i - 1] + Math.hypot(to.radius - from.radius, to.height - from.height);
        }
        return lengths;
    }

    private int[] triangles(int segments) {
        int columns = segments + 1;
        int[] triangles = new int[points.size() * segments * 6];
        int length = 0;
        for (int row = 0; row + 1 < points.size(); row++) {
            if (!points.get(row + 1).joined) {
                continue;
            }
            for (int column = 0; column < segments; column++) {
                int lower = row * columns + column;
                int upper = lower + columns;
                if (points.get(row).radius > 0) {
                    length = add(triangles, length, lower, lower + 1, upper + 1);
                }
                if (points.get(row + 1).radius > 0) {
                    length = add(triangles, length, lower, upper + 1, upper);
                }
            }
        }
        return Arrays.copyOf(triangles, length);
    }

    private static int add(int[] triangles, int at, int a, int b, int c) {
        triangles[at] = a;
        triangles[at + 1] = b;
        triangles[at + 2] = c;
        return at + 3;
    }
}
