package studio.diorama.geometry;

import java.util.Arrays;

/// Numbers that describe a whole mesh.
public final class Measures {

    private Measures() {}

    /// Square metres.
    public static double area(Mesh mesh) {
        double[] sum = new double[1];
        forEachTriangle(mesh, (ax, ay, az, bx, by, bz, cx, cy, cz) -> {
            double x = (by - ay) * (cz - az) - (bz - az) * (cy - ay);
            double y = (bz - az) * (cx - ax) - (bx - ax) * (cz - az);
            double z = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
            sum[0] += Math.sqrt(x * x + y * y + z * z) / 2;
        });
        return sum[0];
    }

    /// Cubic metres inside a closed surface; negative if it is turned inside out, meaningless if it is open.
    public static double volume(Mesh mesh) {
        double[] sum = new double[1];
        forEachTriangle(
                mesh,
                (ax, ay, az, bx, by, bz, cx, cy, cz) ->
                        sum[0] += (ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)) / 6);
        return sum[0];
    }

    /// Corners - edges + faces of the surface that is left when vertices in the same place are joined: 2 for each
    /// closed
    /// part without a hole through it, 2 less for each hole.
    public static int eulerCharacteristic(Mesh mesh) {
        Mesh welded = Weld.positions(mesh);
        boolean[] used = new boolean[welded.vertexCount()];
        int corners = 0;
        for (int vertex : welded.triangles()) {
            corners += used[vertex] ? 0 : 1;
            used[vertex] = true;
        }
        long[] edges = halfEdges(welded.triangles());
        for (int i = 0; i < edges.length; i++) {
            edges[i] = Math.min(edges[i], turned(edges[i]));
        }
        return corners - (int) Arrays.stream(edges).distinct().count() + welded.triangleCount();
    }

    /// Whether every edge, vertices in the same place joined, has one triangle on each side, wound alike.
    public static boolean isWatertight(Mesh mesh) {
        long[] edges = halfEdges(Weld.positions(mesh).triangles());
        Arrays.sort(edges);
        for (int i = 0; i < edges.length; i++) {
            boolean twice = i > 0 && edges[i] == edges[i - 1];
            if (twice || Arrays.binarySearch(edges, turned(edges[i])) < 0) {
                return false;
            }
        }
        return true;
    }

    private static long[] halfEdges(int[] triangles) {
        long[] edges = new long[triangles.length];
        for (int i = 0; i < triangles.length; i++) {
            int next = i % 3 == 2 ? i - 2 : i + 1;
            edges[i] = (long) triangles[i] << 32 | triangles[next];
        }
        return edges;
    }

    private static long turned(long edge) {
        return edge << 32 | edge >>> 32;
    }

    private interface Corners {
        void accept(double ax, double ay, double az, double bx, double by, double bz, double cx, double cy, double cz);
    }

    private static void forEachTriangle(Mesh mesh, Corners action) {
        float[] p = mesh.positions();
        int[] triangles = mesh.triangles();
        for (int i = 0; i < triangles.length; i += 3) {
            int a = triangles[i] * 3;
            int b = triangles[i + 1] * 3;
            int c = triangles[i + 2] * 3;
            action.accept(p[a], p[a + 1], p[a + 2], p[b], p[b + 1], p[b + 2], p[c], p[c + 1], p[c + 2]);
        }
    }
}
