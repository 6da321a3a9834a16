package studio.diorama.imaging;

import static java.util.Objects.requireNonNull;

import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import studio.diorama.common.DioramaException;
import studio.diorama.imaging.internal.FileScan;

/// What a picture file says of itself, read without decoding a pixel.
///
/// Safe in a process that must not fall over: it parses by hand with the JDK alone, reads a bounded number of
/// bytes and allocates nothing by a number from the file.
///
/// @param format told by the content
/// @param width stored pixels per row, before the camera's orientation is applied
/// @param height stored rows
/// @param bitDepth bits per channel after decoding: 8, or 16 for what stores more than 8
/// @param frames pictures in the file
/// @param hasAlpha whether pixels can be transparent
/// @param orientation 1 to 8 as in EXIF tag 0x0112; 1 is upright
public record ImageHeader(
        ImageFormat format, int width, int height, int bitDepth, int frames, boolean hasAlpha, int orientation) {

    public ImageHeader {
        requireNonNull(format, "format is null");
        if (width < 1 || height < 1 || frames < 1 || orientation < 1 || orientation > 8) {
            throw new IllegalArgumentException(
                    "positive size and frames and orientation 1 to 8 expected, got %d × %d, %d frames, orientation %d"
                            .formatted(width, height, frames, orientation));
        }
        if (bitDepth != 8 && bitDepth != 16) {
            throw new IllegalArgumentException("8 or 16 bits per channel expected, got " + bitDepth);
        }
    }

    /// Reads and checks the header of a file.
    ///
    /// @throws DioramaException `UNSUPPORTED_MEDIA` for another kind of file, `INVALID_INPUT` for a damaged
    /// one, for one over a limit and for GIF
    public static ImageHeader read(Path file, ImageLimits limits) {
        return FileScan.of(file, limits).header();
    }

    /// As [#read(Path, ImageLimits)]; the channel's position is moved, and it stays open.
    public static ImageHeader read(SeekableByteChannel channel, ImageLimits limits) {
        return FileScan.of(channel, limits).header();
    }

    /// Pixels per row once the picture stands upright.
    public int uprightWidth() {
        return orientation < 5 ? width : height;
    }

    /// Rows once the picture stands upright.
    public int uprightHeight() {
        return orientation < 5 ? height : width;
    }
}
