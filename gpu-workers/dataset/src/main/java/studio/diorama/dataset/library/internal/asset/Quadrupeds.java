package studio.diorama.dataset.library.internal.asset;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.dataset.library.ProceduralTexture;
import studio.diorama.dataset.library.internal.rig.QuadrupedMotion;
import studio.diorama.dataset.library.internal.rig.Rig;
import studio.diorama.dataset.library.internal.shape.BoxMapping;
import studio.diorama.dataset.library.internal.shape.Field;
import studio.diorama.dataset.library.internal.shape.Isosurface;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Sweep;
import studio.diorama.dataset.library.internal.shape.Vec2;
import studio.diorama.dataset.library.internal.shape.Vec3;
import studio.diorama.geometry.Material;

/// An animal on four legs, about a dog, that looks towards +Z.
final class Quadrupeds {

    private Quadrupeds() {}

    static Blueprint quadruped(Variant variant) {
        double scale = variant.between("size", 1, 0.7, 1.25);
        double build = variant.between("build", 1, 0.86, 1.18);
        double muzzle = variant.between("muzzle", 1, 0.75, 1.15);
        boolean hanging = variant.choice("hanging ears", true, false);
        Material fur = Finish.of(
                ProceduralTexture.FUR,
                variant.choice("fur", 0xB98149, 0x4A3524, 0x2E2B2A, 0xE9DFCB, 0x8D8478, 0xC9A36B));
        Material dark = Finish.plain("nose", 0x1B1716, 0.25);
        Rig unit = rig(1);
        Blueprint plan = new Blueprint("quadruped").rig(rig(scale));
        Figures.Skinner skinner = new Figures.Skinner(plan, unit, scale);
        Surface body =
                Isosurface.of(body(unit, build, muzzle), Vec3.at(-0.2, 0, -0.75), Vec3.at(0.2, 0.9, 0.66), 0.0205);
        Surface scaled = BoxMapping.along(Vec3.Z, body.map(p -> p.times(scale)));
        plan.addSkin(scaled, p -> unit.weights(p.times(1 / scale)), fur);
        for (int side = -1; side <= 1; side += 2) {
            String name = side > 0 ? "left" : "right";
            Vec3 eye = Vec3.at(side * 0.043, 0.802, 0.475);
            skinner.addRigid(
                    "head", Balls.eye(0.0125).turned(Vec3.Y, side * 0.5).moved(eye.x(), eye.y(), eye.z()), dark);
            skinner.addRigid("head", ear(side, hanging), fur);
            plan.keypoint(
                    name + "_eye", eye.plus(Vec3.at(side * 0.007, 0, 0.01)).times(scale), "head");
            plan.keypoint(name + "_ear", Vec3.at(side * 0.055, 0.84, 0.4).times(scale), "head");
            for (String end : List.of("front", "rear")) {
                for (String joint : List.of("upper", "lower", "paw")) {
                    String full = "%s_%s_%s".formatted(name, end, joint);
                    plan.keypoint(full, unit.at(full).times(scale), full);
                }
            }
        }
        Vec3 tip = Vec3.at(0, 0.762, 0.512 + 0.1 * muzzle);
        skinner.addRigid(
                "head",
                Balls.eye(0.017)
                        .map(p -> new Vec3(p.x() * 1.15, p.y() * 0.85, p.z()))
                        .moved(tip.x(), tip.y(), tip.z()),
                dark);
        return plan.keypoint("nose", tip.plus(Vec3.at(0, 0, 0.016)).times(scale), "head")
                .keypoint("withers", Vec3.at(0, 0.69, 0.18).times(scale), "chest")
                .keypoint("tail_base", unit.at("tail").times(scale), "tail")
                .keypoint("tail_tip", Vec3.at(0, 0.47, -0.66).times(scale), "tail_end");
    }

    private static Field body(Rig rig, double build, double muzzle) {
        Field ribs = Field.ellipsoid(Vec3.at(0, 0.545, 0.11), 0.108 * build, 0.145 * build, 0.22);
        Field belly = Field.limb(Vec3.at(0, 0.565, 0.1), Vec3.at(0, 0.59, -0.2), 0.105 * build, 0.086 * build);
        Field rump = Field.ellipsoid(Vec3.at(0, 0.57, -0.23), 0.093 * build, 0.105 * build, 0.125);
        Field neck = Field.limb(Vec3.at(0, 0.61, 0.24), Vec3.at(0, 0.76, 0.39), 0.09 * build, 0.062);
        Field skull = Field.ellipsoid(Vec3.at(0, 0.79, 0.43), 0.066, 0.062, 0.078);
        Field snout = Field.limb(Vec3.at(0, 0.77, 0.48), Vec3.at(0, 0.75, 0.5 + 0.09 * muzzle), 0.042, 0.031);
        Field tail = Field.limb(rig.at("tail"), rig.at("tail_end"), 0.036, 0.03)
                .and(Field.limb(rig.at("tail_end"), Vec3.at(0, 0.47, -0.65), 0.03, 0.017), 0.02);
        return ribs.and(belly, 0.08)
                .and(rump, 0.08)
                .and(legs(rig, build), 0.045)
                .and(neck, 0.07)
                .and(skull, 0.04)
                .and(snout, 0.03)
                .and(tail, 0.03);
    }

