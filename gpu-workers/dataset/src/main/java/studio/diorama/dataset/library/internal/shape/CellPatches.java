package studio.diorama.dataset.library.internal.shape;

/// How a surface crosses one cell of a grid: which of the cell's twelve edges belong to the same patch of surface.
///
/// Two sheets may pass through one cell; each gets a point of its own (dual marching cubes, Nielson 2004), which keeps
/// the surface closed and simple. Corners are numbered `x + 2 y + 4 z`. Edge `axis * 4 + first + 2 * second` runs along
/// `axis`; `first` and `second` say where along the other two axes, in their order.
final class CellPatches {

    static final int EDGES = 12;

    private CellPatches() {}

    /// For each edge the number of its patch, or -1 where the surface does not cross it.
    ///
    /// @param inside which of the eight corners lie in the solid
    static int[] of(boolean[] inside) {
        int[] patch = new int[EDGES];
        for (int edge = 0; edge < EDGES; edge++) {
            patch[edge] = inside[corner(edge, 0)] != inside[corner(edge, 1)] ? edge : -1;
        }
        for (int axis = 0; axis < 3; axis++) {
            for (int side = 0; side < 2; side++) {
                joinAcrossFace(patch, inside, axis, side);
            }
        }
        return patch;
    }

    /// The corner at the start (0) or end (1) of an edge.
    static int corner(int edge, int end) {
        int first = edge & 1;
        int second = edge >> 1 & 1;
        return switch (edge / 4) {
            case 0 -> end + 2 * first + 4 * second;
            case 1 -> first + 2 * end + 4 * second;
            default -> first + 2 * second + 4 * end;
        };
    }

    /// A line of the surface crosses a face from edge to edge. Where four edges are crossed there are two lines, each
    /// around a corner inside the solid; the cell on the face's other side decides alike.
    private static void joinAcrossFace(int[] patch, boolean[] inside, int axis, int side) {
        int[] crossed = new int[4];
        int count = 0;
        for (int edge = 0; edge < EDGES; edge++) {
            if (edge / 4 != axis && (corner(edge, 0) >> axis & 1) == side && patch[edge] >= 0) {
                crossed[count++] = edge;
            }
        }
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                if (count == 2 || insideEnd(crossed[i], inside) == insideEnd(crossed[j], inside)) {
                    join(patch, patch[crossed[i]], patch[crossed[j]]);
                }
            }
        }
    }

    private static int insideEnd(int edge, boolean[] inside) {
        return inside[corner(edge, 0)] ? corner(edge, 0) : corner(edge, 1);
    }

    private static void join(int[] patch, int one, int other) {
        for (int edge = 0; edge < EDGES; edge++) {
            if (patch[edge] == other) {
                patch[edge] = one;
            }
        }
    }
}
