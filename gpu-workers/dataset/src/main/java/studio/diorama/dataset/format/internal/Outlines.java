package studio.diorama.dataset.format.internal;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.dataset.format.BinaryMask;

/// Follows the cracks between a mask's pixels and what lies around them, so that an outline encloses exactly the
/// pixels that belong.
///
/// Pixels that touch only at a corner are apart (4-connected). Outlines turn clockwise on the screen, holes the
/// other way.
final class Outlines {

    /// Steps east, south, west, north.
    private static final int[] DX = {1, 0, -1, 0};
    private static final int[] DY = {0, 1, 0, -1};

    private Outlines() {}

    /// A closed line along pixel edges.
    ///
    /// @param xs of its corners, pixel edges in the image
    /// @param ys of its corners, pixel edges in the image
    record Loop(int[] xs, int[] ys) {

        int size() {
            return xs.length;
        }

        /// Enclosed pixels; negative for a hole.
        long area() {
            long twice = 0;
            for (int i = 0; i < xs.length; i++) {
                int next = (i + 1) % xs.length;
                twice += (long) xs[i] * ys[next] - (long) xs[next] * ys[i];
            }
            return twice / 2;
        }
    }

    /// All outlines and holes, in the order of their first pixel.
    static List<Loop> of(BinaryMask mask) {
        List<Loop> loops = new ArrayList<>();
        boolean[] followed = new boolean[mask.inside().length];
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                int pixel = y * mask.width() + x;
                if (mask.inside()[pixel] && !followed[pixel] && !inside(mask, x, y - 1)) {
                    loops.add(follow(mask, x, y, followed));
                }
            }
        }
        return loops;
    }

    /// Follows the loop that runs east along the top of a pixel, marking all such tops.
    private static Loop follow(BinaryMask mask, int startX, int startY, boolean[] followed) {
        Corners corners = new Corners();
        int x = startX;
        int y = startY;
        int heading = 0;
        do {
            if (heading == 0) {
                followed[y * mask.width() + x] = true;
            }
            x += DX[heading];
            y += DY[heading];
            int turned = turn(mask, x, y, heading);
            if (turned != heading) {
                corners.add(mask.x() + x, mask.y() + y);
                heading = turned;
            }
        } while (x != startX || y != startY || heading != 0);
        return corners.loop();
    }

    /// The heading after a corner: the mask stays at the right hand.
    private static int turn(BinaryMask mask, int x, int y, int heading) {
        int right = (heading + 1) & 3;
        // The two pixels ahead of the corner, right and left of the line.
        int aheadX = x + Math.min(DX[heading], 0);
        int aheadY = y + Math.min(DY[heading], 0);
        int rightX = aheadX + Math.min(DX[right], 0);
        int rightY = aheadY + Math.min(DY[right], 0);
        int leftX = aheadX + Math.min(-DX[right], 0);
        int leftY = aheadY + Math.min(-DY[right], 0);
        if (!inside(mask, rightX, rightY)) {
            return right;
        }
        return inside(mask, leftX, leftY) ? (heading + 3) & 3 : heading;
    }

    private static boolean inside(BinaryMask mask, int x, int y) {
        return x >= 0 && y >= 0 && x < mask.width() && y < mask.height() && mask.inside()[y * mask.width() + x];
    }

    /// Corners as they are found.
    private static final class Corners {
        private int[] xs = new int[16];
        private int[] ys = new int[16];
        private int size;

        private void add(int x, int y) {
            if (size == xs.length) {
                xs = java.util.Arrays.copyOf(xs, size * 2);
                ys = java.util.Arrays.copyOf(ys, size * 2);
            }
            xs[size] = x;
            ys[size++] = y;
        }

        private Loop loop() {
            return new Loop(java.util.Arrays.copyOf(xs, size), java.util.Arrays.copyOf(ys, size));
        }
    }
}
