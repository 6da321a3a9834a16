package studio.diorama.dataset.statistics;

import static java.util.Objects.requireNonNull;

/// What statistics want to know of an object in a picture. NaN where it is not known.
///
/// @param className of the object
/// @param x left edge of its box in the picture, pixels
/// @param y top edge
/// @param width of the box
/// @param height of the box
/// @param occlusion hidden share of its pixels in the picture
/// @param truncation share outside the picture
/// @param distance metres
/// @param viewElevation degrees above its level
public record ObjectSample(
        String className,
        double x,
        double y,
        double width,
        double height,
        double occlusion,
        double truncation,
        double distance,
        double viewElevation) {

    public ObjectSample {
        requireNonNull(className, "className is null");
    }
}
