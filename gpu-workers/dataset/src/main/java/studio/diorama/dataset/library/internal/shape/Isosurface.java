package studio.diorama.dataset.library.internal.shape;

import java.util.HashSet;
import java.util.Set;

/// The surface of a [Field] as quads: one point for each patch of surface in each grid cell (surface nets,
/// Gibson 1998), then drawn onto the surface along its gradient.
public final class Isosurface {

    /// Places of the grid that are tried.
    private static final int ATTEMPTS = 6;

    private final Field field;
    private final Vec3 low;
    private final double cell;
    private final int nx;
    private final int ny;
    private final int nz;
    private final double[] samples;
    /// For each cell that the surface crosses, the point of each of its edges' patches.
    private final int[][] pointsOfCell;
    private final Surface surface = new Surface();

    private Isosurface(Field field, Vec3 low, Vec3 high, double cell) {
        this.field = field;
        this.low = low.minus(new Vec3(1.5 * cell, 1.5 * cell, 1.5 * cell));
        this.cell = cell;
        nx = (int) Math.ceil((high.x() - low.x()) / cell) + 4;
        ny = (int) Math.ceil((high.y() - low.y()) / cell) + 4;
        nz = (int) Math.ceil((high.z() - low.z()) / cell) + 4;
        samples = new double[nx * ny * nz];
        pointsOfCell = new int[samples.length][];
    }

