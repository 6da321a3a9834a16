package studio.diorama.geometry.internal;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.Texture;
import studio.diorama.geometry.io.ModelLimits;

/// Decodes PNG and JPEG; size is checked before a texel is.
public final class TextureDecoder {

    private final ModelLimits limits;
    private long texelsLeft;

    public TextureDecoder(ModelLimits limits) {
        this.limits = limits;
        texelsLeft = limits.maxTexels();
    }

    /// @param name for messages and for the texture
    /// @throws DioramaException for other formats, damaged pictures and those beyond the limits
    public Texture decode(byte[] bytes, String name) {
        ImageReader reader = readerFor(bytes, name);
        try {
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)), true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.max(width, height) > limits.maxTextureSide() || (long) width * height > texelsLeft) {
                throw new DioramaException(
                        ErrorCode.TOO_LARGE,
                        "%s: textures up to %d texels wide and of %d texels in all expected, got another of %d × %d"
                                .formatted(name, limits.maxTextureSide(), limits.maxTexels(), width, height));
            }
            texelsLeft -= (long) width * height;
            return texture(reader.read(0), name);
        } catch (DioramaException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Java's decoders answer damage with whatever exception they stumble over.
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, name + ": the picture is damaged and cannot be decoded", e);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader readerFor(byte[] bytes, String name) {
        boolean png =
                bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
        boolean jpeg = bytes.length > 3 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8;
        if (!png && !jpeg) {
            throw new DioramaException(
                    ErrorCode.UNSUPPORTED_MEDIA, name + ": a PNG or JPEG expected, got another format");
        }
        return ImageIO.getImageReadersByFormatName(png ? "png" : "jpeg").next();
    }

    private static Texture texture(BufferedImage image, String name) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] rgba = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 4)];
        ColorModel colours = image.getColorModel();
        boolean grey =
                colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY && !(colours instanceof IndexColorModel);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            if (grey) {
                readGreyRow(image.getRaster(), colours, y, row);
            } else {
                image.getRGB(0, y, width, 1, row, 0, width);
            }
            for (int x = 0; x < width; x++) {
                int at = (y * width + x) * 4;
                rgba[at] = (byte) (row[x] >> 16);
                rgba[at + 1] = (byte) (row[x] >> 8);
                rgba[at + 2] = (byte) row[x];
                rgba[at + 3] = (byte) (row[x] >>> 24);
            }
        }
        return new Texture(name, width, height, rgba);
    }

    /// Java takes grey samples for linear light and would encode them anew; they are meant as they are.
    private static void readGreyRow(Raster raster, ColorModel colours, int y, int[] row) {
        int bits = colours.getComponentSize(0);
        int[] sample = new int[raster.getNumBands()];
        for (int x = 0; x < row.length; x++) {
            raster.getPixel(x, y, sample);
            int grey = scaled(sample[0], bits);
            int alpha = sample.length > 1 ? scaled(sample[1], bits) : 255;
            row[x] = alpha << 24 | grey << 16 | grey << 8 | grey;
        }
    }

    private static int scaled(int sample, int bits) {
        int most = (1 << bits) - 1;
        return (sample * 255 + most / 2) / most;
    }

    /// Whether a file's name is one of a picture that can be decoded.
    public static boolean takes(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return lower.endsWith(".png") || lower.endsWith(".jpg") || lower.endsWith(".jpeg");
    }
}
