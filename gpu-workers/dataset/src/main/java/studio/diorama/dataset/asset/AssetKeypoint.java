package studio.diorama.dataset.asset;

import static java.util.Objects.requireNonNull;

import org.joml.Vector3d;
import org.joml.Vector3dc;

/// A named point of a model at rest.
///
/// @param name unique in its model
/// @param position in the object's own axes, metres
/// @param node number of the model's node that carries it
public record AssetKeypoint(String name, Vector3dc position, int node) {

    public AssetKeypoint {
        requireNonNull(name, "name is null");
        position = new Vector3d(requireNonNull(position, "position is null"));
    }
}
