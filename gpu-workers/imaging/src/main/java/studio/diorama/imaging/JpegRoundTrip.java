package studio.diorama.imaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.stream.MemoryCacheImageInputStream;
import studio.diorama.imaging.internal.StoredPixels;

/// What a picture looks like after a camera has stored it as JPEG.
public final class JpegRoundTrip {

    private JpegRoundTrip() {}

    /// Encodes and decodes in memory.
    ///
    /// @param quality 1 to 100
    public static Rgb8Image apply(Rgb8Image image, int quality, ChromaSubsampling subsampling) {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        JpegWriter.write(image, quality, subsampling, jpeg);
        try (MemoryCacheImageInputStream input =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg.toByteArray()))) {
            return StoredPixels.readRgbJpeg(input, image.width(), image.height());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
