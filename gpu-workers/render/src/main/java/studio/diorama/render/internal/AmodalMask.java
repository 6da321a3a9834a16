package studio.diorama.render.internal;

import java.util.BitSet;

/// What one object would own if it stood alone.
final class AmodalMask {

    /// Pixels of the larger picture, in this picture's coordinates.
    final MaskBounds all = new MaskBounds();
    /// Pixels of this picture.
    final MaskBounds inside = new MaskBounds();
    /// Bit y · width + x, or null where masks are not wanted.
    final BitSet bits;
    /// Whether it reaches the border of the larger picture.
    boolean cut;

    AmodalMask(boolean withBits) {
        bits = withBits ? new BitSet() : null;
    }

    /// Adds a run of this picture.
    void addInside(int y, int x, int end, int width) {
        inside.add(y, x, end);
        if (bits != null) {
            bits.set(y * width + x, y * width + end);
        }
    }
}
