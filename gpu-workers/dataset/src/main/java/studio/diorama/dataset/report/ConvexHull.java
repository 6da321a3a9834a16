package studio.diorama.dataset.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.diorama.dataset.format.PixelPoint;

/// The convex hull of points in a picture (Andrew 1979).
final class ConvexHull {

    private final List<PixelPoint> corners;

    ConvexHull(List<PixelPoint> points) {
        List<PixelPoint> sorted = points.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(PixelPoint::x).thenComparingDouble(PixelPoint::y))
                .toList();
        List<PixelPoint> hull = new ArrayList<>();
        half(sorted, hull);
        half(sorted.reversed(), hull);
        corners = List.copyOf(hull);
    }

    private static void half(List<PixelPoint> points, List<PixelPoint> hull) {
        int start = hull.size();
        for (PixelPoint point : points) {
            while (hull.size() >= start + 2 && turn(hull.get(hull.size() - 2), hull.get(hull.size() - 1), point) <= 0) {
                hull.removeLast();
            }
            hull.add(point);
        }
        // The other half begins with it.
        hull.removeLast();
    }

    private static double turn(PixelPoint a, PixelPoint b, PixelPoint c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }

    /// How far a point is outside, pixels; 0 inside.
    double distance(PixelPoint point) {
        boolean inside = true;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < corners.size(); i++) {
            PixelPoint from = corners.get(i);
            PixelPoint to = corners.get((i + 1) % corners.size());
            inside &= turn(from, to, point) >= 0;
            nearest = Math.min(nearest, toSegment(from, to, point));
        }
        return inside && corners.size() > 2 ? 0 : nearest;
    }

    private static double toSegment(PixelPoint from, PixelPoint to, PixelPoint point) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double squared = dx * dx + dy * dy;
        double share = squared == 0
                ? 0
                : Math.clamp(((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / squared, 0.0, 1.0);
        return Math.hypot(point.x() - from.x() - share * dx, point.y() - from.y() - share * dy);
    }
}
