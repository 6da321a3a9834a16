package studio.diorama.dataset.library.internal.shape;

/// The surface of a [Field] as quads: one point in each grid cell that the surface crosses (surface nets, Gibson 1998),
/// then drawn onto the surface along its gradient.
public final class Isosurface {

    private final Field field;
    private final Vec3 low;
    private final double cell;
    private final int nx;
    private final int ny;
    private final int nz;
    private final double[] samples;
    private final int[] pointOfCell;
    private final Surface surface = new Surface();

    private Isosurface(Field field, Vec3 low, Vec3 high, double cell) {
        this.field = field;
        this.low = low.minus(new Vec3(1.5 * cell, 1.5 * cell, 1.5 * cell));
        this.cell = cell;
        nx = (int) Math.ceil((high.x() - low.x()) / cell) + 4;
        ny = (int) Math.ceil((high.y() - low.y()) / cell) + 4;
        nz = (int) Math.ceil((high.z() - low.z()) / cell) + 4;
        samples = new double[nx * ny * nz];
        pointOfCell = new int[samples.length];
    }

    /// A closed surface of the solid within a box that must hold all of it.
    ///
    /// @param cell edge of a grid cell, in metres; thinner parts than this are lost
    public static Surface of(Field field, Vec3 low, Vec3 high, double cell) {
        Isosurface net = new Isosurface(field, low, high, cell);
        net.sample();
        net.placePoints();
        net.joinFaces();
        return BoxMapping.along(Vec3.Y, net.surface);
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
                    pointOfCell[index(x, y, z)] = -1;
                    Vec3 mean = meanCrossing(x, y, z);
                    if (mean != null) {
                        pointOfCell[index(x, y, z)] = surface.point(onSurface(mean));
                    }
                }
            }
        }
    }

    private Vec3 meanCrossing(int x, int y, int z) {
        Vec3 sum = Vec3.ORIGIN;
        int crossings = 0;
        for (int edge = 0; edge < 12; edge++) {
            int axis = edge / 4;
            int first = edge & 1;
            int second = (edge >> 1) & 1;
            int ax = x + (axis == 0 ? 0 : first);
            int ay = y + (axis == 1 ? 0 : axis == 0 ? first : second);
            int az = z + (axis == 2 ? 0 : second);
            int bx = ax + (axis == 0 ? 1 : 0);
            int by = ay + (axis == 1 ? 1 : 0);
            int bz = az + (axis == 2 ? 1 : 0);
            double a = samples[index(ax, ay, az)];
            double b = samples[index(bx, by, bz)];
            if (a < 0 != b < 0) {
                sum = sum.plus(corner(ax, ay, az).lerp(corner(bx, by, bz), a / (a - b)));
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
                        quad(inside, index(x, y - 1, z - 1), index(x, y, z - 1), index(x, y, z), index(x, y - 1, z));
                    }
                    if (inside != samples[index(x, y + 1, z)] < 0) {
                        quad(inside, index(x - 1, y, z - 1), index(x - 1, y, z), index(x, y, z), index(x, y, z - 1));
                    }
                    if (inside != samples[index(x, y, z + 1)] < 0) {
                        quad(inside, index(x - 1, y - 1, z), index(x, y - 1, z), index(x, y, z), index(x - 1, y, z));
                    }
                }
            }
        }
    }

    private void quad(boolean inside, int a, int b, int c, int d) {
        int[] corners = {pointOfCell[a], pointOfCell[b], pointOfCell[c], pointOfCell[d]};
        if (!inside) {
            corners = new int[] {corners[3], corners[2], corners[1], corners[0]};
        }
        surface.face(corners);
    }
}
