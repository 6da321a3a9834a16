package studio.diorama.dataset.library.internal.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import studio.diorama.dataset.library.internal.shape.Loft;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Vec3;

/// The shell of a car: a loft of cross-sections with wheel arches, and a cabin of stacked outlines above it.
final class VehicleBody {

    /// Finishes of the shell: paint, and dark plastic below and in the arches.
    static final int PAINT = 0;

    static final int DARK = 1;

    /// In the cabin, slot 1 is glass.
    static final int GLASS = 1;

    /// Height on the flank from sill to belt, and the share of the full width there.
    private static final double[][] FLANK = {
        {0.0, 0.965},
        {0.09, 0.985},
        {0.1, 0.978},
        {0.28, 0.996},
        {0.5, 1.0},
        {0.68, 0.995},
        {0.74, 0.985},
        {0.9, 0.965},
        {0.97, 0.93}
    };

    private static final double FLOOR = 0.19;

    private final VehicleShape shape;

    VehicleBody(VehicleShape shape) {
        this.shape = shape;
    }

    Surface shell() {
        List<Vec3[]> rings = new ArrayList<>();
        for (double z : stations()) {
            rings.add(section(z));
        }
        double inner = shape.width() / 2 - 0.25;
        return Loft.solid(rings).painted((centre, normal) -> {
            boolean end = Math.abs(normal.z()) > 0.9 && Math.abs(centre.x()) < 0.01;
            double arch = shape.archAt(centre.z(), FLOOR);
            double t = (centre.y() - arch) / (shape.deckAt(centre.z()) - arch);
            boolean inArch = Math.abs(centre.x()) <= inner + 0.26 && normal.y() < -0.5;
            boolean wall = Math.abs(Math.abs(centre.x()) - inner) < 0.03
                    && centre.y() < 0.75
                    && !end
                    && normal.y() < 0.5
                    && Math.abs(centre.x()) < shape.halfWidthAt(centre.z()) * 0.8
                    && Math.abs(normal.z()) < 0.9;
            return inArch || wall || !end && t < 0.095 && centre.y() < shape.wheelRadius() * 1.1 ? DARK : PAINT;
        });
    }

    private TreeSet<Double> stations() {
        TreeSet<Double> stations = new TreeSet<>();
        double half = shape.length() / 2;
        for (double d : new double[] {0, 0.008, 0.03, 0.07, 0.13, 0.2, 0.28}) {
            stations.add(half - d);
            stations.add(d - half);
        }
        for (double axle : new double[] {shape.frontAxle(), shape.rearAxle()}) {
            double r = shape.archRadius();
            for (int i = 0; i <= 14; i++) {
                stations.add(axle - (r - 0.0005) * StrictMath.cos(StrictMath.PI * i / 14));
            }
            stations.add(axle - r - 0.004);
            stations.add(axle + r + 0.004);
        }
        for (double z = -half + 0.35; z < half - 0.35; z += 0.22) {
            double at = z;
            if (stations.stream().noneMatch(other -> Math.abs(other - at) < 0.09)) {
                stations.add(z);
            }
        }
        return stations;
    }

    private Vec3[] section(double z) {
        double end = shape.endFactor(z);
        double wide = shape.halfWidthAt(z) * (0.86 + 0.14 * end);
        double top = shape.deckAt(z);
        double floor = FLOOR + 0.05 * StrictMath.pow(Math.abs(2 * z / shape.length()), 6);
        double middle = floor + 0.45 * (top - floor);
        double squeeze = 0.7 + 0.3 * end;
        double arch = shape.archAt(z, floor);
        double inner = shape.width() / 2 - 0.25;
        List<Vec3> right = new ArrayList<>();
        right.add(new Vec3(0, floor, z));
        right.add(new Vec3(inner - 0.004, floor, z));
        right.add(new Vec3(inner, arch, z));
        for (double[] row : FLANK) {
            right.add(new Vec3(wide * row[1], arch + (top - arch) * row[0], z));
        }
        double crown = 0.035;
        right.add(new Vec3(wide * 0.88, top + 0.1 * crown, z));
        right.add(new Vec3(wide * 0.62, top + 0.62 * crown, z));
        right.add(new Vec3(wide * 0.3, top + 0.93 * crown, z));
        right.add(new Vec3(0, top + crown, z));
        int count = right.size();
        Vec3[] ring = new Vec3[2 * count - 2];
        for (int i = 0; i < count; i++) {
            Vec3 p = right.get(i);
            Vec3 squeezed = new Vec3(p.x(), middle + (p.y() - middle) * squeeze, z);
            ring[i] = squeezed;
            if (i > 0 && i < count - 1) {
                ring[ring.length - i] = new Vec3(-squeezed.x(), squeezed.y(), z);
            }
        }
        return ring;
    }

    /// The flank's surface at a height and place, for what is fixed on it.
    Vec3 onFlank(double z, double height) {
        double top = shape.deckAt(z);
        double floor = FLOOR + 0.05 * StrictMath.pow(Math.abs(2 * z / shape.length()), 6);
        double arch = shape.archAt(z, floor);
        double t = Math.clamp((height - arch) / (top - arch), 0, 0.97);
        int i = 1;
        while (i < FLANK.length - 1 && FLANK[i][0] < t) {
            i++;
        }
        double part = (t - FLANK[i - 1][0]) / (FLANK[i][0] - FLANK[i - 1][0]);
        double share = FLANK[i - 1][1] + (FLANK[i][1] - FLANK[i - 1][1]) * part;
        return new Vec3(shape.halfWidthAt(z) * (0.86 + 0.14 * shape.endFactor(z)) * share, height, z);
    }

