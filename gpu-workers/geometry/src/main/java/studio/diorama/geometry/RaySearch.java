package studio.diorama.geometry;

import java.util.Optional;

/// One ray's way through a [Bvh].
///
/// The triangle test is the watertight one of Woop, Benthin and Wald, "Watertight Ray/Triangle Intersection" (JCGT
/// 2013):
/// space is sheared so that the ray runs along an axis, and both triangles at an edge reckon that edge with the very
/// same
/// operations, so that no ray slips between them.
final class RaySearch {

    private static final int STACK = 128;

    private final Bvh bvh;
    private final double[] origin;
    private final double[] inverse = new double[3];
    private final int axisX;
    private final int axisY;
    private final int axisZ;
    private final double shearX;
    private final double shearY;
    private final double shearZ;
    private final double near;
    private double far;
    private int triangle = -1;
    private double second;
    private double third;
    private int visits;

    RaySearch(Bvh bvh, Ray ray) {
        this.bvh = bvh;
        near = ray.near();
        far = ray.far();
        origin = new double[] {ray.origin().x(), ray.origin().y(), ray.origin().z()};
        double[] direction = {
            ray.direction().x(), ray.direction().y(), ray.direction().z()
        };
        for (int axis = 0; axis < 3; axis++) {
            // 0 stands for a ray that runs along the slab and never crosses its sides.
            inverse[axis] = Math.abs(direction[axis]) < 1e-300 ? 0 : 1 / direction[axis];
        }
        int longest = ray.direction().maxComponent();
        axisZ = longest;
        boolean backwards = direction[longest] < 0;
        axisX = (longest + (backwards ? 2 : 1)) % 3;
        axisY = (longest + (backwards ? 1 : 2)) % 3;
        shearX = direction[axisX] / direction[axisZ];
        shearY = direction[axisY] / direction[axisZ];
        shearZ = 1 / direction[axisZ];
    }

    Optional<RayHit> closest() {
        search(false);
        return triangle < 0 ? Optional.empty() : Optional.of(new RayHit(triangle, far, second, third));
    }

    boolean any() {
        search(true);
        return triangle >= 0;
    }

    /// Boxes opened so far.
    int visits() {
        return visits;
    }

    private void search(boolean anyWillDo) {
        if (bvh.counts.length == 0 || Double.isNaN(entry(0))) {
            return;
        }
        int[] stack = new int[STACK];
        double[] entries = new double[STACK];
        int top = 1;
        entries[0] = near;
        while (top > 0) {
            int node = stack[--top];
            if (entries[top] > far) {
                continue;
            }
            visits++;
            if (bvh.counts[node] > 0) {
                for (int i = 0; i < bvh.counts[node]; i++) {
                    test(bvh.order[bvh.links[node] + i]);
                }
                if (anyWillDo && triangle >= 0) {
                    return;
                }
                continue;
            }
            int first = node + 1;
            int other = bvh.links[node];
            double firstEntry = entry(first);
            double otherEntry = entry(other);
            boolean swap = otherEntry < firstEntry;
            double farther = swap ? firstEntry : otherEntry;
            double nearer = swap ? otherEntry : firstEntry;
            if (farther <= far) {
                stack[top] = swap ? first : other;
                entries[top++] = farther;
            }
            if (nearer <= far) {
                stack[top] = swap ? other : first;
                entries[top++] = nearer;
            }
        }
    }

    /// Where the ray enters a node's box; NaN, which no comparison takes, if it does not.
    private double entry(int node) {
        double enter = near;
        double leave = far;
        for (int axis = 0; axis < 3; axis++) {
            double below = bvh.boxes[node * 6 + axis] - origin[axis];
            double above = bvh.boxes[node * 6 + 3 + axis] - origin[axis];
            if (inverse[axis] == 0) {
                if (below > 0 || above < 0) {
                    return Double.NaN;
                }
                continue;
            }
            double one = below * inverse[axis];
            double two = above * inverse[axis];
            enter = Math.max(enter, Math.min(one, two));
            leave = Math.min(leave, Math.max(one, two));
        }
        // By more than the rounding of the products above.
        return enter <= leave + Math.ulp(leave) * 8 ? enter : Double.NaN;
    }

    private void test(int candidate) {
        double depthA = bvh.corner(candidate, 0, axisZ) - origin[axisZ];
        double depthB = bvh.corner(candidate, 1, axisZ) - origin[axisZ];
        double depthC = bvh.corner(candidate, 2, axisZ) - origin[axisZ];
        double ax = bvh.corner(candidate, 0, axisX) - origin[axisX] - shearX * depthA;
        double ay = bvh.corner(candidate, 0, axisY) - origin[axisY] - shearY * depthA;
        double bx = bvh.corner(candidate, 1, axisX) - origin[axisX] - shearX * depthB;
        double by = bvh.corner(candidate, 1, axisY) - origin[axisY] - shearY * depthB;
        double cx = bvh.corner(candidate, 2, axisX) - origin[axisX] - shearX * depthC;
        double cy = bvh.corner(candidate, 2, axisY) - origin[axisY] - shearY * depthC;
        double a = cx * by - cy * bx;
        double b = ax * cy - ay * cx;
        double c = bx * ay - by * ax;
        if ((a < 0 || b < 0 || c < 0) && (a > 0 || b > 0 || c > 0)) {
            return;
        }
        double total = a + b + c;
        if (total == 0) {
            return;
        }
        double along = (a * depthA + b * depthB + c * depthC) * shearZ / total;
        boolean nearer = along < far || (along == far && (triangle < 0 || candidate < triangle));
        if (along >= near && nearer) {
            far = along;
            triangle = candidate;
            second = b / total;
            third = c / total;
        }
    }
}
