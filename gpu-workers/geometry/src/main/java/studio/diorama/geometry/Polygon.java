package studio.diorama.geometry;

import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;

/// Cuts a polygon into triangles, hollow ones by their ears (Meisters, "Polygons have ears", 1975).
public final class Polygon {

    /// Ears are looked for in quadratic time; longer polygons are cut as a fan.
    private static final int MOST_FOR_EARS = 256;

    private Polygon() {}

    /// Corner numbers of `corners.size() - 2` triangles, wound as the polygon is.
    ///
    /// @param corners in order; at least 3, nearly in a plane
    public static int[] triangles(List<Vector3d> corners) {
        int count = corners.size();
        if (count < 3) {
            throw new IllegalArgumentException("at least 3 corners expected, got " + count);
        }
        Vector3d normal = normal(corners);
        int[] result = new int[(count - 2) * 3];
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            left.add(i);
        }
        int at = 0;
        boolean ears = count > 3 && count <= MOST_FOR_EARS && normal.lengthSquared() > 0;
        while (left.size() > 3) {
            int ear = ears ? ear(corners, left, normal) : 1;
            result[at++] = left.get((ear + left.size() - 1) % left.size());
            result[at++] = left.get(ear);
            result[at++] = left.get((ear + 1) % left.size());
            left.remove(ear);
        }
        for (int i = 0; i < 3; i++) {
            result[at + i] = left.get(i);
        }
        return result;
    }

    /// Newell's normal: twice the area long.
    private static Vector3d normal(List<Vector3d> corners) {
        Vector3d sum = new Vector3d();
        Vector3d first = corners.getFirst();
        for (int i = 1; i + 1 < corners.size(); i++) {
            Vector3d one = corners.get(i).sub(first, new Vector3d());
            Vector3d other = corners.get(i + 1).sub(first, new Vector3d());
            sum.add(one.cross(other));
        }
        return sum;
    }

    /// The first corner whose triangle turns with the polygon and holds none of its other corners. Begun at the
    /// second corner, so that convex polygons become fans about their first.
    private static int ear(List<Vector3d> corners, List<Integer> left, Vector3d normal) {
        int size = left.size();
        for (int k = 1; k <= size; k++) {
            int i = k % size;
            Vector3d a = corners.get(left.get((i + size - 1) % size));
            Vector3d b = corners.get(left.get(i));
            Vector3d c = corners.get(left.get((i + 1) % size));
            if (turn(a, b, c, normal) > 0 && isEmpty(corners, left, a, b, c, normal)) {
                return i;
            }
        }
        return 1;
    }

    private static boolean isEmpty(
            List<Vector3d> corners, List<Integer> left, Vector3d a, Vector3d b, Vector3d c, Vector3d normal) {
        for (int number : left) {
            Vector3d p = corners.get(number);
            if (p.equals(a) || p.equals(b) || p.equals(c)) {
                continue;
            }
            if (turn(a, b, p, normal) >= 0 && turn(b, c, p, normal) >= 0 && turn(c, a, p, normal) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static double turn(Vector3d a, Vector3d b, Vector3d c, Vector3d normal) {
        return b.sub(a, new Vector3d()).cross(c.sub(a, new Vector3d())).dot(normal);
    }
}
