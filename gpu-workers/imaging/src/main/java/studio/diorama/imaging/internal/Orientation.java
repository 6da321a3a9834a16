package studio.diorama.imaging.internal;

import studio.diorama.imaging.Rgb16Image;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;

/// Turns a stored picture upright by its EXIF orientation (CIPA DC-008, tag 0x0112).
final class Orientation {

    private Orientation() {}

    static RgbImage apply(RgbImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        int width = orientation < 5 ? image.width() : image.height();
        int height = orientation < 5 ? image.height() : image.width();
        return switch (image) {
            case Rgb8Image bytes -> {
                byte[] upright = new byte[bytes.samples().length];
                turn(bytes.samples(), upright, image.width(), width, height, orientation);
                yield new Rgb8Image(width, height, upright);
            }
            case Rgb16Image shorts -> {
                short[] upright = new short[shorts.samples().length];
                turn(shorts.samples(), upright, image.width(), width, height, orientation);
                yield new Rgb16Image(width, height, upright);
            }
        };
    }

    private static void turn(byte[] stored, byte[] upright, int storedWidth, int width, int height, int orientation) {
        int step = step(storedWidth, orientation);
        for (int y = 0; y < height; y++) {
            int from = rowStart(y, storedWidth, width, height, orientation);
            int to = y * width * 3;
            for (int x = 0; x < width; x++, from += step, to += 3) {
                upright[to] = stored[from];
                upright[to + 1] = stored[from + 1];
                upright[to + 2] = stored[from + 2];
            }
        }
    }

    private static void turn(short[] stored, short[] upright, int storedWidth, int width, int height, int orientation) {
        int step = step(storedWidth, orientation);
        for (int y = 0; y < height; y++) {
            int from = rowStart(y, storedWidth, width, height, orientation);
            int to = y * width * 3;
            for (int x = 0; x < width; x++, from += step, to += 3) {
                upright[to] = stored[from];
                upright[to + 1] = stored[from + 1];
                upright[to + 2] = stored[from + 2];
            }
        }
    }

    /// Where in the stored samples the first pixel of upright row `y` lies.
    private static int rowStart(int y, int storedWidth, int width, int height, int orientation) {
        int column;
        int row;
        switch (orientation) {
            case 2 -> {
                column = width - 1;
                row = y;
            }
            case 3 -> {
                column = width - 1;
                row = height - 1 - y;
            }
            case 4 -> {
                column = 0;
                row = height - 1 - y;
            }
            case 5 -> {
                column = y;
                row = 0;
            }
            case 6 -> {
                column = y;
                row = width - 1;
            }
            case 7 -> {
                column = height - 1 - y;
                row = width - 1;
            }
            case 8 -> {
                column = height - 1 - y;
                row = 0;
            }
            default -> throw new IllegalArgumentException("orientation 2 to 8 expected, got " + orientation);
        }
        return (row * storedWidth + column) * 3;
    }

    /// Samples from one upright pixel to the next one on its right.
    private static int step(int storedWidth, int orientation) {
        return switch (orientation) {
            case 2, 3 -> -3;
            case 4 -> 3;
            case 5, 8 -> storedWidth * 3;
            case 6, 7 -> -storedWidth * 3;
            default -> throw new IllegalArgumentException("orientation 2 to 8 expected, got " + orientation);
        };
    }
}
