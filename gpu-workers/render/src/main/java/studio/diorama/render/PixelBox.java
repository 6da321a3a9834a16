package studio.diorama.render;

/// A box in pixel edges, half open: the one pixel at column 7 is x = 7, width = 1. It may reach out of the picture.
public record PixelBox(int x, int y, int width, int height) {

    public PixelBox {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "box: at least one pixel expected, got %d × %d".formatted(width, height));
        }
    }
}
