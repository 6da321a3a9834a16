package studio.diorama.dataset.frame;

import static java.util.Objects.requireNonNull;

import studio.diorama.dataset.scene.ObjectRule.LabelMode;

/// An object of a frame.
///
/// @param instance its number in the instance layer, from 1
/// @param id its rule's id and its number among the rule's objects, such as `mug/2`
/// @param classId what labels say
/// @param asset the scene's name of its model
/// @param assetHash SHA-256 of the model, in hexadecimal
/// @param tries how often it was drawn
public record ResolvedObject(
        int instance,
        String id,
        int classId,
        String asset,
        String assetHash,
        MovingPose pose,
        ResolvedMaterial material,
        LabelMode labels,
        int tries) {

    public ResolvedObject {
        requireNonNull(id, "id is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(assetHash, "assetHash is null");
        requireNonNull(pose, "pose is null");
        requireNonNull(material, "material is null");
        requireNonNull(labels, "labels is null");
        if (instance < 1 || instance > 65_535) {
            throw new IllegalArgumentException("Expected an instance from 1 to 65535, got " + instance);
        }
    }
}
