package studio.diorama.dataset.frame;

import static java.util.Objects.requireNonNull;

import java.util.List;
import studio.diorama.dataset.format.Box3d;
import studio.diorama.dataset.format.Keypoint.Visibility;
import studio.diorama.dataset.format.PixelBox;
import studio.diorama.dataset.format.PixelCounts;
import studio.diorama.dataset.format.PixelPoint;
import studio.diorama.dataset.format.RigidPose;
import studio.diorama.dataset.format.Vector3;

/// What one camera knows of an object.
///
/// @param instance its number in the instance layer
/// @param id as in the frame
/// @param classId what labels say
/// @param asset the scene's name of its model
/// @param visibleBox bounds of its pixels; empty where it has none
/// @param amodalBox bounds as if nothing stood before it, not clipped; empty where it is out of sight
/// @param pixels how many there are
/// @param cut whether even the larger picture was too small to count all its pixels
/// @param subpixel whether it tints colour and owns no pixel
/// @param weight mean visibility through the weather on its pixels
/// @param box in the world, along the object's own axes
/// @param objectToCamera pose without scale, camera in OpenCV's axes
/// @param keypoints in its model's order
/// @param amodalRuns its whole mask, row by row from the top left: how many pixels are outside, inside, outside, …;
/// empty where amodal masks were not asked for
public record ObjectRecord(
        int instance,
        String id,
        int classId,
        String asset,
        PixelBox visibleBox,
        PixelBox amodalBox,
        PixelCounts pixels,
        boolean cut,
        boolean subpixel,
        double weight,
        Box3d box,
        RigidPose objectToCamera,
        List<Point> keypoints,
        List<Integer> amodalRuns) {

    public ObjectRecord {
        requireNonNull(id, "id is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(visibleBox, "visibleBox is null");
        requireNonNull(amodalBox, "amodalBox is null");
        requireNonNull(pixels, "pixels is null");
        requireNonNull(box, "box is null");
        requireNonNull(objectToCamera, "objectToCamera is null");
        keypoints = List.copyOf(keypoints);
        amodalRuns = List.copyOf(amodalRuns);
    }

    /// A keypoint.
    ///
    /// @param name as its model has it
    /// @param image pixels; (0, 0) behind the camera
    /// @param world metres
    public record Point(String name, PixelPoint image, Vector3 world, Visibility visibility) {

        public Point {
            requireNonNull(name, "name is null");
            requireNonNull(image, "image is null");
            requireNonNull(world, "world is null");
            requireNonNull(visibility, "visibility is null");
        }
    }
}
