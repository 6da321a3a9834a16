package studio.diorama.dataset.format;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/// A box along an object's own axes, in the world.
///
/// @param centre metres, world
/// @param halfSizes half the extent along the object's x, y, z, metres
/// @param objectToWorld rotation of the object's axes into the world's
public record Box3d(Vector3 centre, Vector3 halfSizes, Rotation objectToWorld) {

    public Box3d {
        requireNonNull(centre, "centre is null");
        requireNonNull(halfSizes, "halfSizes is null");
        requireNonNull(objectToWorld, "objectToWorld is null");
    }

    /// The eight corners in the world: bit 0 of the index is +x, bit 1 +y, bit 2 +z.
    public List<Vector3> corners() {
        List<Vector3> corners = new ArrayList<>(8);
        for (int i = 0; i < 8; i++) {
            Vector3 local = new Vector3(
                    (i & 1) == 0 ? -halfSizes.x() : halfSizes.x(),
                    (i & 2) == 0 ? -halfSizes.y() : halfSizes.y(),
                    (i & 4) == 0 ? -halfSizes.z() : halfSizes.z());
            corners.add(objectToWorld.apply(local).plus(centre));
        }
        return corners;
    }
}
