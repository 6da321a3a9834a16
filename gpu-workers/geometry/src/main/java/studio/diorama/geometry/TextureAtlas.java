package studio.diorama.geometry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joml.Vector3d;
import studio.diorama.geometry.internal.Numbers.Ints;

/// Lays a surface flat on one texture, every triangle on a place of its own.
///
/// Charts grow from triangle to triangle as long as they face nearly alike and do not come to lie over each other;
/// each is seen straight on, so lengths shrink to no less than the cosine of [#MOST_TURN]. Charts are packed on
/// shelves, high ones first.
public final class TextureAtlas {

    /// How far a triangle may face away from its chart, in radians.
    public static final double MOST_TURN = Math.PI / 4;

    private final Mesh mesh;
    private final float[] normals;
    private final int[][] neighbours;

    private TextureAtlas(Mesh mesh) {
        this.mesh = mesh;
        normals = Normals.ofFaces(mesh);
        neighbours = neighbours(mesh);
    }

    /// The mesh with texture coordinates; vertices between charts are split. Tangents are dropped, for they belong
    /// to others.
    ///
    /// @param textureSize texels a side of the texture that is meant
    /// @param gutter texels kept free between charts
    public static Mesh unwrap(Mesh mesh, int textureSize, int gutter) {
        if (textureSize < 1 || gutter < 0 || gutter >= textureSize / 4) {
            throw new IllegalArgumentException(
                    "a gutter below a quarter of the texture expected, got %d of %d".formatted(gutter, textureSize));
        }
        TextureAtlas atlas = new TextureAtlas(mesh);
        List<Chart> charts = atlas.charts();
        return atlas.result(charts, Shelves.pack(charts, (double) gutter / textureSize));
    }

    private List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        boolean[] placed = new boolean[mesh.triangleCount()];
        double leastCosine = Math.cos(MOST_TURN);
        for (int seed = 0; seed < placed.length; seed++) {
            if (placed[seed]) {
                continue;
            }
            Vector3d normal = normal(seed);
            Chart chart = new Chart(mesh, normal.lengthSquared() == 0 ? new Vector3d(0, 1, 0) : normal);
            Deque<Integer> open = new ArrayDeque<>(List.of(seed));
            while (!open.isEmpty()) {
                int triangle = open.remove();
                boolean fits = triangle == seed || normal(triangle).dot(normal) >= leastCosine;
                if (!placed[triangle] && fits && chart.add(triangle)) {
                    placed[triangle] = true;
                    for (int next : neighbours[triangle]) {
                        if (next >= 0 && !placed[next]) {
                            open.add(next);
                        }
                    }
                }
            }
            charts.add(chart);
        }
        return charts;
    }

    private Vector3d normal(int triangle) {
        return new Vector3d(normals[triangle * 3], normals[triangle * 3 + 1], normals[triangle * 3 + 2]);
    }

    /// For each triangle those across its three edges; -1 at rims and where more than two meet.
    private static int[][] neighbours(Mesh mesh) {
        Weld weld = Weld.of(mesh);
        int[][] neighbours = new int[mesh.triangleCount()][3];
        Map<Long, Integer> waiting = new HashMap<>();
        for (int corner = 0; corner < mesh.triangles().length; corner++) {
            neighbours[corner / 3][corner % 3] = -1;
            int a = weld.place(mesh.triangles()[corner]);
            int b = weld.place(mesh.triangles()[corner % 3 == 2 ? corner - 2 : corner + 1]);
            Integer across = waiting.remove((long) b << 32 | a);
            if (across != null) {
                neighbours[corner / 3][corner % 3] = across / 3;
                neighbours[across / 3][across % 3] = corner / 3;
            } else {
                waiting.put((long) a << 32 | b, corner);
            }
        }
        return neighbours;
    }

    private Mesh result(List<Chart> charts, Shelves shelves) {
        Ints sources = new Ints();
        Ints owners = new Ints();
        int[] triangles = new int[mesh.triangles().length];
        for (int c = 0; c < charts.size(); c++) {
            Map<Integer, Integer> numbers = new HashMap<>();
            for (int triangle : charts.get(c).triangles()) {
                for (int corner = triangle * 3; corner < triangle * 3 + 3; corner++) {
                    int vertex = mesh.triangles()[corner];
                    Integer number = numbers.get(vertex);
                    if (number == null) {
                        number = sources.size();
                        numbers.put(vertex, number);
                        sources.add(vertex);
                        owners.add(c);
                    }
                    triangles[corner] = number;
                }
            }
        }
        float[] texcoords = new float[sources.size() * 2];
        for (int v = 0; v < sources.size(); v++) {
            Chart chart = charts.get(owners.get(v));
            texcoords[v * 2] = (float) ((shelves.x(owners.get(v)) + chart.x(sources.get(v))) / shelves.side());
            texcoords[v * 2 + 1] = (float) ((shelves.y(owners.get(v)) + chart.y(sources.get(v))) / shelves.side());
        }
        return Meshes.picked(mesh, sources.toArray(), triangles).toBuilder()
                .tangents(null)
                .texcoords(texcoords)
                .build();
    }

    /// Where each chart stands on a square of `side` metres.
    private record Shelves(double[] left, double[] top, double side) {

        double x(int chart) {
            return left[chart];
        }

        double y(int chart) {
            return top[chart];
        }

        /// The least square of those tried, each a fiftieth larger, that holds all charts.
        static Shelves pack(List<Chart> charts, double gutterShare) {
            Integer[] order = new Integer[charts.size()];
            Arrays.setAll(order, i -> i);
            Arrays.sort(
                    order,
                    Comparator.comparingDouble((Integer i) -> -charts.get(i).height()));
            double area =
                    charts.stream().mapToDouble(c -> c.width() * c.height()).sum();
            double widest = charts.stream().mapToDouble(Chart::width).max().orElse(1);
            double side = Math.max(Math.max(Math.sqrt(area), widest), 1e-30);
            // Gutters grow with the side, charts do not: what has no room by then never will.
            double enough = side * 1e4;
            while (side < enough) {
                Shelves shelves = new Shelves(new double[order.length], new double[order.length], side);
                if (shelves.fill(charts, order, side * gutterShare)) {
                    return shelves;
                }
                side *= 1.02;
            }
            throw new IllegalArgumentException(
                    "a texture with room for %d charts and their gutters expected".formatted(order.length)
                            + ", got a smaller one; take a larger texture, a narrower gutter or a smoother mesh");
        }

        private boolean fill(List<Chart> charts, Integer[] order, double gutter) {
            double x = gutter;
            double y = gutter;
            double shelf = 0;
            for (int number : order) {
                Chart chart = charts.get(number);
                if (x + chart.width() + gutter > side && shelf > 0) {
                    x = gutter;
                    y += shelf + gutter;
                    shelf = 0;
                }
                if (x + chart.width() + gutter > side * (1 + 1e-12)
                        || y + chart.height() + gutter > side * (1 + 1e-12)) {
                    return false;
                }
                left[number] = x;
                top[number] = y;
                x += chart.width() + gutter;
                shelf = Math.max(shelf, chart.height());
            }
            return true;
        }
    }
}
