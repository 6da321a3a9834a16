package studio.diorama.dataset.format;

/// An upright rectangle, half-open in pixel edges: one pixel at column 7 is x = 7, width = 1.
///
/// @param x left edge, pixels
/// @param y top edge, pixels
/// @param width pixels, not negative
/// @param height pixels, not negative
public record PixelBox(double x, double y, double width, double height) {

    /// Nothing at all.
    public static final PixelBox EMPTY = new PixelBox(0, 0, 0, 0);

    public PixelBox {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !(width >= 0) || !(height >= 0)) {
            throw new IllegalArgumentException(
                    "a box is finite with sides of at least 0, got x %s, y %s, width %s, height %s"
                            .formatted(x, y, width, height));
        }
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public boolean isEmpty() {
        return width == 0 || height == 0;
    }
}
