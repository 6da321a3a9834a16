package studio.diorama.dataset.library;

import static java.util.Objects.requireNonNull;

import org.joml.Vector3d;
import org.joml.Vector3dc;

/// A place with a name that annotators would click on, such as `left_knee`.
///
/// @param name lower case with underscores, unique in its asset
/// @param position at rest, in the object's space, in metres
/// @param node number of the model's node that carries it; a joint in assets that move
public record Keypoint(String name, Vector3dc position, int node) {

    public Keypoint {
        requireNonNull(name, "name is null");
        position = new Vector3d(requireNonNull(position, "position is null"));
        if (!position.isFinite() || node < 0) {
            throw new IllegalArgumentException(
                    "finite position and a node expected for '%s', got %s and %d".formatted(name, position, node));
        }
    }
}
