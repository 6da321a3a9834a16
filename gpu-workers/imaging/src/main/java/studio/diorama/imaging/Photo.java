package studio.diorama.imaging;

import static java.util.Objects.requireNonNull;

/// A decoded photograph.
///
/// @param image upright sRGB pixels
/// @param metadata what the file said besides
public record Photo(RgbImage image, PhotoMetadata metadata) {

    public Photo {
        requireNonNull(image, "image is null");
        requireNonNull(metadata, "metadata is null");
    }
}
