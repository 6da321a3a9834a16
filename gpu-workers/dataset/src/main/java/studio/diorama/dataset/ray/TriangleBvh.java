package studio.diorama.dataset.ray;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joml.Vector3dc;

/// A tree of boxes over the triangles of one mesh, split at the median of the longest axis.
///
/// Nodes lie in arrays: node i has its box in `boxes[6i…]`; a leaf holds `count[i]` triangles from `first[i]`, an inner
/// node (count 0) has its children at i + 1 and `first[i]`.
public final class TriangleBvh {

    private static final int LEAF_TRIANGLES = 4;
    /// Deep enough for 2^60 triangles, for the split halves their number.
    private static final int STACK = 64;

    private final double[] positions;
    private final int[] triangles;
    private final int[] order;
    private final double[] boxes;
    private final int[] first;
    private final int[] count;
    private int nodes;

    /// @param positions (vertices × 3)
    /// @param triangles (triangles × 3) vertex numbers
    public TriangleBvh(float[] positions, int[] triangles) {
        requireNonNull(positions, "positions is null");
        this.positions = new double[positions.length];
        for (int i = 0; i < positions.length; i++) {
            this.positions[i] = positions[i];
        }
        this.triangles = requireNonNull(triangles, "triangles is null");
        int size = triangles.length / 3;
        int most = Math.max(1, 2 * size);
        boxes = new double[6 * most];
        first = new int[most];
        count = new int[most];
        Integer[] sorted = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        if (size > 0) {
            build(sorted, 0, size);
        }
        order = Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
    }

    /// The nearest hit with t in (from, to) at which the ray stops.
    public Optional<TriangleHit> nearest(Ray ray, double from, double to, TriangleHit.Filter filter) {
        if (nodes == 0) {
            return Optional.empty();
        }
        TriangleHit best = null;
        double limit = to;
        int[] stack = new int[STACK];
        int top = 1;
        while (top > 0) {
            int node = stack[--top];
            if (!entersBox(ray, node, from, limit)) {
                continue;
            }
            if (count[node] == 0) {
                stack[top++] = first[node];
                stack[top++] = node + 1;
                continue;
            }
            for (int i = first[node]; i < first[node] + count[node]; i++) {
                TriangleHit hit = meet(ray, order[i]);
                if (hit != null && hit.t() > from && hit.t() < limit && filter.stops(hit)) {
                    best = hit;
                    limit = hit.t();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// How many triangles there are.
    public int size() {
        return order.length;
    }

    double[] positions() {
        return positions;
    }

    /// The first position's place of a triangle's corner.
    int corner(int triangle, int corner) {
        return 3 * triangles[3 * triangle + corner];
    }

    private int build(Integer[] sorted, int from, int to) {
        int node = nodes++;
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = from; i < to; i++) {
            for (int corner = 0; corner < 3; corner++) {
                for (int axis = 0; axis < 3; axis++) {
                    double value = positions[corner(sorted[i], corner) + axis];
                    box[axis] = Math.min(box[axis], value);
                    box[axis + 3] = Math.max(box[axis + 3], value);
                }
            }
        }
        System.arraycopy(box, 0, boxes, 6 * node, 6);
        if (to - from <= LEAF_TRIANGLES) {
            first[node] = from;
            count[node] = to - from;
            return node;
        }
        int axis = longestAxis(box);
        Arrays.sort(sorted, from, to, (a, b) -> Double.compare(middle(a, axis), middle(b, axis)));
        int half = (from + to) >>> 1;
        build(sorted, from, half);
        first[node] = build(sorted, half, to);
        return node;
    }

    private static int longestAxis(double[] box) {
        int axis = 0;
        for (int other = 1; other < 3; other++) {
            if (box[other + 3] - box[other] > box[axis + 3] - box[axis]) {
                axis = other;
            }
        }
        return axis;
    }

    private double middle(int triangle, int axis) {
        return positions[corner(triangle, 0) + axis]
                + positions[corner(triangle, 1) + axis]
                + positions[corner(triangle, 2) + axis];
    }

    private boolean entersBox(Ray ray, int node, double from, double to) {
        double near = from;
        double far = to;
        for (int axis = 0; axis < 3; axis++) {
            double inverse = 1 / ray.direction().get(axis);
            double one = (boxes[6 * node + axis] - ray.origin().get(axis)) * inverse;
            double other = (boxes[6 * node + axis + 3] - ray.origin().get(axis)) * inverse;
            // 0 · ∞: the ray runs in a face of the box, which counts as inside.
            if (!Double.isNaN(one) && !Double.isNaN(other)) {
                near = Math.max(near, Math.min(one, other));
                far = Math.min(far, Math.max(one, other));
            }
        }
        // A flat box has no thickness for rounding to get lost in.
        return near <= far * (1 + 1e-12) + 1e-12;
    }

    /// Möller and Trumbore, *Fast, Minimum Storage Ray/Triangle Intersection* (1997).
    private TriangleHit meet(Ray ray, int triangle) {
        int a = corner(triangle, 0);
        int b = corner(triangle, 1);
        int c = corner(triangle, 2);
        Vector3dc d = ray.direction();
        double e1x = positions[b] - positions[a];
        double e1y = positions[b + 1] - positions[a + 1];
        double e1z = positions[b + 2] - positions[a + 2];
        double e2x = positions[c] - positions[a];
        double e2y = positions[c + 1] - positions[a + 1];
        double e2z = positions[c + 2] - positions[a + 2];
        double px = d.y() * e2z - d.z() * e2y;
        double py = d.z() * e2x - d.x() * e2z;
        double pz = d.x() * e2y - d.y() * e2x;
        double determinant = e1x * px + e1y * py + e1z * pz;
        if (determinant == 0) {
            return null;
        }
        double sx = ray.origin().x() - positions[a];
        double sy = ray.origin().y() - positions[a + 1];
        double sz = ray.origin().z() - positions[a + 2];
        double u = (sx * px + sy * py + sz * pz) / determinant;
        if (u < 0 || u > 1) {
            return null;
        }
        double qx = sy * e1z - sz * e1y;
        double qy = sz * e1x - sx * e1z;
        double qz = sx * e1y - sy * e1x;
        double v = (d.x() * qx + d.y() * qy + d.z() * qz) / determinant;
        if (v < 0 || u + v > 1) {
            return null;
        }
        double t = (e2x * qx + e2y * qy + e2z * qz) / determinant;
        return new TriangleHit(triangle, t, u, v, determinant > 0);
    }
}
