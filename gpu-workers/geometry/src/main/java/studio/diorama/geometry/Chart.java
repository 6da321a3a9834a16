package studio.diorama.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joml.Vector3d;

/// A piece of a surface laid flat: triangles seen along one direction, none over another.
final class Chart {

    private static final int CELLS = 64;

    private final Mesh mesh;
    private final Vector3d right = new Vector3d();
    private final Vector3d down = new Vector3d();
    private final double cell;
    private final List<Integer> triangles = new ArrayList<>();
    private final Map<Long, List<Integer>> grid = new HashMap<>();
    private double minX = Double.POSITIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;

    /// @param normal of length 1, towards who looks on
    Chart(Mesh mesh, Vector3d normal) {
        this.mesh = mesh;
        cell = Math.max(mesh.bounds().diagonal() / CELLS, Double.MIN_NORMAL);
        Vector3d up = Math.abs(normal.y) < 0.9 ? new Vector3d(0, 1, 0) : new Vector3d(0, 0, -1);
        up.cross(normal, right).normalize();
        right.cross(normal, down).normalize();
    }

    List<Integer> triangles() {
        return triangles;
    }

    double width() {
        return maxX - minX;
    }

    double height() {
        return maxY - minY;
    }

    /// Metres to the right of the chart's left rim.
    double x(int vertex) {
        return along(right, vertex) - minX;
    }

    /// Metres below its upper rim.
    double y(int vertex) {
        return along(down, vertex) - minY;
    }

    private double along(Vector3d axis, int vertex) {
        float[] p = mesh.positions();
        return axis.x * p[vertex * 3] + axis.y * p[vertex * 3 + 1] + axis.z * p[vertex * 3 + 2];
    }

    /// Adds a triangle, unless it would come to lie over one that is there.
    boolean add(int triangle) {
        double[] flat = flat(triangle);
        double left = Math.min(flat[0], Math.min(flat[2], flat[4]));
        double top = Math.min(flat[1], Math.min(flat[3], flat[5]));
        double farRight = Math.max(flat[0], Math.max(flat[2], flat[4]));
        double bottom = Math.max(flat[1], Math.max(flat[3], flat[5]));
        List<Long> cells = new ArrayList<>();
        for (long x = (long) Math.floor(left / cell); x <= (long) Math.floor(farRight / cell); x++) {
            for (long y = (long) Math.floor(top / cell); y <= (long) Math.floor(bottom / cell); y++) {
                cells.add(x << 32 | y & 0xFFFFFFFFL);
            }
        }
        for (long key : cells) {
            for (int other : grid.getOrDefault(key, List.of())) {
                if (overlap(flat, flat(other))) {
                    return false;
                }
            }
        }
        cells.forEach(key -> grid.computeIfAbsent(key, k -> new ArrayList<>()).add(triangle));
        triangles.add(triangle);
        minX = Math.min(minX, left);
        minY = Math.min(minY, top);
        maxX = Math.max(maxX, farRight);
        maxY = Math.max(maxY, bottom);
        return true;
    }

    private double[] flat(int triangle) {
        double[] flat = new double[6];
        for (int k = 0; k < 3; k++) {
            flat[k * 2] = along(right, mesh.triangles()[triangle * 3 + k]);
            flat[k * 2 + 1] = along(down, mesh.triangles()[triangle * 3 + k]);
        }
        return flat;
    }

    /// Whether two triangles share more than a rim: no side of either has the other wholly beyond it.
    private boolean overlap(double[] one, double[] other) {
        return !isParted(one, other) && !isParted(other, one);
    }

    private boolean isParted(double[] one, double[] other) {
        for (int k = 0; k < 6; k += 2) {
            int next = (k + 2) % 6;
            int last = (k + 4) % 6;
            double side = side(one, k, next, one[last], one[last + 1]);
            double slack = Math.abs(side) * 1e-6;
            boolean parted = true;
            for (int p = 0; p < 6; p += 2) {
                double its = side(one, k, next, other[p], other[p + 1]);
                parted &= side > 0 ? its <= slack : its >= -slack;
            }
            if (parted) {
                return true;
            }
        }
        return false;
    }

    private static double side(double[] flat, int from, int to, double x, double y) {
        return (flat[to] - flat[from]) * (y - flat[from + 1]) - (flat[to + 1] - flat[from + 1]) * (x - flat[from]);
    }
}
