package studio.diorama.render.internal;

import java.util.Optional;
import studio.diorama.render.PixelBox;

/// Counts the pixels of a mask and finds its box.
final class MaskBounds {

    private int count;
    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int right = Integer.MIN_VALUE;
    private int bottom = Integer.MIN_VALUE;

    /// Adds a run of pixels of one row: from x, to before `end`.
    void add(int y, int x, int end) {
        count += end - x;
        left = Math.min(left, x);
        right = Math.max(right, end);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
    }

    int count() {
        return count;
    }

    Optional<PixelBox> box() {
        return count == 0 ? Optional.empty() : Optional.of(new PixelBox(left, top, right - left, bottom - top));
    }

    boolean touches(int least, int mostX, int leastY, int mostY) {
        return count > 0 && (left <= least || right >= mostX || top <= leastY || bottom >= mostY);
    }
}
