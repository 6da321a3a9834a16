package studio.diorama.dataset.format.internal;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The rectangle of least area around outlines, at any angle.
///
/// One side lies on an edge of the convex hull (Freeman and Shapira 1975), so each edge is tried.
///
/// @param xs of its four corners, in order around it, pixel edges
/// @param ys of its four corners
record LeastRectangle(double[] xs, double[] ys) {

    LeastRectangle {
        requireNonNull(xs, "xs is null");
        requireNonNull(ys, "ys is null");
    }

    private record Corner(int x, int y) {}

    static LeastRectangle around(List<Outlines.Loop> loops) {
        List<Corner> hull = hull(loops);
        double least = Double.POSITIVE_INFINITY;
        LeastRectangle best = null;
        for (int i = 0; i < hull.size(); i++) {
            Corner from = hull.get(i);
            Corner to = hull.get((i + 1) % hull.size());
            double length = Math.hypot(to.x - from.x, to.y - from.y);
            double ux = (to.x - from.x) / length;
            double uy = (to.y - from.y) / length;
            double[] along = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            double[] across = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            for (Corner corner : hull) {
                widen(along, corner.x * ux + corner.y * uy);
                widen(across, corner.y * ux - corner.x * uy);
            }
            double area = (along[1] - along[0]) * (across[1] - across[0]);
            // Equal areas, such as a square's four edges, keep the first, so the result does not hang on rounding.
            if (area < least * (1 - 1e-12)) {
                least = area;
                best = corners(ux, uy, along, across);
            }
        }
        return requireNonNull(best, "a mask without pixels has no rectangle");
    }

    /// Whether no corner lies outside the image.
    boolean isInside(int width, int height) {
        for (int i = 0; i < 4; i++) {
            if (xs[i] < -1e-9 || ys[i] < -1e-9 || xs[i] > width + 1e-9 || ys[i] > height + 1e-9) {
                return false;
            }
        }
        return true;
    }

    private static void widen(double[] range, double value) {
        range[0] = Math.min(range[0], value);
        range[1] = Math.max(range[1], value);
    }

    private static LeastRectangle corners(double ux, double uy, double[] along, double[] across) {
        double[] xs = new double[4];
        double[] ys = new double[4];
        for (int i = 0; i < 4; i++) {
            double a = along[i == 1 || i == 2 ? 1 : 0];
            double b = across[i >= 2 ? 1 : 0];
            xs[i] = a * ux - b * uy;
            ys[i] = a * uy + b * ux;
        }
        return new LeastRectangle(xs, ys);
    }

    /// Andrew's monotone chain (1979), corners in order, none on a line between others.
    private static List<Corner> hull(List<Outlines.Loop> loops) {
        List<Corner> corners = new ArrayList<>();
        for (Outlines.Loop loop : loops) {
            for (int i = 0; i < loop.size(); i++) {
                corners.add(new Corner(loop.xs()[i], loop.ys()[i]));
            }
        }
        corners.sort(Comparator.comparingInt(Corner::x).thenComparingInt(Corner::y));
        List<Corner> hull = new ArrayList<>(half(corners));
        hull.removeLast();
        List<Corner> back = half(corners.reversed());
        hull.addAll(back.subList(0, back.size() - 1));
        return hull;
    }

    private static List<Corner> half(List<Corner> sorted) {
        List<Corner> chain = new ArrayList<>();
        for (Corner next : sorted) {
            while (chain.size() > 1 && turn(chain.get(chain.size() - 2), chain.getLast(), next) <= 0) {
                chain.removeLast();
            }
            chain.add(next);
        }
        return chain;
    }

    private static long turn(Corner a, Corner b, Corner c) {
        return (long) (b.x - a.x) * (c.y - a.y) - (long) (b.y - a.y) * (c.x - a.x);
    }
}
