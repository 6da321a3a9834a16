package studio.diorama.dataset.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import studio.diorama.dataset.format.PixelPoint;

/// What hulls cover on a grid of 64 cells a side over the picture, and one picture's width around it.
final class CoverageGrid {

    private static final int CELLS = 64;

    private final double cellWidth;
    private final double cellHeight;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> distances = new ArrayList<>();

    CoverageGrid(int width, int height) {
        this.cellWidth = (double) width / CELLS;
        this.cellHeight = (double) height / CELLS;
    }

    /// An object.
    ///
    /// @param points of its hull, pixels
    /// @param distance from the camera; nearer ones hide farther ones
    void add(List<PixelPoint> points, double distance) {
        rows.add(spans(points));
        distances.add(distance);
    }

    /// What is left of an object.
    ///
    /// @param x left edge of its box in the picture, pixels
    /// @param inside cells in the picture
    /// @param visible cells that no nearer object covers
    /// @param truncation share of its cells outside the picture
    record Covered(double x, double y, double width, double height, int inside, int visible, double truncation) {}

    /// In the order in which objects were added.
    List<Covered> covered() {
        int[] owner = new int[CELLS * CELLS];
        Arrays.fill(owner, -1);
        List<Integer> farFirst = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparing(distances::get, Comparator.reverseOrder()))
                .toList();
        for (int object : farFirst) {
            for (int cell : cells(object)) {
                owner[cell] = object;
            }
        }
        int[] visible = new int[rows.size()];
        for (int object : owner) {
            if (object >= 0) {
                visible[object]++;
            }
        }
        return IntStream.range(0, rows.size())
                .mapToObj(object -> covered(object, visible[object]))
                .toList();
    }

    private Covered covered(int object, int visible) {
        double minX = CELLS;
        double maxX = 0;
        double minY = CELLS;
        double maxY = 0;
        double all = 0;
        int inside = 0;
        double[] spans = rows.get(object);
        for (int row = -CELLS; row < 2 * CELLS; row++) {
            double from = spans[2 * (row + CELLS)];
            double to = spans[2 * (row + CELLS) + 1];
            all += Math.max(0, last(to) - first(from) + 1);
            if (row >= 0 && row < CELLS) {
                int left = Math.max(0, first(from));
                int right = Math.min(CELLS - 1, last(to));
                if (left <= right) {
                    inside += right - left + 1;
                    minX = Math.min(minX, Math.max(0, from));
                    maxX = Math.max(maxX, Math.min(CELLS, to));
                    minY = Math.min(minY, row);
                    maxY = Math.max(maxY, row + 1.0);
                }
            }
        }
        return new Covered(
                minX * cellWidth,
                minY * cellHeight,
                (maxX - minX) * cellWidth,
                (maxY - minY) * cellHeight,
                inside,
                visible,
                all == 0 ? 0 : 1 - inside / all);
    }

    private List<Integer> cells(int object) {
        List<Integer> cells = new ArrayList<>();
        double[] spans = rows.get(object);
        for (int row = 0; row < CELLS; row++) {
            int left = Math.max(0, first(spans[2 * (row + CELLS)]));
            int right = Math.min(CELLS - 1, last(spans[2 * (row + CELLS) + 1]));
            for (int column = left; column <= right; column++) {
                cells.add(row * CELLS + column);
            }
        }
        return cells;
    }

    private static int first(double from) {
        return (int) Math.ceil(Math.min(from, 1e6) - 0.5);
    }

    private static int last(double to) {
        return (int) Math.ceil(Math.max(to, -1e6) - 0.5) - 1;
    }

    /// From where to where the hull reaches along the middle of each row, in cells, from one picture above on.
    private double[] spans(List<PixelPoint> points) {
        double[] spans = new double[6 * CELLS];
        for (int i = 0; i < spans.length; i += 2) {
            spans[i] = Double.POSITIVE_INFINITY;
            spans[i + 1] = Double.NEGATIVE_INFINITY;
        }
        List<PixelPoint> hull = hull(points);
        for (int i = 0; i < hull.size(); i++) {
            PixelPoint from = hull.get(i);
            PixelPoint to = hull.get((i + 1) % hull.size());
            int top = (int) Math.ceil(Math.max(-CELLS, Math.min(from.y(), to.y())) - 0.5);
            int bottom = (int) Math.ceil(Math.min(2 * CELLS, Math.max(from.y(), to.y())) - 0.5);
            for (int row = top; row < bottom; row++) {
                double share = (row + 0.5 - from.y()) / (to.y() - from.y());
                double x = from.x() + share * (to.x() - from.x());
                int at = 2 * (row + CELLS);
                spans[at] = Math.min(spans[at], Math.max(x, -CELLS));
                spans[at + 1] = Math.max(spans[at + 1], Math.min(x, 2.0 * CELLS));
            }
        }
        return spans;
    }

    /// Andrew's convex hull (1979), in cells.
    private List<PixelPoint> hull(List<PixelPoint> points) {
        List<PixelPoint> sorted = points.stream()
                .map(point -> new PixelPoint(point.x() / cellWidth, point.y() / cellHeight))
                .sorted(Comparator.comparingDouble(PixelPoint::x).thenComparingDouble(PixelPoint::y))
                .toList();
        List<PixelPoint> hull = new ArrayList<>();
        for (List<PixelPoint> half : List.of(sorted, sorted.reversed())) {
            int start = hull.size();
            for (PixelPoint point : half) {
                while (hull.size() >= start + 2 && turn(hull.get(hull.size() - 2), hull.getLast(), point) <= 0) {
                    hull.removeLast();
                }
                hull.add(point);
            }
            hull.removeLast();
        }
        return hull;
    }

    private static double turn(PixelPoint a, PixelPoint b, PixelPoint c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }
}
