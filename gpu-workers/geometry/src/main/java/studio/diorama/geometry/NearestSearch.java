package studio.diorama.geometry;

import java.util.Optional;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/// The search of a [Bvh] for the point nearest to another, nearer boxes first.
///
/// The nearest point of a triangle is found by the regions of its corners, edges and face (Ericson, "Real-Time
/// Collision
/// Detection", 2005, section 5.1.5).
final class NearestSearch {

    private static final int STACK = 128;

    private final Bvh bvh;
    private final Vector3d point;
    private final Vector3d a = new Vector3d();
    private final Vector3d b = new Vector3d();
    private final Vector3d c = new Vector3d();
    private final Vector3d ab = new Vector3d();
    private final Vector3d ac = new Vector3d();
    private final Vector3d toPoint = new Vector3d();
    private final Vector3d found = new Vector3d();
    private double bestSquare;
    private int bestTriangle = -1;
    private double bestSecond;
    private double bestThird;
    private double second;
    private double third;
    private int visits;

    NearestSearch(Bvh bvh, Vector3dc point) {
        this.bvh = bvh;
        this.point = new Vector3d(point);
    }

    /// Boxes opened so far.
    int visits() {
        return visits;
    }

    Optional<SurfacePoint> within(double reach) {
        bestSquare = reach * reach;
        if (bvh.counts.length > 0) {
            search();
        }
        if (bestTriangle < 0) {
            return Optional.empty();
        }
        load(bestTriangle);
        place(bestSecond, bestThird);
        return Optional.of(
                new SurfacePoint(bestTriangle, new Vector3d(found), Math.sqrt(bestSquare), bestSecond, bestThird));
    }

    private void search() {
        int[] stack = new int[STACK];
        double[] squares = new double[STACK];
        int top = 1;
        squares[0] = boxSquare(0);
        while (top > 0) {
            int node = stack[--top];
            if (squares[top] > bestSquare) {
                continue;
            }
            visits++;
            if (bvh.counts[node] > 0) {
                for (int i = 0; i < bvh.counts[node]; i++) {
                    test(bvh.order[bvh.links[node] + i]);
                }
                continue;
            }
            int first = node + 1;
            int other = bvh.links[node];
            double firstSquare = boxSquare(first);
            double otherSquare = boxSquare(other);
            boolean swap = otherSquare < firstSquare;
            stack[top] = swap ? first : other;
            squares[top++] = Math.max(firstSquare, otherSquare);
            stack[top] = swap ? other : first;
            squares[top++] = Math.min(firstSquare, otherSquare);
        }
    }

    private double boxSquare(int node) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double value = point.get(axis);
            double gap =
                    Math.max(0, Math.max(bvh.boxes[node * 6 + axis] - value, value - bvh.boxes[node * 6 + 3 + axis]));
            sum += gap * gap;
        }
        return sum;
    }

    private void load(int triangle) {
        a.set(bvh.corner(triangle, 0, 0), bvh.corner(triangle, 0, 1), bvh.corner(triangle, 0, 2));
        b.set(bvh.corner(triangle, 1, 0), bvh.corner(triangle, 1, 1), bvh.corner(triangle, 1, 2));
        c.set(bvh.corner(triangle, 2, 0), bvh.corner(triangle, 2, 1), bvh.corner(triangle, 2, 2));
        b.sub(a, ab);
        c.sub(a, ac);
    }

    private void place(double v, double w) {
        found.set(a).fma(v, ab).fma(w, ac);
    }

    private void test(int triangle) {
        load(triangle);
        findWeights();
        place(second, third);
        double square = found.distanceSquared(point);
        if (square < bestSquare || (square == bestSquare && (bestTriangle < 0 || triangle < bestTriangle))) {
            bestSquare = square;
            bestTriangle = triangle;
            bestSecond = second;
            bestThird = third;
        }
    }

    private void findWeights() {
        point.sub(a, toPoint);
        double d1 = ab.dot(toPoint);
        double d2 = ac.dot(toPoint);
        if (d1 <= 0 && d2 <= 0) {
            weights(0, 0);
            return;
        }
        point.sub(b, toPoint);
        double d3 = ab.dot(toPoint);
        double d4 = ac.dot(toPoint);
        if (d3 >= 0 && d4 <= d3) {
            weights(1, 0);
            return;
        }
        double edgeAb = d1 * d4 - d3 * d2;
        if (edgeAb <= 0 && d1 >= 0 && d3 <= 0) {
            weights(d1 / (d1 - d3), 0);
            return;
        }
        point.sub(c, toPoint);
        double d5 = ab.dot(toPoint);
        double d6 = ac.dot(toPoint);
        if (d6 >= 0 && d5 <= d6) {
            weights(0, 1);
            return;
        }
        double edgeAc = d5 * d2 - d1 * d6;
        if (edgeAc <= 0 && d2 >= 0 && d6 <= 0) {
            weights(0, d2 / (d2 - d6));
            return;
        }
        double edgeBc = d3 * d6 - d5 * d4;
        if (edgeBc <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
            double share = (d4 - d3) / ((d4 - d3) + (d5 - d6));
            weights(1 - share, share);
            return;
        }
        double total = edgeAb + edgeAc + edgeBc;
        weights(edgeAc / total, edgeAb / total);
    }

    /// A triangle without area divides zero by zero; its first corner then stands for it.
    private void weights(double v, double w) {
        boolean real = Double.isFinite(v) && Double.isFinite(w);
        second = real ? v : 0;
        third = real ? w : 0;
    }
}
