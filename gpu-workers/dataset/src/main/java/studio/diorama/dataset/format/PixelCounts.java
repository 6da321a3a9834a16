package studio.diorama.dataset.format;

/// How many pixels an object has.
///
/// @param visible that it owns in the image
/// @param amodal that it would own if nothing stood before it, in the image
/// @param all that it would own on a canvas three times as wide and high
public record PixelCounts(long visible, long amodal, long all) {

    public PixelCounts {
        if (visible < 0 || amodal < visible || all < amodal) {
            throw new IllegalArgumentException(
                    "0 ≤ visible ≤ amodal ≤ all expected, got %d, %d, %d".formatted(visible, amodal, all));
        }
    }

    /// Share of the pixels in the image that something else hides; 0 where there are none.
    public double occlusion() {
        return amodal == 0 ? 0 : 1 - (double) visible / amodal;
    }

    /// Share of the pixels that lie outside the image; 0 where there are none.
    public double truncation() {
        return all == 0 ? 0 : 1 - (double) amodal / all;
    }

    /// Share of all pixels that are visible; 0 where there are none.
    public double visibleFraction() {
        return all == 0 ? 0 : (double) visible / all;
    }
}
