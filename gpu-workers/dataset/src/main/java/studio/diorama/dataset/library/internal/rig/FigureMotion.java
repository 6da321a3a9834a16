package studio.diorama.dataset.library.internal.rig;

import java.util.List;
import studio.diorama.dataset.library.internal.shape.Vec3;

/// How a person walks on the spot and stands at ease. Turns about +X bring a hanging limb backwards.
public final class FigureMotion {

    private FigureMotion() {}

    /// The clips `walk` and `idle` of a person of some size; 1 is 1.75 m.
    public static List<Clip> clips(double scale) {
        return List.of(new Clip("walk", 1.1, new Walk(scale)), new Clip("idle", 4, new Idle(scale)));
    }

    private static double wave(double phase) {
        return StrictMath.sin(2 * StrictMath.PI * phase);
    }

    private record Walk(double scale) implements Clip.Motion {

        @Override
        public Vec3 turn(String joint, double phase) {
            boolean left = joint.startsWith("left");
            double own = left ? phase : phase + 0.5;
            double forward = wave(own);
            double lifting = Math.max(0, wave(own + 0.3));
            double side = left ? 1 : -1;
            return switch (joint.substring(joint.indexOf('_') + 1)) {
                case "thigh" -> Vec3.at(-0.42 * forward - 0.06, 0, 0);
                case "shin" -> Vec3.at(0.08 + 0.95 * lifting * lifting, 0, 0);
                case "foot" -> Vec3.at(0.22 * forward - 0.3 * lifting * lifting, 0, 0);
                case "upper_arm" -> Vec3.at(0.42 * forward, 0, -side * 0.5);
                case "forearm" -> Vec3.at(-0.28 + 0.15 * forward, 0, -side * 0.05);
                case "hips" -> Vec3.at(0, 0.08 * wave(phase), 0.03 * wave(phase + 0.25));
                case "chest" -> Vec3.at(0.03, -0.14 * wave(phase), -0.02 * wave(phase + 0.25));
                case "head" -> Vec3.at(-0.02, 0.06 * wave(phase), 0);
                default -> Vec3.ORIGIN;
            };
        }

        @Override
        public Vec3 shift(double phase) {
            return Vec3.at(0, scale * (-0.04 + 0.03 * wave(2 * phase + 0.25)), 0);
        }
    }

    private record Idle(double scale) implements Clip.Motion {

        @Override
        public Vec3 turn(String joint, double phase) {
            double breath = wave(phase);
            double side = joint.startsWith("left") ? 1 : -1;
            return switch (joint) {
                case "spine" -> Vec3.at(0.01 * breath, 0.02 * wave(phase + 0.2), 0);
                case "chest" -> Vec3.at(-0.025 * breath, 0, 0);
                case "head" -> Vec3.at(0.02 * breath, 0.12 * wave(phase + 0.1), 0);
                case "left_upper_arm", "right_upper_arm" -> Vec3.at(0.02 * breath, 0, -side * (0.5 + 0.015 * breath));
                case "left_forearm", "right_forearm" -> Vec3.at(-0.15, 0, -side * 0.08);
                default -> Vec3.ORIGIN;
            };
        }

        @Override
        public Vec3 shift(double phase) {
            return Vec3.at(0, scale * 0.003 * wave(phase), 0);
        }
    }
}
