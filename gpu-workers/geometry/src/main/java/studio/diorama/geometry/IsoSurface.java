package studio.diorama.geometry;

import java.util.Arrays;
import studio.diorama.geometry.internal.Numbers.Floats;
import studio.diorama.geometry.internal.Numbers.Ints;

/// The surface where a field on a grid takes one value, by marching tetrahedra.
///
/// Each cube is cut into the six tetrahedra about its diagonal (Freudenthal), the same in every cube, so that
/// neighbours cut their common face alike. A tetrahedron has no ambiguous case: the surface is closed and without
/// crossings for any field at all, at the price of about twice the triangles of marching cubes (Lorensen and Cline,
/// 1987). See Doi and Koide, "An Efficient Method of Triangulating Equi-Valued Surfaces by Using Tetrahedral Cells"
/// (1991).
public final class IsoSurface {

    /// Corners between (0, 0, 0) and (1, 1, 1) of the six tetrahedra, as bits z y x; the first three turn
    /// right-handed.
    private static final int[][] TETRAHEDRA = {{1, 3}, {2, 6}, {4, 5}, {2, 3}, {4, 6}, {1, 5}};

    /// For each set of inside corners: pairs of corners whose edges are cut, three to a triangle, wound outwards.
    private static final int[][] CASES = cases();

    /// Vertices keep this share of an edge away from its ends, so that no two of them meet.
    private static final double MARGIN = 1.0 / 1024;

    private final ScalarGrid grid;
    private final double level;
    private final boolean closed;
    private final int layer;
    private final Floats positions = new Floats();
    private final Ints triangles = new Ints();

    /// Vertices on the edges that begin in the lower and in the upper layer of points: 7 edges a point, 0 for none
    /// yet.
    private int[] lower;

    private int[] upper;

    private IsoSurface(ScalarGrid grid, double level, boolean closed) {
        this.grid = grid;
        this.level = level;
        this.closed = closed;
        layer = grid.sizeX() * grid.sizeY();
        lower = new int[layer * 7];
        upper = new int[layer * 7];
    }

    /// The surface about all that lies below `level`, as a signed distance's inside does; faces look to what is
    /// above.
    ///
    /// @param closed takes the outermost points for outside, so that the surface closes; else it is open where it
    /// leaves the grid
    /// @return positions only, in metres
    public static Mesh below(ScalarGrid grid, double level, boolean closed) {
        return new IsoSurface(grid, level, closed).mesh();
    }

    private Mesh mesh() {
        for (int z = 0; z + 1 < grid.sizeZ(); z++) {
            for (int y = 0; y + 1 < grid.sizeY(); y++) {
                for (int x = 0; x + 1 < grid.sizeX(); x++) {
                    cube(x, y, z);
                }
            }
            int[] free = lower;
            lower = upper;
            upper = free;
            Arrays.fill(upper, 0);
        }
        return Mesh.of(positions.toArray(), triangles.toArray());
    }

    private void cube(int x, int y, int z) {
        int inside = 0;
        for (int corner = 0; corner < 8; corner++) {
            if (value(x + (corner & 1), y + (corner >> 1 & 1), z + (corner >> 2)) < level) {
                inside |= 1 << corner;
            }
        }
        if (inside == 0 || inside == 255) {
            return;
        }
        for (int t = 0; t < 6; t++) {
            int[] corners = {0, TETRAHEDRA[t][0], TETRAHEDRA[t][1], 7};
            int set = 0;
            for (int k = 0; k < 4; k++) {
                set |= (inside >> corners[k] & 1) << k;
            }
            int[] cuts = CASES[set];
            for (int i = 0; i < cuts.length; i += 6) {
                int a = vertex(x, y, z, corners[cuts[i]], corners[cuts[i + 1]]);
                int b = vertex(x, y, z, corners[cuts[i + 2]], corners[cuts[i + 3]]);
                int c = vertex(x, y, z, corners[cuts[i + 4]], corners[cuts[i + 5]]);
                triangles.add(a);
                triangles.add(t < 3 ? b : c);
                triangles.add(t < 3 ? c : b);
            }
        }
    }

    /// The vertex on the edge between two corners of a cube, made when it is first asked for.
    private int vertex(int x, int y, int z, int one, int other) {
        int from = one & other;
        int direction = one ^ other;
        int startX = x + (from & 1);
        int startY = y + (from >> 1 & 1);
        int[] known = from >> 2 == 0 ? lower : upper;
        int slot = (startY * grid.sizeX() + startX) * 7 + direction - 1;
        if (known[slot] == 0) {
            add(startX, startY, z + (from >> 2), direction);
            known[slot] = positions.size() / 3;
        }
        return known[slot] - 1;
    }

    private void add(int x, int y, int z, int direction) {
        double start = value(x, y, z);
        double end = value(x + (direction & 1), y + (direction >> 1 & 1), z + (direction >> 2));
        double share = (level - start) / (end - start);
        share = Double.isNaN(share) ? 0.5 : Math.clamp(share, MARGIN, 1 - MARGIN);
        positions.add((float) (grid.origin().x() + grid.spacing() * (x + share * (direction & 1))));
        positions.add((float) (grid.origin().y() + grid.spacing() * (y + share * (direction >> 1 & 1))));
        positions.add((float) (grid.origin().z() + grid.spacing() * (z + share * (direction >> 2))));
    }

    private double value(int x, int y, int z) {
        float value = grid.values()[z * layer + y * grid.sizeX() + x];
        boolean rim =
                x == 0 || y == 0 || z == 0 || x == grid.sizeX() - 1 || y == grid.sizeY() - 1 || z == grid.sizeZ() - 1;
        // Just above the level, so that the surface closes halfway to the rim and not at infinity.
        return closed && rim && value < level ? level + Math.abs(level - value) : value;
    }

    /// All sixteen cases of a right-handed tetrahedron, from the three there are, by its even permutations.
    private static int[][] cases() {
        int[][] cases = new int[16][0];
        int[][] single = {{0, 1, 2, 3}, {1, 0, 3, 2}, {2, 0, 1, 3}, {3, 0, 2, 1}};
        for (int[] p : single) {
            cases[1 << p[0]] = new int[] {p[0], p[1], p[0], p[2], p[0], p[3]};
            cases[15 ^ 1 << p[0]] = new int[] {p[0], p[1], p[0], p[3], p[0], p[2]};
        }
        int[][] pairs = {{0, 1, 2, 3}, {0, 2, 3, 1}, {0, 3, 1, 2}, {1, 2, 0, 3}, {1, 3, 2, 0}, {2, 3, 0, 1}};
        for (int[] p : pairs) {
            cases[1 << p[0] | 1 << p[1]] =
                    new int[] {p[0], p[2], p[0], p[3], p[1], p[3], p[0], p[2], p[1], p[3], p[1], p[2]};
        }
        return cases;
    }
}
