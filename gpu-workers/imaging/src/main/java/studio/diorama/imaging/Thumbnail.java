package studio.diorama.imaging;

import java.io.OutputStream;
import java.util.Arrays;

/// Makes pictures smaller: each new pixel is the mean light of the area that it covers.
///
/// Light is averaged in linear units (IEC 61966-2-1), so fine patterns keep their brightness.
public final class Thumbnail {

    private static final int QUALITY = 85;

    private Thumbnail() {}

    /// Writes a thumbnail as a JPEG file. The stream stays open.
    public static void write(Rgb8Image thumbnail, OutputStream output) {
        JpegWriter.write(thumbnail, QUALITY, ChromaSubsampling.YUV_420, output);
    }

    /// The picture with its longest side at most `maxSide`; never larger than it was.
    public static Rgb8Image of(RgbImage image, int maxSide) {
        double scale = Math.min(1.0, (double) maxSide / Math.max(image.width(), image.height()));
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        int height = Math.max(1, (int) Math.round(image.height() * scale));
        float[] light = linearLight(image.bitDepth());
        byte[] samples = new byte[width * height * 3];
        float[] row = new float[width * 3];
        double[] sums = new double[width * 3];
        int stored = 0;
        for (int y = 0; y < height; y++) {
            double top = (double) y * image.height() / height;
            double bottom = (double) (y + 1) * image.height() / height;
            Arrays.fill(sums, 0);
            for (int source = (int) top; source < Math.min(Math.ceil(bottom), image.height()); source++) {
                if (source >= stored) {
                    shrinkRow(image, source, light, row);
                    stored = source + 1;
                }
                double weight = Math.min(bottom, source + 1) - Math.max(top, source);
                for (int i = 0; i < row.length; i++) {
                    sums[i] += weight * row[i];
                }
            }
            for (int i = 0; i < row.length; i++) {
                samples[y * row.length + i] = (byte) encoded(sums[i] / (bottom - top));
            }
        }
        return new Rgb8Image(width, height, samples);
    }

    private static void shrinkRow(RgbImage image, int y, float[] light, float[] row) {
        int width = row.length / 3;
        double step = (double) image.width() / width;
        int start = y * image.width() * 3;
        for (int x = 0; x < width; x++) {
            double left = x * step;
            double right = Math.min(image.width(), (x + 1) * step);
            double red = 0;
            double green = 0;
            double blue = 0;
            for (int source = (int) left; source < right; source++) {
                double weight = Math.min(right, source + 1) - Math.max(left, source);
                int at = start + source * 3;
                red += weight * light[sample(image, at)];
                green += weight * light[sample(image, at + 1)];
                blue += weight * light[sample(image, at + 2)];
            }
            row[x * 3] = (float) (red / (right - left));
            row[x * 3 + 1] = (float) (green / (right - left));
            row[x * 3 + 2] = (float) (blue / (right - left));
        }
    }

    private static int sample(RgbImage image, int at) {
        return switch (image) {
            case Rgb8Image bytes -> bytes.samples()[at] & 0xFF;
            case Rgb16Image shorts -> shorts.samples()[at] & 0xFFFF;
        };
    }

    private static float[] linearLight(int bitDepth) {
        float[] light = new float[1 << bitDepth];
        for (int i = 0; i < light.length; i++) {
            double value = i / (light.length - 1.0);
            light[i] = (float) (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return light;
    }

    private static int encoded(double light) {
        double value = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        return Math.clamp(Math.round(value * 255), 0, 255);
    }
}
