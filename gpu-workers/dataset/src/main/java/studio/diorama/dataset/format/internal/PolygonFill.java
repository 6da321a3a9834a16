package studio.diorama.dataset.format.internal;

import java.util.Arrays;
import studio.diorama.dataset.format.BinaryMask;

/// Fills polygons whose corners are pixel edges, even-odd within a polygon, together over several: a pixel belongs if
/// its centre does.
final class PolygonFill {

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final boolean[] covered;

    /// A window of the image that holds all polygons.
    PolygonFill(int left, int top, int width, int height) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.covered = new boolean[width * height];
    }

    /// Adds a polygon.
    void add(int[] xs, int[] ys) {
        double[] crossings = new double[xs.length];
        for (int row = 0; row < height; row++) {
            double centre = top + row + 0.5;
            int count = 0;
            for (int i = 0; i < xs.length; i++) {
                int next = i + 1 == xs.length ? 0 : i + 1;
                if ((ys[i] < centre) != (ys[next] < centre)) {
                    double along = (centre - ys[i]) / (ys[next] - ys[i]);
                    crossings[count++] = xs[i] + along * (xs[next] - xs[i]);
                }
            }
            Arrays.sort(crossings, 0, count);
            for (int i = 0; i + 1 < count; i += 2) {
                int from = (int) Math.ceil(crossings[i] - 0.5) - left;
                int to = (int) Math.ceil(crossings[i + 1] - 0.5) - left;
                Arrays.fill(covered, row * width + Math.max(0, from), row * width + Math.min(width, to), true);
            }
        }
    }

    /// Adds the pixels under a line between two corners, as a drawing library that strokes its polygons does.
    void stroke(int x0, int y0, int x1, int y1) {
        int steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
        for (int i = 0; i <= steps; i++) {
            int x = (steps == 0 ? x0 : (int) Math.round(x0 + (double) i * (x1 - x0) / steps)) - left;
            int y = (steps == 0 ? y0 : (int) Math.round(y0 + (double) i * (y1 - y0) / steps)) - top;
            if (x >= 0 && y >= 0 && x < width && y < height) {
                covered[y * width + x] = true;
            }
        }
    }

    /// How many pixels are covered.
    long covered() {
        long count = 0;
        for (boolean pixel : covered) {
            count += pixel ? 1 : 0;
        }
        return count;
    }

    /// Pixels in both over pixels in either.
    ///
    /// @param mask whose window is this one's
    double overlap(BinaryMask mask) {
        long both = 0;
        long either = 0;
        for (int i = 0; i < covered.length; i++) {
            both += covered[i] && mask.inside()[i] ? 1 : 0;
            either += covered[i] || mask.inside()[i] ? 1 : 0;
        }
        return either == 0 ? 1 : (double) both / either;
    }
}
