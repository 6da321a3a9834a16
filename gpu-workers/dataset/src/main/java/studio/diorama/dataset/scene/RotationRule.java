package studio.diorama.dataset.scene;

import static java.util.Objects.requireNonNull;

import studio.diorama.dataset.sampling.Components;
import studio.diorama.dataset.sampling.Constant;
import studio.diorama.dataset.sampling.Varied;

/// How something is turned.
public sealed interface RotationRule {

    /// Not turned.
    RotationRule NONE = new HeadingPitchRoll(Varied.constant(0, 0, 0));

    /// People write quaternions with a few digits.
    double LENGTH_TOLERANCE = 1e-3;

    private static double length(Components quaternion) {
        return StrictMath.sqrt(
                quaternion.values().stream().mapToDouble(part -> part * part).sum());
    }

    /// Equally likely anywhere in SO(3).
    record Anywhere() implements RotationRule {}

    /// Turned about +Y, radians.
    record Heading(Varied<Components> angle) implements RotationRule {

        public Heading {
            requireNonNull(angle, "angle is null");
        }
    }

    /// Turned about +Y, then the turned +X, then the turned +Z, radians.
    record HeadingPitchRoll(Varied<Components> angles) implements RotationRule {

        public HeadingPitchRoll {
            requireNonNull(angles, "angles is null");
        }
    }

    /// A unit quaternion x, y, z, w.
    record Quaternion(Varied<Components> value) implements RotationRule {

        public Quaternion {
            requireNonNull(value, "value is null");
            if (value.randomiser() instanceof Constant<Components> constant
                    && Math.abs(length(constant.value()) - 1) > LENGTH_TOLERANCE) {
                throw new IllegalArgumentException("Expected a quaternion x, y, z, w of length 1, got "
                        + constant.value().values());
            }
        }
    }
}
