package studio.diorama.dataset.library.internal.shape;

import java.util.ArrayList;
import java.util.List;

/// A drawn line: corners that may be rounded with a fillet, and Bézier curves, as a list of points.
public final class Profile {

    /// The widest angle between neighbouring segments of a fillet.
    private static final double STEP_RADIANS = StrictMath.toRadians(23);

    private record Corner(Vec2 at, double fillet) {}

    private final List<Corner> corners = new ArrayList<>();

    private Profile() {}

    /// Begins a line.
    public static Profile from(double x, double y) {
        return new Profile().to(x, y);
    }

    /// A rectangle about the origin with rounded corners, counter-clockwise.
    public static List<Vec2> rectangle(double halfX, double halfY, double fillet) {
        Profile profile = new Profile();
        return profile.to(-halfX, -halfY, fillet)
                .to(halfX, -halfY, fillet)
                .to(halfX, halfY, fillet)
                .to(-halfX, halfY, fillet)
                .closed();
    }

    /// Goes straight to a sharp corner.
    public Profile to(double x, double y) {
        return to(x, y, 0);
    }

    /// Goes straight to a corner that is rounded with a radius in metres, less where the neighbours are too near.
    public Profile to(double x, double y, double fillet) {
        corners.add(new Corner(new Vec2(x, y), fillet));
        return this;
    }

    /// Goes along a cubic Bézier curve in a number of straight steps.
    public Profile curve(double x1, double y1, double x2, double y2, double x, double y, int steps) {
        Vec2 start = corners.getLast().at;
        for (int i = 1; i <= steps; i++) {
            double t = (double) i / steps;
            double s = 1 - t;
            double a = s * s * s;
            double b = 3 * s * s * t;
            double c = 3 * s * t * t;
            double d = t * t * t;
            to(a * start.x() + b * x1 + c * x2 + d * x, a * start.y() + b * y1 + c * y2 + d * y);
        }
        return this;
    }

    /// The points of the line from its first to its last corner, whose fillets are ignored.
    public List<Vec2> open() {
        return trace(false);
    }

    /// The points of the line closed from its last corner to its first.
    public List<Vec2> closed() {
        return trace(true);
    }

    private List<Vec2> trace(boolean closed) {
        List<Vec2> points = new ArrayList<>();
        int count = corners.size();
        for (int i = 0; i < count; i++) {
            Corner corner = corners.get(i);
            boolean end = !closed && (i == 0 || i == count - 1);
            if (end || corner.fillet == 0) {
                points.add(corner.at);
            } else {
                addFillet(points, corners.get((i + count - 1) % count).at, corner, corners.get((i + 1) % count).at);
            }
        }
        return points;
    }

    private static void addFillet(List<Vec2> points, Vec2 before, Corner corner, Vec2 after) {
        Vec2 in = corner.at.minus(before);
        Vec2 out = after.minus(corner.at);
        double turn = StrictMath.atan2(in.cross(out), in.dot(out));
        double half = Math.abs(turn) / 2;
        if (half < 0.02) {
            points.add(corner.at);
            return;
        }
        // The arc touches both lines this far from the corner; 0.49 keeps two fillets of one line apart.
        double reach = Math.min(corner.fillet * StrictMath.tan(half), 0.49 * Math.min(in.length(), out.length()));
        double radius = reach / StrictMath.tan(half);
        Vec2 start = corner.at.minus(in.normalized().times(reach));
        Vec2 toCentre = in.normalized().turnedLeft().times(Math.signum(turn) * radius);
        Vec2 centre = start.plus(toCentre);
        int steps = Math.max(2, (int) Math.ceil(Math.abs(turn) / STEP_RADIANS));
        Vec2 arm = start.minus(centre);
        for (int i = 0; i <= steps; i++) {
            double angle = turn * i / steps;
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            points.add(centre.plus(new Vec2(arm.x() * cos - arm.y() * sin, arm.x() * sin + arm.y() * cos)));
        }
    }
}