    /// A closed surface of the solid within a box that must hold all of it.
    ///
    /// @param cell edge of a grid cell, in metres; thinner parts than this are lost
    public static Surface of(Field field, Vec3 low, Vec3 high, double cell) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double shift = attempt * 0.137 * cell;
            Isosurface net = new Isosurface(field, low.minus(new Vec3(shift, shift, shift)), high, cell);
            net.sample();
            net.placePoints();
            net.joinFaces();
            if (net.isSimple()) {
                return BoxMapping.along(Vec3.Y, net.surface);
            }
        }
        throw new IllegalArgumentException("a solid thicker than its cells of %s m expected".formatted(cell));
    }

    /// Whether no two faces share an edge in the same direction. Two gaps thinner than a cell can meet in one, where
    /// four faces would share an edge; another place of the grid then serves.
    private boolean isSimple() {
        Set<Long> edges = new HashSet<>();
        for (Surface.Face face : surface.faces()) {
            for (int i = 0; i < 4; i++) {
                if (!edges.add((long) face.points()[i] << 32 | face.points()[(i + 1) % 4])) {
                    return false;
                }
            }
        }
        return true;
    }

    private int index(int x, int y, int z) {
        return (x * ny + y) * nz + z;
    }

    private Vec3 corner(int x, int y, int z) {
        return low.plus(new Vec3(x * cell, y * cell, z * cell));
    }

    private void sample() {
        for (int x = 0; x < nx; x++) {
            for (int y = 0; y < ny; y++) {
                for (int z = 0; z < nz; z++) {
                    double value = field.at(corner(x, y, z));
                    boolean rim = x == 0 || y == 0 || z == 0 || x == nx - 1 || y == ny - 1 || z == nz - 1;
                    if (rim && value < 0) {
                        throw new IllegalArgumentException(
                                "a box that holds all of the solid expected, but it reaches " + corner(x, y, z));
                    }
                    // A sample exactly on the surface would put points on top of each other.
                    samples[index(x, y, z)] = value == 0 ? 1e-9 : value;
                }
            }
        }
    }

    private void placePoints() {
        for (int x = 0; x + 1 < nx; x++) {
            for (int y = 0; y + 1 < ny; y++) {
                for (int z = 0; z + 1 < nz; z++) {
                    placePoints(x, y, z);
                }
            }
        }
    }

    private void placePoints(int x, int y, int z) {
        boolean[] inside = new boolean[8];
        for (int corner = 0; corner < 8; corner++) {
            inside[corner] = samples[index(x + (corner & 1), y + (corner >> 1 & 1), z + (corner >> 2))] < 0;
        }
        int[] patch = CellPatches.of(inside);
        int[] points = null;
        for (int number = 0; number < CellPatches.EDGES; number++) {
            Vec3 mean = meanCrossing(x, y, z, patch, number);
            if (mean != null) {
                points = points == null ? new int[CellPatches.EDGES] : points;
                int point = surface.point(onSurface(mean));
                for (int edge = 0; edge < CellPatches.EDGES; edge++) {
                    points[edge] = patch[edge] == number ? point : points[edge];
                }
            }
        }
        pointsOfCell[index(x, y, z)] = points;
    }

    private Vec3 meanCrossing(int x, int y, int z, int[] patch, int number) {
        Vec3 sum = Vec3.ORIGIN;
        int crossings = 0;
        for (int edge = 0; edge < CellPatches.EDGES; edge++) {
            if (patch[edge] == number) {
                int from = CellPatches.corner(edge, 0);
                int to = CellPatches.corner(edge, 1);
                double a = samples[index(x + (from & 1), y + (from >> 1 & 1), z + (from >> 2))];
                double b = samples[index(x + (to & 1), y + (to >> 1 & 1), z + (to >> 2))];
                Vec3 start = corner(x + (from & 1), y + (from >> 1 & 1), z + (from >> 2));
                Vec3 end = corner(x + (to & 1), y + (to >> 1 & 1), z + (to >> 2));
                sum = sum.plus(start.lerp(end, a / (a - b)));
                crossings++;
            }
        }
        return crossings == 0 ? null : sum.times(1.0 / crossings);
    }

    /// Three damped Newton steps; each stays within half a cell, so that faces cannot turn over.
    private Vec3 onSurface(Vec3 start) {
        Vec3 point = start;
        for (int i = 0; i < 3; i++) {
            Vec3 gradient = gradient(point);
            double square = gradient.dot(gradient);
            if (square < 1e-6) {
                return point;
            }
            point = point.minus(gradient.times(field.at(point) / square));
        }
        Vec3 shift = point.minus(start);
        double limit = 0.5 * cell;
        return shift.length() > limit ? start.plus(shift.normalized().times(limit)) : point;
    }

    private Vec3 gradient(Vec3 p) {
        double h = 0.05 * cell;
        double x = field.at(p.plus(new Vec3(h, 0, 0))) - field.at(p.minus(new Vec3(h, 0, 0)));
        double y = field.at(p.plus(new Vec3(0, h, 0))) - field.at(p.minus(new Vec3(0, h, 0)));
        double z = field.at(p.plus(new Vec3(0, 0, h))) - field.at(p.minus(new Vec3(0, 0, h)));
        return new Vec3(x, y, z).times(1 / (2 * h));
    }

    private void joinFaces() {
        for (int x = 1; x + 1 < nx; x++) {
            for (int y = 1; y + 1 < ny; y++) {
                for (int z = 1; z + 1 < nz; z++) {
                    boolean inside = samples[index(x, y, z)] < 0;
                    if (inside != samples[index(x + 1, y, z)] < 0) {
                        int[] cells = {index(x, y - 1, z - 1), index(x, y, z - 1), index(x, y, z), index(x, y - 1, z)};
                        quad(inside, cells, 3, 2, 0, 1);
                    }
                    if (inside != samples[index(x, y + 1, z)] < 0) {
                        int[] cells = {index(x - 1, y, z - 1), index(x - 1, y, z), index(x, y, z), index(x, y, z - 1)};
                        quad(inside, cells, 7, 5, 4, 6);
                    }
                    if (inside != samples[index(x, y, z + 1)] < 0) {
                        int[] cells = {index(x - 1, y - 1, z), index(x, y - 1, z), index(x, y, z), index(x - 1, y, z)};
                        quad(inside, cells, 11, 10, 8, 9);
                    }
                }
            }
        }
    }

    /// The face across a grid edge, which each of the four cells around it knows by another number.
    private void quad(boolean inside, int[] cells, int... edges) {
        int[] corners = new int[4];
        for (int i = 0; i < 4; i++) {
            int place = inside ? i : 3 - i;
            corners[place] = pointsOfCell[cells[i]][edges[i]];
        }
        surface.face(corners);
    }
}
