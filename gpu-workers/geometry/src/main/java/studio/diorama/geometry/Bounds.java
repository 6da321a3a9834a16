package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4dc;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/// A box whose sides are parallel to the axes; a box of nothing is [#EMPTY].
///
/// @param min the least corner, in metres
/// @param max the greatest corner; below `min` only in [#EMPTY]
public record Bounds(Vector3dc min, Vector3dc max) {

    /// The box of no points: the neutral element of [#union].
    public static final Bounds EMPTY =
            new Bounds(new Vector3d(Double.POSITIVE_INFINITY), new Vector3d(Double.NEGATIVE_INFINITY));

    public Bounds {
        min = new Vector3d(requireNonNull(min, "min is null"));
        max = new Vector3d(requireNonNull(max, "max is null"));
        boolean empty = min.x() == Double.POSITIVE_INFINITY && max.x() == Double.NEGATIVE_INFINITY;
        if (!empty && !(min.x() <= max.x() && min.y() <= max.y() && min.z() <= max.z())) {
            throw new IllegalArgumentException("min at most max expected, got %s and %s".formatted(min, max));
        }
    }

    /// The box of two opposite corners, in any order.
    public static Bounds between(Vector3dc one, Vector3dc other) {
        return new Bounds(one.min(other, new Vector3d()), one.max(other, new Vector3d()));
    }

    /// The box of points laid out as x, y, z, x, y, z, …
    public static Bounds of(float[] positions) {
        if (positions.length < 3) {
            return EMPTY;
        }
        float minX = Float.POSITIVE_INFINITY;
        float minY = Float.POSITIVE_INFINITY;
        float minZ = Float.POSITIVE_INFINITY;
        float maxX = Float.NEGATIVE_INFINITY;
        float maxY = Float.NEGATIVE_INFINITY;
        float maxZ = Float.NEGATIVE_INFINITY;
        for (int i = 0; i + 2 < positions.length; i += 3) {
            minX = Math.min(minX, positions[i]);
            maxX = Math.max(maxX, positions[i]);
            minY = Math.min(minY, positions[i + 1]);
            maxY = Math.max(maxY, positions[i + 1]);
            minZ = Math.min(minZ, positions[i + 2]);
            maxZ = Math.max(maxZ, positions[i + 2]);
        }
        return new Bounds(new Vector3d(minX, minY, minZ), new Vector3d(maxX, maxY, maxZ));
    }

    public boolean isEmpty() {
        return min.x() > max.x();
    }

    /// The least box that holds both.
    public Bounds union(Bounds other) {
        return new Bounds(min.min(other.min, new Vector3d()), max.max(other.max, new Vector3d()));
    }

    /// The least box that holds this one and a point.
    public Bounds including(Vector3dc point) {
        return new Bounds(min.min(point, new Vector3d()), max.max(point, new Vector3d()));
    }

    /// The eight corners, x changing fastest; none of an empty box.
    public List<Vector3d> corners() {
        List<Vector3d> corners = new ArrayList<>(8);
        for (int i = 0; i < 8 && !isEmpty(); i++) {
            corners.add(new Vector3d(
                    (i & 1) == 0 ? min.x() : max.x(),
                    (i & 2) == 0 ? min.y() : max.y(),
                    (i & 4) == 0 ? min.z() : max.z()));
        }
        return corners;
    }

    /// The box of this box's corners after an affine `matrix`.
    public Bounds transformed(Matrix4dc matrix) {
        Bounds result = EMPTY;
        for (Vector3d corner : corners()) {
            result = result.including(matrix.transformPosition(corner));
        }
        return result;
    }

    /// The middle; NaN for an empty box.
    public Vector3d centre() {
        return min.add(max, new Vector3d()).mul(0.5);
    }

    /// Lengths of the sides in metres; zero for an empty box.
    public Vector3d size() {
        return isEmpty() ? new Vector3d() : max.sub(min, new Vector3d());
    }

    /// Distance between opposite corners, in metres.
    public double diagonal() {
        return size().length();
    }

    public boolean contains(Vector3dc point) {
        return point.x() >= min.x()
                && point.x() <= max.x()
                && point.y() >= min.y()
                && point.y() <= max.y()
                && point.z() >= min.z()
                && point.z() <= max.z();
    }

    /// Whether the two share a point, a touching face included.
    public boolean intersects(Bounds other) {
        return min.x() <= other.max.x()
                && max.x() >= other.min.x()
                && min.y() <= other.max.y()
                && max.y() >= other.min.y()
                && min.z() <= other.max.z()
                && max.z() >= other.min.z();
    }
}
