package studio.diorama.dataset.format;

import static java.util.Objects.requireNonNull;

/// A set of pixels, kept as the window that they fill.
///
/// @param x left column of the window in the image
/// @param y top row of the window in the image
/// @param width columns of the window
/// @param height rows of the window
/// @param inside (height × width) row-major, true where the pixel belongs; not copied
public record BinaryMask(int x, int y, int width, int height, boolean[] inside) {

    public static final BinaryMask EMPTY = new BinaryMask(0, 0, 0, 0, new boolean[0]);

    public BinaryMask {
        requireNonNull(inside, "inside is null");
        if (x < 0 || y < 0 || width < 0 || height < 0 || inside.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException("a window of %d × %d pixels at (%d, %d) expected, got %d pixels"
                    .formatted(width, height, x, y, inside.length));
        }
    }

    /// Whether the pixel at this column and row of the image belongs.
    public boolean contains(int column, int row) {
        return column >= x
                && row >= y
                && column < x + width
                && row < y + height
                && inside[(row - y) * width + (column - x)];
    }

    /// How many pixels belong.
    public int area() {
        int area = 0;
        for (boolean pixel : inside) {
            if (pixel) {
                area++;
            }
        }
        return area;
    }

    /// The pixels of one id in an id map, or an empty mask.
    ///
    /// @param ids (… × imageWidth) row-major
    /// @param window that holds all pixels of the id; whole pixels
    public static BinaryMask ofId(int[] ids, int imageWidth, int id, PixelBox window) {
        int x = (int) window.x();
        int y = (int) window.y();
        int width = (int) window.width();
        int height = (int) window.height();
        boolean[] inside = new boolean[width * height];
        for (int row = 0; row < height; row++) {
            int from = (y + row) * imageWidth + x;
            for (int column = 0; column < width; column++) {
                inside[row * width + column] = ids[from + column] == id;
            }
        }
        return new BinaryMask(x, y, width, height, inside);
    }
}
