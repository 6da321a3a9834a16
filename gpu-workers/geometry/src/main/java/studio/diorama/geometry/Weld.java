package studio.diorama.geometry;

import java.util.Arrays;

/// Joins vertices that stand in the same place, so that the surface can be followed across seams.
public final class Weld {

    private final int[] places;
    private final int count;

    private Weld(int[] places, int count) {
        this.places = places;
        this.count = count;
    }

    /// Vertices at exactly equal coordinates share a place.
    public static Weld of(Mesh mesh) {
        return of(mesh.positions(), 3);
    }

    /// Rows of `width` numbers that are exactly equal share a place; 0 equals -0.
    static Weld of(float[] rows, int width) {
        int total = rows.length / width;
        int[] places = new int[total];
        int[] table = new int[Integer.highestOneBit(Math.max(8, total)) * 4];
        int[] firsts = new int[total];
        Arrays.fill(table, -1);
        int count = 0;
        for (int row = 0; row < total; row++) {
            int slot = hash(rows, row * width, width) & (table.length - 1);
            while (table[slot] >= 0 && !equal(rows, firsts[table[slot]] * width, row * width, width)) {
                slot = (slot + 1) & (table.length - 1);
            }
            if (table[slot] < 0) {
                table[slot] = count;
                firsts[count++] = row;
            }
            places[row] = table[slot];
        }
        return new Weld(places, count);
    }

    private static int hash(float[] rows, int at, int width) {
        long hash = 1;
        for (int i = at; i < at + width; i++) {
            hash = (hash ^ Float.floatToIntBits(rows[i] + 0f)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash ^ hash >>> 32);
    }

    private static boolean equal(float[] rows, int one, int other, int width) {
        for (int i = 0; i < width; i++) {
            if (rows[one + i] != rows[other + i]) {
                return false;
            }
        }
        return true;
    }

    /// The number of distinct places.
    public int count() {
        return count;
    }

    /// The place of a vertex, from 0 to below [#count], in the order in which places first come.
    public int place(int vertex) {
        return places[vertex];
    }

    /// The mesh with one vertex for each place and nothing but positions; triangles that lost a corner are left out.
    public static Mesh positions(Mesh mesh) {
        Weld weld = of(mesh);
        float[] positions = new float[weld.count * 3];
        for (int v = mesh.vertexCount() - 1; v >= 0; v--) {
            System.arraycopy(mesh.positions(), v * 3, positions, weld.places[v] * 3, 3);
        }
        int[] triangles = new int[mesh.triangles().length];
        int length = 0;
        for (int i = 0; i < triangles.length; i += 3) {
            int a = weld.places[mesh.triangles()[i]];
            int b = weld.places[mesh.triangles()[i + 1]];
            int c = weld.places[mesh.triangles()[i + 2]];
            if (a != b && b != c && c != a) {
                triangles[length++] = a;
                triangles[length++] = b;
                triangles[length++] = c;
            }
        }
        return Mesh.of(positions, Arrays.copyOf(triangles, length));
    }
}