    private static Field legs(Rig rig, double build) {
        Vec3 shoulder = rig.at("left_front_upper");
        Vec3 elbow = rig.at("left_front_lower");
        Vec3 wrist = rig.at("left_front_paw");
        Field front = Field.limb(shoulder, elbow, 0.066 * build, 0.044)
                .and(Field.limb(elbow, wrist, 0.041, 0.027), 0.03)
                .and(Field.limb(wrist, Vec3.at(wrist.x(), 0.036, wrist.z() + 0.015), 0.027, 0.027), 0.02)
                .and(paw(wrist.x(), wrist.z() + 0.035), 0.02);
        Vec3 hip = rig.at("left_rear_upper");
        Vec3 knee = rig.at("left_rear_lower");
        Vec3 hock = rig.at("left_rear_hock");
        Vec3 foot = rig.at("left_rear_paw");
        Field rear = Field.limb(hip, knee, 0.085 * build, 0.052)
                .and(Field.limb(knee, hock, 0.048, 0.027), 0.035)
                .and(Field.limb(hock, Vec3.at(foot.x(), 0.036, foot.z()), 0.027, 0.026), 0.015)
                .and(paw(foot.x(), foot.z() + 0.03), 0.02);
        return front.and(rear, 0.02).mirroredX();
    }

    private static Field paw(double x, double z) {
        return Field.ellipsoid(Vec3.at(x, 0.024, z), 0.036, 0.03, 0.05)
                .within(Field.behind(Vec3.ORIGIN, Vec3.Y.times(-1)), 0.008);
    }

    /// A soft flap: pricked up, or hanging beside the cheek.
    private static Surface ear(int side, boolean hanging) {
        List<Vec3> path = new ArrayList<>();
        for (int i = 0; i <= 7; i++) {
            double t = i / 7.0;
            path.add(
                    hanging
                            ? Vec3.at(
                                    side * (0.046 + 0.042 * StrictMath.sin(2.2 * t)),
                                    0.842 + 0.012 * StrictMath.sin(3.1 * t) - 0.085 * t * t,
                                    0.408 + 0.012 * t)
                            : Vec3.at(side * (0.042 + 0.016 * t), 0.83 + 0.095 * t, 0.408 - 0.008 * t));
        }
        List<Vec2> section = Sweep.circle(1, 12).stream()
                .map(p -> new Vec2(p.x() * 0.032, p.y() * 0.008))
                .toList();
        return Sweep.of(path, section)
                .up(hanging ? Vec3.Y : Vec3.Z)
                .scaled(t -> Math.max(0.12, hanging ? 0.55 + 0.9 * t - 1.2 * t * t * t : 0.95 - 0.1 * t - 0.72 * t * t))
                .roundEnds(0.003)
                .solid();
    }

    private static Rig rig(double s) {
        Rig rig = new Rig()
                .joint("pelvis", "", 0, 0.58 * s, -0.22 * s)
                .joint("spine", "pelvis", 0, 0.6 * s, -0.03 * s)
                .joint("chest", "spine", 0, 0.6 * s, 0.14 * s)
                .joint("neck", "chest", 0, 0.64 * s, 0.28 * s)
                .joint("head", "neck", 0, 0.77 * s, 0.4 * s)
                .joint("tail", "pelvis", 0, 0.605 * s, -0.33 * s)
                .joint("tail_end", "tail", 0, 0.53 * s, -0.5 * s);
        for (int side = -1; side <= 1; side += 2) {
            String name = side > 0 ? "left_" : "right_";
            rig.joint(name + "front_upper", "chest", side * 0.072 * s, 0.5 * s, 0.2 * s)
                    .joint(name + "front_lower", name + "front_upper", side * 0.078 * s, 0.335 * s, 0.155 * s)
                    .joint(name + "front_paw", name + "front_lower", side * 0.08 * s, 0.11 * s, 0.175 * s)
                    .joint(name + "rear_upper", "pelvis", side * 0.068 * s, 0.53 * s, -0.25 * s)
                    .joint(name + "rear_lower", name + "rear_upper", side * 0.082 * s, 0.35 * s, -0.19 * s)
                    .joint(name + "rear_hock", name + "rear_lower", side * 0.083 * s, 0.18 * s, -0.335 * s)
                    .joint(name + "rear_paw", name + "rear_hock", side * 0.083 * s, 0.045 * s, -0.31 * s);
        }
        rig.bone("pelvis", "spine", 0.1 * s).bone("spine", "chest", 0.11 * s).bone("chest", "neck", 0.14 * s);
        rig.bone("neck", "head", 0.075 * s).bone("head", Vec3.at(0, 0.76 * s, 0.58 * s), 0.06 * s);
        rig.bone("tail", "tail_end", 0.035 * s).bone("tail_end", Vec3.at(0, 0.47 * s, -0.65 * s), 0.03 * s);
        for (String name : List.of("left_", "right_")) {
            rig.bone(name + "front_upper", name + "front_lower", 0.05 * s)
                    .bone(name + "front_lower", name + "front_paw", 0.034 * s);
            rig.bone(name + "front_paw", below(rig, name + "front_paw", s), 0.034 * s);
            rig.bone(name + "rear_upper", name + "rear_lower", 0.065 * s)
                    .bone(name + "rear_lower", name + "rear_hock", 0.04 * s);
            rig.bone(name + "rear_hock", name + "rear_paw", 0.03 * s)
                    .bone(name + "rear_paw", below(rig, name + "rear_paw", s), 0.034 * s);
        }
        rig.clip(QuadrupedMotion.walk(s));
        rig.clip(QuadrupedMotion.idle(s));
        return rig;
    }

    private static Vec3 below(Rig rig, String joint, double s) {
        Vec3 at = rig.at(joint);
        return Vec3.at(at.x(), 0.02 * s, at.z() + 0.05 * s);
    }
}
