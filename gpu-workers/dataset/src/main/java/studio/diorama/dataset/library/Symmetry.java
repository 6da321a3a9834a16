package studio.diorama.dataset.library;

import static java.util.Objects.requireNonNull;

import org.joml.Vector3d;
import org.joml.Vector3dc;

/// A turn about a line through the object that nobody can see, as pose estimation must know it.
///
/// @param axis unit direction of the line, in the object's space
/// @param through a point of the line, in metres
/// @param order how many equal steps make a full turn, at least 2; [#CONTINUOUS] where any angle does
public record Symmetry(Vector3dc axis, Vector3dc through, int order) {

    /// The order of a surface of revolution.
    public static final int CONTINUOUS = 0;

    public Symmetry {
        axis = new Vector3d(requireNonNull(axis, "axis is null"));
        through = new Vector3d(requireNonNull(through, "through is null"));
        if (Math.abs(axis.length() - 1) > 1e-9 || order != CONTINUOUS && order < 2) {
            throw new IllegalArgumentException(
                    "unit axis and an order of 0 or at least 2 expected, got axis %s and order %d"
                            .formatted(axis, order));
        }
    }

    /// Turns about the vertical line through the origin.
    public static Symmetry upright(int order) {
        return new Symmetry(new Vector3d(0, 1, 0), new Vector3d(), order);
    }

    /// Whether every angle maps the object onto itself.
    public boolean isContinuous() {
        return order == CONTINUOUS;
    }
}
