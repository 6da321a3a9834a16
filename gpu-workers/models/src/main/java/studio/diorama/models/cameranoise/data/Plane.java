package studio.diorama.models.cameranoise.data;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.imaging.Rgb8Image;

/// One number for each pixel.
///
/// @param values (height × width) row by row
record Plane(int width, int height, float[] values) {

    private static final int SMALLEST_SIDE = 24;
    private static final int MOST_LEVELS = 5;

    /// Brightness of 8-bit codes (BT.601 weights), 0 to 255.
    static Plane brightness(Rgb8Image picture) {
        byte[] samples = picture.samples();
        float[] values = new float[picture.width() * picture.height()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.299f * (samples[3 * i] & 0xFF)
                    + 0.587f * (samples[3 * i + 1] & 0xFF)
                    + 0.114f * (samples[3 * i + 2] & 0xFF);
        }
        return new Plane(picture.width(), picture.height(), values);
    }

    /// Brightness of (height × width × 3) codes.
    static Plane brightness(float[] rgb, int width, int height) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.299f * rgb[3 * i] + 0.587f * rgb[3 * i + 1] + 0.114f * rgb[3 * i + 2];
        }
        return new Plane(width, height, values);
    }

    /// The plane and its halves, finest first.
    List<Plane> pyramid() {
        List<Plane> levels = new ArrayList<>();
        Plane level = this;
        levels.add(level);
        while (levels.size() < MOST_LEVELS && Math.min(level.width, level.height) >= 2 * SMALLEST_SIDE) {
            level = level.half();
            levels.add(level);
        }
        return levels;
    }

    /// Means of 2 × 2 pixels.
    Plane half() {
        int w = width / 2;
        int h = height / 2;
        float[] half = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int i = 2 * y * width + 2 * x;
                half[y * w + x] = (values[i] + values[i + 1] + values[i + width] + values[i + width + 1]) / 4;
            }
        }
        return new Plane(w, h, half);
    }

    /// Mean change from a pixel to the next one to the right.
    double steepness() {
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += Math.abs(values[i] - values[i - 1]);
        }
        return sum / Math.max(1, values.length - 1);
    }

    /// A part of it.
    Plane part(int left, int top, int partWidth, int partHeight) {
        float[] part = new float[partWidth * partHeight];
        for (int y = 0; y < partHeight; y++) {
            System.arraycopy(values, (top + y) * width + left, part, y * partWidth, partWidth);
        }
        return new Plane(partWidth, partHeight, part);
    }

    float at(int x, int y) {
        return values[y * width + x];
    }

    /// Change for each pixel to the right; not at the border.
    double slopeAcross(int x, int y) {
        return (at(x + 1, y) - at(x - 1, y)) / 2;
    }

    /// Change for each pixel down; not at the border.
    double slopeDown(int x, int y) {
        return (at(x, y + 1) - at(x, y - 1)) / 2;
    }

    /// Between pixels, cubic. Places beyond the border are those of the border.
    ///
    /// @param left column of the second of the four by four pixels
    /// @param top row of the second of them
    /// @param across weights of the columns
    /// @param down weights of the rows
    double between(int left, int top, double[] across, double[] down) {
        double sum = 0;
        for (int j = 0; j < 4; j++) {
            int row = Math.clamp(top + j - 1, 0, height - 1) * width;
            double line = 0;
            for (int i = 0; i < 4; i++) {
                line += across[i] * values[row + Math.clamp(left + i - 1, 0, width - 1)];
            }
            sum += down[j] * line;
        }
        return sum;
    }
}
