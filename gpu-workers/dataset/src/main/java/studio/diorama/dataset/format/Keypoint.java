package studio.diorama.dataset.format;

import static java.util.Objects.requireNonNull;

/// One named point of an object.
///
/// @param image where it is in the image, pixels with centres at +0.5; NaN behind the camera
/// @param world metres
/// @param visibility whether it is in the image and seen
public record Keypoint(PixelPoint image, Vector3 world, Visibility visibility) {

    /// In the order of COCO's numbers 0, 1, 2.
    public enum Visibility {
        /// Not in the image.
        OUTSIDE,
        /// In the image, behind something.
        HIDDEN,
        /// In the image, with nothing before it.
        SEEN
    }

    public Keypoint {
        requireNonNull(image, "image is null");
        requireNonNull(world, "world is null");
        requireNonNull(visibility, "visibility is null");
        if (visibility != Visibility.OUTSIDE && !(Double.isFinite(image.x()) && Double.isFinite(image.y()))) {
            throw new IllegalArgumentException("a keypoint in the image needs a finite place, got " + image);
        }
    }
}
