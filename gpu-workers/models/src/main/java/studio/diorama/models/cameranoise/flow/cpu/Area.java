package studio.diorama.models.cameranoise.flow.cpu;

/// A rectangle of pixels.
///
/// @param left first column
/// @param top first row
/// @param right column after the last
/// @param bottom row after the last
public record Area(int left, int top, int right, int bottom) {

    public Area {
        if (left >= right || top >= bottom) {
            throw new IllegalArgumentException(
                    "an area must hold a pixel, got %d..%d × %d..%d".formatted(left, right, top, bottom));
        }
    }

    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }

    /// This area with a border, as far as `within` reaches.
    Area grown(int border, Area within) {
        return new Area(
                Math.max(left - border, within.left),
                Math.max(top - border, within.top),
                Math.min(right + border, within.right),
                Math.min(bottom + border, within.bottom));
    }

    boolean hasRow(int y) {
        return y >= top && y < bottom;
    }

    /// The first even (0) or odd (1) column; `right` or the one after it where there is none.
    int firstColumn(int parity) {
        return left + ((left ^ parity) & 1);
    }

    /// How many even (0) or odd (1) columns there are.
    int columns(int parity) {
        return (right - firstColumn(parity) + 1) / 2;
    }
}
