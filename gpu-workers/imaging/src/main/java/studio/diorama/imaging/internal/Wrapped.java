package studio.diorama.imaging.internal;

import static java.util.Objects.requireNonNull;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import studio.diorama.imaging.Rgb16Image;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;

/// Shows arrays to the JDK's imaging classes without copying them.
public final class Wrapped {

    private Wrapped() {}

    public static BufferedImage image(RgbImage image) {
        return switch (image) {
            case Rgb8Image bytes ->
                image(
                        new DataBufferByte(bytes.samples(), bytes.samples().length),
                        image.width(),
                        image.height(),
                        3,
                        ColorSpace.CS_sRGB);
            case Rgb16Image shorts ->
                image(
                        new DataBufferUShort(shorts.samples(), shorts.samples().length),
                        image.width(),
                        image.height(),
                        3,
                        ColorSpace.CS_sRGB);
        };
    }

    /// Shows a map of one channel.
    ///
    /// @param samples (height × width) unsigned shorts
    public static BufferedImage grey(int width, int height, short[] samples) {
        requireNonNull(samples, "samples is null");
        if (width < 1 || height < 1 || samples.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(
                    "%d × %d samples expected, got %d".formatted(width, height, samples.length));
        }
        return image(new DataBufferUShort(samples, samples.length), width, height, 1, ColorSpace.CS_GRAY);
    }

    private static BufferedImage image(DataBuffer data, int width, int height, int channels, int colours) {
        int[] offsets = channels == 3 ? new int[] {0, 1, 2} : new int[] {0};
        WritableRaster raster =
                Raster.createInterleavedRaster(data, width, height, width * channels, channels, offsets, null);
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(colours), false, false, ComponentColorModel.OPAQUE, data.getDataType());
        return new BufferedImage(model, raster, false, null);
    }
}
