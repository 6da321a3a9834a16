package studio.diorama.geometry;

import java.util.Arrays;

/// Builds a [Bvh] from the top: at each node the cheapest of some cuts by the surface area heuristic, tried at evenly
/// spaced planes (Wald, "On fast Construction of SAH-based Bounding Volume Hierarchies", 2007).
final class BvhBuilder {

    private static final int BINS = 16;
    private static final int LEAF = 4;

    /// From here on the triangles are halved by number, which bounds the tree's depth for any input.
    private static final int HALVING_DEPTH = 40;

    private final Mesh mesh;
    private final int[] order;
    private final float[] boxes;
    private final float[] centres;
    private float[] nodeBoxes;
    private int[] links;
    private int[] counts;
    private int nodes;

    BvhBuilder(Mesh mesh) {
        this.mesh = mesh;
        int count = mesh.triangleCount();
        order = new int[count];
        boxes = new float[count * 6];
        centres = new float[count * 3];
        float[] positions = mesh.positions();
        int[] triangles = mesh.triangles();
        for (int t = 0; t < count; t++) {
            order[t] = t;
            for (int axis = 0; axis < 3; axis++) {
                float a = positions[triangles[t * 3] * 3 + axis];
                float b = positions[triangles[t * 3 + 1] * 3 + axis];
                float c = positions[triangles[t * 3 + 2] * 3 + axis];
                float least = Math.min(a, Math.min(b, c));
                float most = Math.max(a, Math.max(b, c));
                boxes[t * 6 + axis] = least;
                boxes[t * 6 + 3 + axis] = most;
                centres[t * 3 + axis] = least * 0.5f + most * 0.5f;
            }
        }
        int expected = Math.max(1, count);
        nodeBoxes = new float[expected * 6];
        links = new int[expected];
        counts = new int[expected];
    }

    Bvh build() {
        if (order.length > 0) {
            build(0, order.length, 0);
        }
        return new Bvh(
                Arrays.copyOf(nodeBoxes, nodes * 6),
                Arrays.copyOf(links, nodes),
                Arrays.copyOf(counts, nodes),
                order,
                mesh);
    }

    private void build(int from, int to, int depth) {
        int node = add(from, to);
        if (to - from <= LEAF) {
            links[node] = from;
            counts[node] = to - from;
            return;
        }
        int middle = depth < HALVING_DEPTH ? cut(from, to) : (from + to) >>> 1;
        build(from, middle, depth + 1);
        links[node] = nodes;
        build(middle, to, depth + 1);
    }

    private int add(int from, int to) {
        if (nodes == counts.length) {
            nodeBoxes = Arrays.copyOf(nodeBoxes, nodes * 12);
            links = Arrays.copyOf(links, nodes * 2);
            counts = Arrays.copyOf(counts, nodes * 2);
        }
        float[] box = emptyBox();
        for (int i = from; i < to; i++) {
            grow(box, boxes, order[i] * 6);
        }
        System.arraycopy(box, 0, nodeBoxes, nodes * 6, 6);
        return nodes++;
    }

    /// Puts the triangles before the best plane first and returns where the others begin.
    private int cut(int from, int to) {
        float[] spread = emptyBox();
        for (int i = from; i < to; i++) {
            for (int axis = 0; axis < 3; axis++) {
                float centre = centres[order[i] * 3 + axis];
                spread[axis] = Math.min(spread[axis], centre);
                spread[3 + axis] = Math.max(spread[3 + axis], centre);
            }
        }
        double bestCost = Double.POSITIVE_INFINITY;
        int bestAxis = -1;
        int bestBin = 0;
        for (int axis = 0; axis < 3; axis++) {
            double width = (double) spread[3 + axis] - spread[axis];
            if (!(width > 0)) {
                continue;
            }
            double[] costs = costs(from, to, axis, spread[axis], BINS / width);
            for (int bin = 1; bin < BINS; bin++) {
                if (costs[bin] < bestCost) {
                    bestCost = costs[bin];
                    bestAxis = axis;
                    bestBin = bin;
                }
            }
        }
        if (bestAxis < 0) {
            return (from + to) >>> 1;
        }
        double scale = BINS / ((double) spread[3 + bestAxis] - spread[bestAxis]);
        return partition(from, to, bestAxis, spread[bestAxis], scale, bestBin);
    }

    /// For each plane before bin 1, 2, …: area · count on both sides; infinite where a side stays empty.
    private double[] costs(int from, int to, int axis, float start, double scale) {
        float[][] bins = new float[BINS][];
        int[] inBin = new int[BINS];
        for (int i = from; i < to; i++) {
            int bin = bin(order[i], axis, start, scale);
            if (bins[bin] == null) {
                bins[bin] = emptyBox();
            }
            grow(bins[bin], boxes, order[i] * 6);
            inBin[bin]++;
        }
        double[] costs = new double[BINS];
        float[] box = emptyBox();
        int count = 0;
        for (int bin = 1; bin < BINS; bin++) {
            count += inBin[bin - 1];
            if (bins[bin - 1] != null) {
                grow(box, bins[bin - 1], 0);
            }
            costs[bin] = count == 0 ? Double.POSITIVE_INFINITY : area(box) * count;
        }
        box = emptyBox();
        count = 0;
        for (int bin = BINS - 1; bin > 0; bin--) {
            count += inBin[bin];
            if (bins[bin] != null) {
                grow(box, bins[bin], 0);
            }
            costs[bin] += count == 0 ? Double.POSITIVE_INFINITY : area(box) * count;
        }
        return costs;
    }

    private int partition(int from, int to, int axis, float start, double scale, int plane) {
        int left = from;
        int right = to - 1;
        while (left <= right) {
            if (bin(order[left], axis, start, scale) < plane) {
                left++;
            } else {
                int other = order[left];
                order[left] = order[right];
                order[right--] = other;
            }
        }
        return left;
    }

    private int bin(int triangle, int axis, float start, double scale) {
        return Math.min(BINS - 1, (int) (((double) centres[triangle * 3 + axis] - start) * scale));
    }

    private static float[] emptyBox() {
        float most = Float.POSITIVE_INFINITY;
        return new float[] {most, most, most, -most, -most, -most};
    }

    private static void grow(float[] box, float[] other, int at) {
        for (int axis = 0; axis < 3; axis++) {
            box[axis] = Math.min(box[axis], other[at + axis]);
            box[3 + axis] = Math.max(box[3 + axis], other[at + 3 + axis]);
        }
    }

    private static double area(float[] box) {
        double x = (double) box[3] - box[0];
        double y = (double) box[4] - box[1];
        double z = (double) box[5] - box[2];
        return x * y + y * z + z * x;
    }
}
