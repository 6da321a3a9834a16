package studio.diorama.render;

import static java.util.Objects.requireNonNull;

import org.joml.Vector3d;
import org.joml.Vector3dc;

/// A source of light that is not a surface. Colours are linear, white is (1, 1, 1).
public sealed interface Light {

    /// Linear colour that the amount is multiplied by.
    Vector3dc colour();

    /// Light from very far away.
    ///
    /// @param direction the way the light travels
    /// @param lux illuminance of a surface that faces it
    /// @param angularDiameterRadians how large the source looks; the sun's is 0.0093
    record Directional(Vector3dc direction, Vector3dc colour, double lux, double angularDiameterRadians)
            implements Light {
        public Directional {
            direction = unit(direction, "direction");
            colour = checkedColour(colour);
            requireAmount(lux, "lux");
            requireAmount(angularDiameterRadians, "angular diameter");
        }
    }

    /// A small lamp that shines to all sides.
    ///
    /// @param candela intensity in every direction
    record Point(Vector3dc position, Vector3dc colour, double candela) implements Light {
        public Point {
            position = finite(position, "position");
            colour = checkedColour(colour);
            requireAmount(candela, "candela");
        }
    }

    /// A lamp with a cone.
    ///
    /// @param direction middle of the cone, the way the light travels
    /// @param candela intensity in the middle
    /// @param innerConeRadians half angle of full intensity
    /// @param outerConeRadians half angle where it ends, at most π/2
    record Spot(
            Vector3dc position,
            Vector3dc direction,
            Vector3dc colour,
            double candela,
            double innerConeRadians,
            double outerConeRadians)
            implements Light {
        public Spot {
            position = finite(position, "position");
            direction = unit(direction, "direction");
            colour = checkedColour(colour);
            requireAmount(candela, "candela");
            if (!(innerConeRadians >= 0
                    && innerConeRadians < outerConeRadians
                    && outerConeRadians <= 0.5 * Math.PI + 1e-9)) {
                throw new IllegalArgumentException("spot cone: 0 ≤ inner < outer ≤ π/2 expected, got %s and %s"
                        .formatted(innerConeRadians, outerConeRadians));
            }
        }
    }

    /// A rectangle that shines to one side, evenly from every point of it.
    ///
    /// @param position its middle
    /// @param halfU from the middle to the right edge, metres
    /// @param halfV from the middle to the upper edge, metres; it shines along halfU × halfV
    /// @param watts radiant power, 683 lumens each, as glTF's exporters count them
    record Area(Vector3dc position, Vector3dc halfU, Vector3dc halfV, Vector3dc colour, double watts) implements Light {
        public static final double LUMENS_PER_WATT = 683;

        public Area {
            position = finite(position, "position");
            halfU = finite(halfU, "half edge u");
            halfV = finite(halfV, "half edge v");
            colour = checkedColour(colour);
            requireAmount(watts, "watts");
            if (!(new Vector3d(halfU).cross(halfV).length() > 0)) {
                throw new IllegalArgumentException(
                        "area light: a rectangle larger than 0 expected, got edges %s and %s".formatted(halfU, halfV));
            }
        }

        /// Candela per square metre of the surface.
        public double luminance() {
            double area = 4 * new Vector3d(halfU).cross(halfV).length();
            return watts * LUMENS_PER_WATT / (Math.PI * area);
        }
    }

    private static Vector3dc finite(Vector3dc vector, String name) {
        requireNonNull(vector, name + " is null");
        if (!vector.isFinite()) {
            throw new IllegalArgumentException("light " + name + ": finite numbers expected, got " + vector);
        }
        return new Vector3d(vector);
    }

    private static Vector3dc unit(Vector3dc vector, String name) {
        Vector3dc finite = finite(vector, name);
        if (finite.length() == 0) {
            throw new IllegalArgumentException("light " + name + ": a vector longer than 0 expected");
        }
        return new Vector3d(finite).normalize();
    }

    private static Vector3dc checkedColour(Vector3dc colour) {
        Vector3dc finite = finite(colour, "colour");
        if (finite.x() < 0 || finite.y() < 0 || finite.z() < 0) {
            throw new IllegalArgumentException("light colour: nothing below 0 expected, got " + colour);
        }
        return finite;
    }

    private static void requireAmount(double amount, String name) {
        if (!(amount >= 0 && Double.isFinite(amount))) {
            throw new IllegalArgumentException("light " + name + ": a number from 0 expected, got " + amount);
        }
    }
}
