package studio.diorama.dataset.asset;

import static java.util.Objects.requireNonNull;

import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import studio.diorama.dataset.ray.TriangleBvh;
import studio.diorama.geometry.PosedPart;

/// A part of a model at rest, ready for rays.
///
/// @param posed the part
/// @param toObject from the mesh's coordinates to the object's
/// @param tree over the mesh's triangles, in the mesh's coordinates
public record AssetPart(PosedPart posed, Matrix4dc toObject, TriangleBvh tree) {

    public AssetPart {
        requireNonNull(posed, "posed is null");
        toObject = new Matrix4d(requireNonNull(toObject, "toObject is null"));
        requireNonNull(tree, "tree is null");
    }

    static AssetPart of(PosedPart posed) {
        return new AssetPart(
                posed,
                posed.world(),
                new TriangleBvh(posed.mesh().positions(), posed.mesh().triangles()));
    }
}
