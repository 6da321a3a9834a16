package studio.diorama.imaging.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.diorama.imaging.ImageHeader;
import studio.diorama.imaging.ImageLimits;

/// All that is learnt of a file without decoding it.
///
/// @param header what callers outside see
/// @param exif the few EXIF tags that matter
/// @param profile where the colour profile lies
public record FileScan(ImageHeader header, Optional<ExifTags> exif, EmbeddedProfile profile) {

    public FileScan {
        requireNonNull(header, "header is null");
        requireNonNull(exif, "exif is null");
        requireNonNull(profile, "profile is null");
    }

    /// Scans a file on disk.
    public static FileScan of(Path file, ImageLimits limits) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return of(channel, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Scans an open channel from its start.
    public static FileScan of(SeekableByteChannel channel, ImageLimits limits) {
        requireNonNull(limits, "limits is null");
        try {
            BoundedFile file = new BoundedFile(channel);
            FileScan scan = switch (FileKind.of(file)) {
                case PNG -> PngHeader.scan(file, limits);
                case JPEG -> JpegHeader.scan(file, limits);
                case WEBP -> WebpHeader.scan(file, limits);
                case TIFF -> TiffHeader.scan(file, limits);
            };
            if (scan.header().frames() > limits.maxFrames()) {
                throw Refusal.severalFrames(scan.header().frames() + " frames", limits.maxFrames());
            }
            return scan;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Refuses a size over the limits; numbers come as longs, as files can state more than fits an int.
    static void checkSize(long width, long height, ImageLimits limits) {
        if (width < 1 || height < 1) {
            throw Refusal.damaged("it states a size of %d × %d pixels".formatted(width, height));
        }
        if (Math.max(width, height) > limits.maxSide()) {
            throw Refusal.overLimit(
                    "image side", limits.maxSide() + " pixels", "%d × %d pixels".formatted(width, height));
        }
        if (width * height > limits.maxPixels()) {
            throw Refusal.overLimit(
                    "image pixels", "%,d".formatted(limits.maxPixels()), "%d × %d".formatted(width, height));
        }
    }
}
