package studio.diorama.render;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;

/// A mask over the whole picture.
///
/// @param width pixels a row
/// @param height rows
/// @param bits bit y · width + x is set inside; not copied, so it must not change afterwards
public record PixelMask(int width, int height, BitSet bits) {

    public PixelMask {
        requireNonNull(bits, "bits is null");
        if (bits.length() > (long) width * height) {
            throw new IllegalArgumentException(
                    "mask: at most %d × %d bits expected, got %d".formatted(width, height, bits.length()));
        }
    }

    public boolean contains(int x, int y) {
        return bits.get(y * width + x);
    }
}
