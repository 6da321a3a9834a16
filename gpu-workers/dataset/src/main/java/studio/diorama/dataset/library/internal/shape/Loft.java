package studio.diorama.dataset.library.internal.shape;

import java.util.List;

/// A skin over a row of closed rings with the same number of points.
///
/// Rings run counter-clockwise seen from the far end of the row.
public final class Loft {

    private Loft() {}

    /// A solid: the skin and a flat polygon over the first and last ring.
    public static Surface solid(List<Vec3[]> rings) {
        Surface surface = skin(rings, false);
        int points = rings.getFirst().length;
        int last = (rings.size() - 1) * points;
        int[] start = new int[points];
        int[] end = new int[points];
        for (int i = 0; i < points; i++) {
            start[i] = points - 1 - i;
            end[i] = last + i;
        }
        cap(surface, start);
        cap(surface, end);
        return surface;
    }

    /// A closed band: the last ring is joined to the first.
    public static Surface loop(List<Vec3[]> rings) {
        return skin(rings, true);
    }

    private static void cap(Surface surface, int[] corners) {
        Vec3 origin = surface.points().get(corners[0]);
        Vec3 normal = surface.normal(new Surface.Face(corners, new Vec2[0], 0));
        Vec3 right = normal.perpendicular();
        Vec3 up = normal.cross(right);
        Vec2[] uv = new Vec2[corners.length];
        for (int i = 0; i < corners.length; i++) {
            Vec3 offset = surface.points().get(corners[i]).minus(origin);
            uv[i] = new Vec2(offset.dot(right), offset.dot(up));
        }
        surface.face(corners, uv);
    }

    private static Surface skin(List<Vec3[]> rings, boolean closed) {
        Surface surface = new Surface();
        int points = rings.getFirst().length;
        for (Vec3[] ring : rings) {
            for (Vec3 point : ring) {
                surface.point(point);
            }
        }
        // One scale for u around all rings, taken from the longest, keeps the lines of a pattern straight.
        double[] around = new double[points + 1];
        double longest = 0;
        for (Vec3[] ring : rings) {
            double[] lengths = new double[points + 1];
            for (int i = 0; i < points; i++) {
                lengths[i + 1] = lengths[i] + ring[i].distance(ring[(i + 1) % points]);
            }
            if (lengths[points] > longest) {
                longest = lengths[points];
                around = lengths;
            }
        }
        double along = 0;
        int bands = closed ? rings.size() : rings.size() - 1;
        for (int k = 0; k < bands; k++) {
            int next = (k + 1) % rings.size();
            double step = centre(rings.get(k)).distance(centre(rings.get(next)));
            step = Math.max(step, rings.get(k)[0].distance(rings.get(next)[0]) * 0.5);
            for (int i = 0; i < points; i++) {
                int j = (i + 1) % points;
                int[] corners = {k * points + i, k * points + j, next * points + j, next * points + i};
                Vec2[] uv = {
                    new Vec2(around[i], along),
                    new Vec2(around[i + 1], along),
                    new Vec2(around[i + 1], along + step),
                    new Vec2(around[i], along + step)
                };
                surface.face(corners, uv);
            }
            along += step;
        }
        return surface;
    }

    private static Vec3 centre(Vec3[] ring) {
        Vec3 sum = Vec3.ORIGIN;
        for (Vec3 point : ring) {
            sum = sum.plus(point);
        }
        return sum.times(1.0 / ring.length);
    }
}
