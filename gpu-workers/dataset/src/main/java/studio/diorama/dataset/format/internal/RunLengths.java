package studio.diorama.dataset.format.internal;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import studio.diorama.dataset.format.BinaryMask;

/// COCO's run lengths of a mask: down the columns from the top left, zeros first, then ones, zeros and so on.
///
/// @param width of the image
/// @param height of the image
/// @param counts of the runs; they sum to width · height
record RunLengths(int width, int height, int[] counts) {

    RunLengths {
        requireNonNull(counts, "counts is null");
    }

    /// The runs of a mask in an image.
    static RunLengths of(BinaryMask mask, int width, int height) {
        Runs runs = new Runs();
        boolean[] inside = mask.inside();
        for (int column = 0; column < mask.width(); column++) {
            int top = (mask.x() + column) * height + mask.y();
            for (int row = 0; row < mask.height(); row++) {
                runs.set(inside[row * mask.width() + column], top + row);
            }
            // A window as high as the image runs on into the next column; any other has a zero below it.
            if (mask.height() < height || column == mask.width() - 1) {
                runs.set(false, top + mask.height());
            }
        }
        return new RunLengths(width, height, runs.finish(width * height));
    }

    /// The string of pycocotools: each count as groups of 5 bits, lowest first, from the character '0' on; bit 5 says
    /// that more follow. From the fourth count on the difference to the count two before is written instead.
    String compressed() {
        StringBuilder text = new StringBuilder(counts.length * 2);
        for (int i = 0; i < counts.length; i++) {
            int rest = i > 2 ? counts[i] - counts[i - 2] : counts[i];
            boolean more;
            do {
                int group = rest & 0x1F;
                rest >>= 5;
                // The highest bit of the last group is the sign.
                more = (group & 0x10) == 0 ? rest != 0 : rest != -1;
                text.append((char) ((more ? group | 0x20 : group) + '0'));
            } while (more);
        }
        return text.toString();
    }

    /// Runs as they grow.
    private static final class Runs {
        private int[] counts = new int[64];
        private int size;
        private boolean value;
        private int start;

        /// Says what the pixels from `position` on are.
        private void set(boolean here, int position) {
            if (here == value) {
                return;
            }
            if (size == counts.length) {
                counts = Arrays.copyOf(counts, size * 2);
            }
            counts[size++] = position - start;
            start = position;
            value = here;
        }

        /// Ends at `total` pixels; a last run without pixels is left out, a first one is not.
        private int[] finish(int total) {
            if (start == total && size > 0) {
                return Arrays.copyOf(counts, size);
            }
            int[] all = Arrays.copyOf(counts, size + 1);
            all[size] = total - start;
            return all;
        }
    }
}
