package studio.diorama.dataset.format;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/// One object of a frame and all that is known of it.
///
/// @param id the scene's name of it, such as `mug/2`
/// @param instance its number in the instance map, 1 to 65535
/// @param classId of [ClassInfo]
/// @param asset what it is a copy of; [ModelInfo#asset]
/// @param visibleBox bounds of its pixels in the instance map; empty if it has none
/// @param amodalBox bounds as if nothing stood before it, not clipped by the image
/// @param amodalMask pixels in the image as if nothing stood before it, if that layer was rendered
/// @param pixels how many there are
/// @param box3d in the world
/// @param objectToCamera pose, camera in OpenCV's axes; [RigidPose#flippedCameraAxes] gives glTF's
/// @param scale of the asset in the world; NaN if it differs by axis
/// @param keypoints in the order of its class's [KeypointSchema]; empty if it has none
/// @param weight mean visibility through the weather on its pixels, 0 to 1
/// @param subpixel that it tints the colour but owns no pixel; it has no box
/// @param crowd that it stands for many that were not told apart
public record LabelledObject(
        String id,
        int instance,
        int classId,
        String asset,
        PixelBox visibleBox,
        PixelBox amodalBox,
        Optional<BinaryMask> amodalMask,
        PixelCounts pixels,
        Box3d box3d,
        RigidPose objectToCamera,
        double scale,
        List<Keypoint> keypoints,
        double weight,
        boolean subpixel,
        boolean crowd) {

    /// Below this weight nobody could tell that the object is there, so formats leave it out.
    public static final double LEAST_WEIGHT = 0.05;

    public LabelledObject {
        requireNonNull(id, "id is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(visibleBox, "visibleBox is null");
        requireNonNull(amodalBox, "amodalBox is null");
        requireNonNull(amodalMask, "amodalMask is null");
        requireNonNull(pixels, "pixels is null");
        requireNonNull(box3d, "box3d is null");
        requireNonNull(objectToCamera, "objectToCamera is null");
        keypoints = List.copyOf(requireNonNull(keypoints, "keypoints is null"));
        if (instance < 1 || instance > 65_535) {
            throw new IllegalArgumentException("an instance is 1 to 65535, got %d for %s".formatted(instance, id));
        }
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("a weight is 0 to 1, got %s for %s".formatted(weight, id));
        }
        if (visibleBox.isEmpty() != (pixels.visible() == 0)) {
            throw new IllegalArgumentException("%s has %d visible pixels and the box %s; both or neither must be empty"
                    .formatted(id, pixels.visible(), visibleBox));
        }
    }

    /// Whether formats of what can be seen list it: it owns a pixel and the weather lets it through.
    public boolean isSeen() {
        return !subpixel && pixels.visible() > 0 && weight >= LEAST_WEIGHT;
    }
}
