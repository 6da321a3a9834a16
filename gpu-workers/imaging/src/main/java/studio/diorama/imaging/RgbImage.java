package studio.diorama.imaging;

/// An upright sRGB picture in memory: interleaved R, G, B, row-major from the top left, no alpha, no padding.
public sealed interface RgbImage permits Rgb8Image, Rgb16Image {

    /// Pixels per row.
    int width();

    /// Rows.
    int height();

    /// Bits per channel: 8 or 16.
    int bitDepth();

    /// Width times height.
    default long pixels() {
        return (long) width() * height();
    }
}
