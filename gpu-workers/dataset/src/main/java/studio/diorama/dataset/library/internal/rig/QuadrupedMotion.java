package studio.diorama.dataset.library.internal.rig;

import studio.diorama.dataset.library.internal.shape.Vec3;

/// How a four-legged animal walks on the spot and waits. Turns about +X bring a hanging limb backwards.
public final class QuadrupedMotion {

    private QuadrupedMotion() {}

    /// The clip `walk`: each leg a quarter of a round after the one before, the hind leg first on each side.
    public static Clip walk(double scale) {
        return new Clip("walk", 0.9, new Walk(scale));
    }

    /// The clip `idle`: it breathes, looks about and wags.
    public static Clip idle(double scale) {
        return new Clip("idle", 4, new Idle(scale));
    }

    private static double wave(double phase) {
        return StrictMath.sin(2 * StrictMath.PI * phase);
    }

    private record Walk(double scale) implements Clip.Motion {

        @Override
        public Vec3 turn(String joint, double phase) {
            double own = phase + (joint.startsWith("left") ? 0 : 0.5) + (joint.contains("front") ? 0.25 : 0);
            double forward = wave(own);
            double lifting = Math.max(0, wave(own + 0.27));
            double lift = lifting * lifting;
            String part = joint.contains("_") ? joint.substring(joint.indexOf('_') + 1) : joint;
            return switch (part) {
                case "front_upper" -> Vec3.at(-0.34 * forward - 0.1 * lift, 0, 0);
                case "front_lower" -> Vec3.at(-0.02 + 0.55 * lift - 0.05 * forward, 0, 0);
                case "front_paw" -> Vec3.at(0.75 * lift + 0.1 * forward, 0, 0);
                case "rear_upper" -> Vec3.at(-0.36 * forward - 0.1 * lift, 0, 0);
                case "rear_lower" -> Vec3.at(0.5 * lift, 0, 0);
                case "rear_hock" -> Vec3.at(-0.5 * lift + 0.12 * forward, 0, 0);
                case "rear_paw" -> Vec3.at(0.45 * lift + 0.12 * forward, 0, 0);
                case "spine" -> Vec3.at(0, 0.05 * wave(phase), 0);
                case "chest" -> Vec3.at(0, -0.05 * wave(phase), 0);
                case "neck" -> Vec3.at(0.05 * wave(2 * phase), 0, 0);
                case "head" -> Vec3.at(-0.03 * wave(2 * phase), 0.03 * wave(phase), 0);
                case "tail" -> Vec3.at(0, 0.18 * wave(phase), 0);
                case "end" -> Vec3.at(0, 0.22 * wave(phase - 0.1), 0);
                default -> Vec3.ORIGIN;
            };
        }

        @Override
        public Vec3 shift(double phase) {
            return Vec3.at(0.006 * scale * wave(phase), scale * (-0.012 + 0.008 * wave(2 * phase + 0.1)), 0);
        }
    }

    private record Idle(double scale) implements Clip.Motion {

        @Override
        public Vec3 turn(String joint, double phase) {
            return switch (joint) {
                case "neck" -> Vec3.at(0.03 * wave(phase), 0.2 * wave(phase + 0.1), 0);
                case "head" -> Vec3.at(0.04 * wave(phase + 0.3), 0.22 * wave(phase), 0.06 * wave(phase + 0.4));
                case "tail" -> Vec3.at(0, 0.3 * wave(6 * phase), 0);
                case "tail_end" -> Vec3.at(0, 0.35 * wave(6 * phase - 0.1), 0);
                default -> Vec3.ORIGIN;
            };
        }

        @Override
        public Vec3 shift(double phase) {
            return Vec3.at(0, 0.002 * scale * wave(2 * phase), 0);
        }
    }
}
