package studio.diorama.dataset.library.internal.shape;

import java.util.ArrayList;
import java.util.List;

/// Cuts a simple, nearly flat polygon into triangles by clipping its best ear again and again.
public final class Triangulation {

    private Triangulation() {}

    /// Triples of places in the polygon.
    public static List<int[]> of(List<Vec3> polygon) {
        if (polygon.size() == 3) {
            return List.of(new int[] {0, 1, 2});
        }
        List<Vec2> flat = flatten(polygon);
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < flat.size(); i++) {
            left.add(i);
        }
        List<int[]> triangles = new ArrayList<>();
        while (left.size() > 3) {
            int ear = bestEar(flat, left);
            triangles.add(new int[] {at(left, ear - 1), at(left, ear), at(left, ear + 1)});
            left.remove(ear);
        }
        triangles.add(new int[] {left.get(0), left.get(1), left.get(2)});
        return triangles;
    }

    private static int at(List<Integer> left, int place) {
        return left.get(Math.floorMod(place, left.size()));
    }

    /// The ear with the widest smallest angle, measured by the sine: it keeps slivers rare.
    private static int bestEar(List<Vec2> flat, List<Integer> left) {
        int best = 0;
        double bestQuality = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < left.size(); i++) {
            Vec2 a = flat.get(at(left, i - 1));
            Vec2 b = flat.get(at(left, i));
            Vec2 c = flat.get(at(left, i + 1));
            double area = b.minus(a).cross(c.minus(a));
            double longest = Math.max(
                    b.minus(a).length(),
                    Math.max(c.minus(b).length(), a.minus(c).length()));
            double quality = area / Math.max(longest * longest, 1e-18);
            if (quality > bestQuality && (quality <= 0 || isEmpty(flat, left, i, a, b, c))) {
                bestQuality = quality;
                best = i;
            }
        }
        return best;
    }

    private static boolean isEmpty(List<Vec2> flat, List<Integer> left, int ear, Vec2 a, Vec2 b, Vec2 c) {
        for (int k = 0; k < left.size(); k++) {
            boolean own =
                    k == ear || k == Math.floorMod(ear - 1, left.size()) || k == Math.floorMod(ear + 1, left.size());
            Vec2 p = flat.get(left.get(k));
            if (!own
                    && b.minus(a).cross(p.minus(a)) >= 0
                    && c.minus(b).cross(p.minus(b)) >= 0
                    && a.minus(c).cross(p.minus(c)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static List<Vec2> flatten(List<Vec3> polygon) {
        Vec3 sum = Vec3.ORIGIN;
        for (int i = 1; i + 1 < polygon.size(); i++) {
            Vec3 a = polygon.get(i).minus(polygon.getFirst());
            sum = sum.plus(a.cross(polygon.get(i + 1).minus(polygon.getFirst())));
        }
        Vec3 normal = sum.normalized();
        Vec3 right = normal.length() == 0 ? Vec3.X : normal.perpendicular();
        Vec3 up = normal.cross(right);
        return polygon.stream().map(p -> new Vec2(p.dot(right), p.dot(up))).toList();
    }
}
