package studio.diorama.imaging;

import static java.util.Objects.requireNonNull;

/// What one look at an uploaded photograph found: it decodes in full.
///
/// @param header what the file states
/// @param metadata what is kept besides the pixels
/// @param thumbnailWidth of the small picture that was written, in pixels
/// @param thumbnailHeight of the small picture that was written, in pixels
public record PhotoCheck(ImageHeader header, PhotoMetadata metadata, int thumbnailWidth, int thumbnailHeight) {

    /// Longest side of a thumbnail in pixels, unless asked otherwise.
    public static final int THUMBNAIL_SIDE = 512;

    public PhotoCheck {
        requireNonNull(header, "header is null");
        requireNonNull(metadata, "metadata is null");
    }
}
