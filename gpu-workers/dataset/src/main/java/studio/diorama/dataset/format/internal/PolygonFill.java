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

    /// Room for polygons around a mask and, within the image, one more pixel on the right and below, where strokes go.
    PolygonFill(BinaryMask mask, int imageWidth, int imageHeight) {
        left = mask.x();
        top = mask.y();
        width = Math.min(mask.width() + 1, imageWidth - left);
        height = Math.min(mask.height() + 1, imageHeight - top);
        covered = new boolean[width * height];
    }

    /// Adds a polygon.
    void add(Outlines.Loop polygon) {
        int[] xs = polygon.xs();
        int[] ys = polygon.ys();
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

    /// Adds the pixels under a polygon's line, its corners taken for pixels, as a drawing library does.
    void stroke(Outlines.Loop polygon) {
        for (int i = 0; i < polygon.size(); i++) {
            int next = (i + 1) % polygon.size();
            stroke(polygon.xs()[i], polygon.ys()[i], polygon.xs()[next], polygon.ys()[next]);
        }
    }

    private void stroke(int x0, int y0, int x1, int y1) {
        int steps = Math.max(1, Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)));
        for (int i = 0; i <= steps; i++) {
            int x = (int) Math.round(x0 + (double) i * (x1 - x0) / steps) - left;
            int y = (int) Math.round(y0 + (double) i * (y1 - y0) / steps) - top;
            if (x < width && y < height) {
                covered[y * width + x] = true;
            }
        }
    }

    /// Pixels in both over pixels in either.
    double overlap(BinaryMask mask) {
        long both = 0;
        long either = 0;
        for (int i = 0; i < covered.length; i++) {
            boolean inside = mask.contains(left + i % width, top + i / width);
            both += covered[i] && inside ? 1 : 0;
            either += covered[i] || inside ? 1 : 0;
        }
        return either == 0 ? 1 : (double) both / either;
    }
}
