package studio.diorama.dataset.sampling;

import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.Orientation;
import studio.diorama.dataset.scene.PositionRule;
import studio.diorama.dataset.scene.RotationRule;

/// Draws where things are and how they are turned.
final class PlacementDraw {

    private PlacementDraw() {}

    static Vector3 vector(Components values) {
        return values.size() == 1
                ? new Vector3(values.get(0), values.get(0), values.get(0))
                : new Vector3(values.get(0), values.get(1), values.get(2));
    }

    static Vector3 position(Draws draws, PositionRule rule, String field, int attempt) {
        return switch (rule) {
            case PositionRule.At at -> vector(draws.draw(at.point(), field, attempt));
            case PositionRule.Shell shell -> {
                Vector3 centre = vector(draws.draw(shell.centre(), field + "/center", attempt));
                double radius =
                        draws.draw(shell.radius(), field + "/radius", attempt).single();
                double elevation = draws.draw(shell.elevation(), field + "/elevation", attempt)
                        .single();
                double azimuth =
                        draws.draw(shell.azimuth(), field + "/azimuth", attempt).single();
                yield centre.plus(direction(elevation, azimuth).times(radius));
            }
        };
    }

    static Orientation rotation(Draws draws, RotationRule rule, String field, int attempt) {
        return switch (rule) {
            case RotationRule.Anywhere any ->
                Orientation.of(Rotations.uniform(draws.stream(Period.CLIP, field, attempt)));
            case RotationRule.Heading heading ->
                Orientation.of(Rotations.aboutAxis(
                        0, 1, 0, draws.draw(heading.angle(), field, attempt).single()));
            case RotationRule.HeadingPitchRoll turned -> {
                Components angles = draws.draw(turned.angles(), field, attempt);
                yield Orientation.of(Rotations.headingPitchRoll(angles.get(0), angles.get(1), angles.get(2)));
            }
            case RotationRule.Quaternion quaternion -> Orientation.of(draws.draw(quaternion.value(), field, attempt));
        };
    }

    /// A unit vector: azimuth about +Y from +Z towards +X.
    static Vector3 direction(double elevation, double azimuth) {
        double level = StrictMath.cos(elevation);
        return new Vector3(level * StrictMath.sin(azimuth), StrictMath.sin(elevation), level * StrictMath.cos(azimuth));
    }

    /// Turns -Z towards a target, +Y as far up as it goes, then rolls about the axis of view.
    static Orientation lookAt(Vector3 from, Vector3 to, double roll) {
        Vector3 view = unit(to.plus(from.times(-1)), new Vector3(0, 0, -1));
        // Straight up or down there is no upright: -Z takes its place.
        Vector3 up = Math.abs(view.y()) > 0.99999 ? new Vector3(0, 0, -1) : new Vector3(0, 1, 0);
        Vector3 right = unit(cross(view, up), new Vector3(1, 0, 0));
        Vector3 above = cross(right, view);
        Orientation level = fromAxes(right, above, view.times(-1));
        return Orientation.of(Rotations.product(level.components(), Rotations.aboutAxis(0, 0, 1, roll)));
    }

    static Vector3 cross(Vector3 a, Vector3 b) {
        return new Vector3(a.y() * b.z() - a.z() * b.y(), a.z() * b.x() - a.x() * b.z(), a.x() * b.y() - a.y() * b.x());
    }

    static Vector3 unit(Vector3 vector, Vector3 otherwise) {
        double length = StrictMath.sqrt(vector.x() * vector.x() + vector.y() * vector.y() + vector.z() * vector.z());
        return length < 1e-12 ? otherwise : vector.times(1 / length);
    }

    /// The rotation whose columns are three orthogonal unit vectors (Shepperd 1978).
    private static Orientation fromAxes(Vector3 x, Vector3 y, Vector3 z) {
        double trace = x.x() + y.y() + z.z();
        if (trace > 0) {
            double s = 2 * StrictMath.sqrt(trace + 1);
            return new Orientation((y.z() - z.y()) / s, (z.x() - x.z()) / s, (x.y() - y.x()) / s, s / 4);
        }
        if (x.x() > y.y() && x.x() > z.z()) {
            double s = 2 * StrictMath.sqrt(1 + x.x() - y.y() - z.z());
            return new Orientation(s / 4, (y.x() + x.y()) / s, (z.x() + x.z()) / s, (y.z() - z.y()) / s);
        }
        if (y.y() > z.z()) {
            double s = 2 * StrictMath.sqrt(1 + y.y() - x.x() - z.z());
            return new Orientation((y.x() + x.y()) / s, s / 4, (z.y() + y.z()) / s, (z.x() - x.z()) / s);
        }
        double s = 2 * StrictMath.sqrt(1 + z.z() - x.x() - y.y());
        return new Orientation((z.x() + x.z()) / s, (z.y() + y.z()) / s, s / 4, (x.y() - y.x()) / s);
    }
}
