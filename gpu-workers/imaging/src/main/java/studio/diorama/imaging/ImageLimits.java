package studio.diorama.imaging;

/// What a picture may cost, checked from its header before a pixel is decoded.
///
/// @param maxSide longest side in pixels
/// @param maxPixels width times height
/// @param maxFrames pictures in one file, animation frames and pages alike; a photograph has one
/// @param maxScans passes of a progressive JPEG: each one costs as much time as the whole picture
/// @param maxMetadataBytes bytes that all of a picture's colour profiles and texts may unpack to
public record ImageLimits(int maxSide, long maxPixels, int maxFrames, int maxScans, int maxMetadataBytes) {

    /// For one still photograph. Encoders write about 10 scans, and printers' colour profiles reach 3 MiB.
    public static final ImageLimits PHOTO = new ImageLimits(16_384, 100_000_000, 1, 100, 4 << 20);

    public ImageLimits {
        if (maxSide < 1 || maxPixels < 1 || maxFrames < 1 || maxScans < 1 || maxMetadataBytes < 1) {
            throw new IllegalArgumentException(
                    "limits of at least 1 expected, got side %d, pixels %d, frames %d, scans %d, metadata %d bytes"
                            .formatted(maxSide, maxPixels, maxFrames, maxScans, maxMetadataBytes));
        }
    }

    /// The same limits with another longest side.
    public ImageLimits withMaxSide(int side) {
        return new ImageLimits(side, maxPixels, maxFrames, maxScans, maxMetadataBytes);
    }

    /// The same limits with another number of pixels.
    public ImageLimits withMaxPixels(long pixels) {
        return new ImageLimits(maxSide, pixels, maxFrames, maxScans, maxMetadataBytes);
    }
}