    /// The cabin, from below the deck to the crown of the roof.
    Surface cabin() {
        double[] levels = {0, 0.06, 0.1, 0.5, 0.84, 0.9, 0.96, 0.985, 1};
        List<Vec3[]> rings = new ArrayList<>();
        for (double level : levels) {
            rings.add(outline(level, 1).points);
        }
        rings.add(outline(1.006, 0.9).points);
        rings.add(outline(1.03, 0.6).points);
        rings.add(outline(1.04, 0.25).points);
        boolean[] glass = outline(0, 1).panes;
        int around = rings.getFirst().length;
        Surface plain = Loft.solid(rings);
        Surface painted = new Surface();
        plain.points().forEach(painted::point);
        for (int f = 0; f < plain.faces().size(); f++) {
            Surface.Face face = plain.faces().get(f);
            int level = f / around;
            int slot = level >= 2 && level <= 3 && f < around * levels.length && glass[f % around] ? GLASS : PAINT;
            painted.faces().add(new Surface.Face(face.points(), face.uv(), slot));
        }
        return painted;
    }

    /// @param points of one level, counter-clockwise seen from above
    /// @param panes whether the face that begins at each point is glass where the level has windows
    private record Outline(Vec3[] points, boolean[] panes) {}

    /// One outline of the cabin; `inset` below 1 draws the roof's inner rings.
    private Outline outline(double level, double inset) {
        double t = Math.min(level, 1);
        double base = Math.min(shape.deckAt(shape.cabinRear()), shape.deckAt(shape.cabinFront())) - 0.05;
        double y = base + (shape.roof() - 0.03 - base) * level;
        double shoulder = t > 0.95 ? (t - 0.95) / 0.05 : 0;
        double bow = 4 * t * (1 - t);
        double front = shape.cabinFront() + (shape.roofFront() - shape.cabinFront()) * t + 0.04 * bow;
        double rear = shape.cabinRear() + (shape.roofRear() - shape.cabinRear()) * t - 0.03 * bow;
        double half = shape.width() / 2 * 0.885;
        half += (shape.roofWidth() - half) * t * (0.75 + 0.25 * t) - 0.045 * shoulder * shoulder;
        front -= 0.05 * shoulder * shoulder;
        rear += 0.05 * shoulder * shoulder;
        double round = 0.16;
        List<Vec3> points = new ArrayList<>();
        List<Boolean> panes = new ArrayList<>();
        double z0 = front - round;
        double z1 = rear + round;
        for (int i = 0; i < shape.pillars().length; i++) {
            add(
                    points,
                    panes,
                    new Vec3(half, y, z0 + (z1 - z0) * shape.pillars()[i]),
                    i % 2 == 1 && i < shape.pillars().length - 1);
        }
        corner(points, panes, half, y, z1, -round, 0);
        across(points, panes, half - 0.14, rear, y, -1, shape.rearGlass());
        corner(points, panes, -half, y, z1, -round, 1);
        for (int i = shape.pillars().length - 1; i >= 0; i--) {
            add(points, panes, new Vec3(-half, y, z0 + (z1 - z0) * shape.pillars()[i]), i % 2 == 0 && i > 0);
        }
        corner(points, panes, -half, y, z0, round, 0);
        across(points, panes, half - 0.14, front, y, 1, true);
        corner(points, panes, half, y, z0, round, 1);
        boolean[] glass = new boolean[points.size()];
        Vec3[] ring = new Vec3[points.size()];
        double middle = (front + rear) / 2;
        for (int i = 0; i < ring.length; i++) {
            Vec3 p = points.get(i);
            glass[i] = panes.get(i);
            ring[i] = new Vec3(p.x() * inset, p.y(), middle + (p.z() - middle) * inset);
        }
        return new Outline(ring, glass);
    }

    private static void add(List<Vec3> points, List<Boolean> panes, Vec3 point, boolean pane) {
        points.add(point);
        panes.add(pane);
    }

    /// The inner points of a rounded corner whose flank ends at z.
    private static void corner(
            List<Vec3> points, List<Boolean> panes, double half, double y, double z, double reach, int leaving) {
        for (int i = 1; i <= 2; i++) {
            double angle = StrictMath.PI / 2 * (leaving == 0 ? i : 3 - i) / 3.0;
            double x = half - Math.signum(half) * 0.14 * (1 - StrictMath.cos(angle));
            add(points, panes, new Vec3(x, y, z + reach * StrictMath.sin(angle)), false);
        }
    }

    /// The points of windscreen or rear window, bowed outwards; glass lies between the first and the last.
    private static void across(
            List<Vec3> points, List<Boolean> panes, double half, double z, double y, int side, boolean pane) {
        int steps = 6;
        for (int i = 0; i <= steps; i++) {
            double s = side * (2.0 * i / steps - 1);
            add(points, panes, new Vec3(half * s, y, z + side * 0.05 * (1 - s * s)), pane && i < steps);
        }
    }
}
