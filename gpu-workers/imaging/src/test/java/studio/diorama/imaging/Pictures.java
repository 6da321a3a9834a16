package studio.diorama.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import studio.diorama.imaging.internal.Wrapped;

/// Pictures that tests make, and the JDK's writers as an independent way of encoding them.
final class Pictures {

    private Pictures() {}

    /// Smooth colours that differ in every direction, with a little seeded noise.
    static Rgb8Image photo(int width, int height, int noise) {
        byte[] samples = new byte[width * height * 3];
        Random random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = (y * width + x) * 3;
                samples[at] = (byte) Math.min(255, 30 + 200 * x / width + random.nextInt(noise + 1));
                samples[at + 1] = (byte) Math.min(255, 20 + 180 * y / height + random.nextInt(noise + 1));
                samples[at + 2] =
                        (byte) Math.min(255, 40 + 150 * (x + y) / (width + height) + random.nextInt(noise + 1));
            }
        }
        return new Rgb8Image(width, height, samples);
    }

    static Rgb16Image photo16(int width, int height) {
        Rgb8Image photo = photo(width, height, 8);
        short[] samples = new short[photo.samples().length];
        Random random = new Random(8);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((photo.samples()[i] & 0xFF) << 8 | random.nextInt(256));
        }
        return new Rgb16Image(width, height, samples);
    }

    static byte[] png(RgbImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PngWriter.write(image, bytes);
        return bytes.toByteArray();
    }

    static byte[] jpeg(RgbImage image, boolean progressive) {
        return encode(
                "jpeg",
                Wrapped.image(image),
                progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    }

    static byte[] tiff(RgbImage image) {
        return encode("tiff", Wrapped.image(image), ImageWriteParam.MODE_COPY_FROM_METADATA);
    }

    /// Any picture through one of the JDK's writers.
    static byte[] encode(String format, BufferedImage image, int progressiveMode) {
        ImageWriter writer = jdkWriter(format);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (parameters.canWriteProgressive()) {
                parameters.setProgressiveMode(progressiveMode);
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter jdkWriter(String format) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
                return writer;
            }
        }
        throw new AssertionError("the JDK has no writer for " + format);
    }

    static Path file(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The mean absolute difference of two pictures' samples, in levels of 255.
    static double difference(Rgb8Image one, Rgb8Image other) {
        if (one.width() != other.width() || one.height() != other.height()) {
            throw new AssertionError("sizes differ: %d × %d and %d × %d"
                    .formatted(one.width(), one.height(), other.width(), other.height()));
        }
        long sum = 0;
        for (int i = 0; i < one.samples().length; i++) {
            sum += Math.abs((one.samples()[i] & 0xFF) - (other.samples()[i] & 0xFF));
        }
        return (double) sum / one.samples().length;
    }
}
