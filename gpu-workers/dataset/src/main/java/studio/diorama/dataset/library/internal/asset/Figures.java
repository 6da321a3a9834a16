package studio.diorama.dataset.library.internal.asset;

import java.util.List;
import java.util.function.Function;
import studio.diorama.dataset.library.ProceduralTexture;
import studio.diorama.dataset.library.internal.rig.FigureMotion;
import studio.diorama.dataset.library.internal.rig.Rig;
import studio.diorama.dataset.library.internal.shape.BoxMapping;
import studio.diorama.dataset.library.internal.shape.Isosurface;
import studio.diorama.dataset.library.internal.shape.MeshAssembly.Weights;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Vec3;
import studio.diorama.geometry.Material;

/// A simple clothed person who looks towards +Z, with the seventeen keypoints of COCO.
final class Figures {

    private Figures() {}

    static Blueprint figure(Variant variant) {
        double scale = variant.between("height", 1, 0.9, 1.08);
        double girth = variant.between("girth", 1, 0.9, 1.22);
        Rig unit = rig();
        FigureBody body = new FigureBody(unit, girth);
        Material skin =
                Finish.plain("skin", variant.choice("skin", 0xD9A384, 0xF0C8AC, 0xA9714B, 0x7A4C31, 0x50301F), 0.55);
        Material shirt = Finish.of(
                ProceduralTexture.FABRIC,
                variant.choice("shirt", 0x4F7A8F, 0xC9C3B4, 0xA84438, 0x3B4A3A, 0xD0A244, 0x2E3038, 0x8A6A8E));
        Material trousers =
                Finish.of(ProceduralTexture.FABRIC, variant.choice("trousers", 0x3A4256, 0x2A2B2E, 0x8A7A5E, 0x5A5E62));
        Material shoe = Finish.plain("shoe", variant.choice("shoe", 0x3B2A20, 0xE6E4DE, 0x222326, 0x7A3A30), 0.5);
        Material sole = Finish.plain("sole", variant.choice("sole", 0x1D1C1B, 0xE9E6DF), 0.8);
        Material hair =
                Finish.plain("hair", variant.choice("hair", 0x35241A, 0x14110F, 0x8A5A30, 0xB98E55, 0x77706A), 0.6);
        double sleeve = variant.choice("sleeve", 0.62, 1.9, 1.9);
        boolean shorts = variant.choice("shorts", false, false, true);
        double hairLength = variant.choice("long hair", 0.0, 0.14, 0.0);

        Rig rig = scaled(scale);
        Blueprint plan = new Blueprint("person").rig(rig);
        Skinner skinner = new Skinner(plan, unit, scale);
        skinner.add(Isosurface.of(body.head(), Vec3.at(-0.1, 1.34, -0.12), Vec3.at(0.1, 1.78, 0.15), 0.0148), skin);
        skinner.addRigid(
                "head",
                Isosurface.of(body.hair(hairLength), Vec3.at(-0.11, 1.3, -0.15), Vec3.at(0.11, 1.79, 0.13), 0.018),
                hair);
        skinner.add(
                Isosurface.of(body.shirt(sleeve, 0.9), Vec3.at(-0.6, 0.85, -0.2), Vec3.at(0.6, 1.55, 0.2), 0.0285),
                shirt);
        skinner.add(
                Isosurface.of(
                        body.trousers(shorts ? 0.44 : 0.085),
                        Vec3.at(-0.26, 0.02, -0.2),
                        Vec3.at(0.26, 1.1, 0.2),
                        0.03),
                trousers);
        Surface arm = Isosurface.of(body.leftArm(), Vec3.at(0.15, 0.78, -0.15), Vec3.at(0.68, 1.48, 0.15), 0.0145);
        skinner.add(arm, skin);
        skinner.add(arm.mirroredX(), skin);
        Surface foot = Isosurface.of(body.leftShoe(), Vec3.at(0, -0.02, -0.15), Vec3.at(0.25, 0.2, 0.25), 0.019)
                .painted((centre, normal) -> normal.y() < -0.8 ? 1 : 0);
        skinner.add(foot, shoe, sole);
        skinner.add(foot.mirroredX(), shoe, sole);
        if (shorts) {
            Surface shin = Isosurface.of(body.leftShin(), Vec3.at(0, 0, -0.12), Vec3.at(0.22, 0.7, 0.12), 0.024);
            skinner.add(shin, skin);
            skinner.add(shin.mirroredX(), skin);
        }
        addFace(plan, skinner, unit, scale);
        addKeypoints(plan, rig, scale);
        return plan;
    }

    /// Puts surfaces of the unit figure on the joints of the scaled one.
    record Skinner(Blueprint plan, Rig unit, double scale) {

        void add(Surface surface, Material... finishes) {
            put(surface, unit::weights, finishes);
        }

        void addRigid(String joint, Surface surface, Material... finishes) {
            put(surface, point -> unit.rigid(joint), finishes);
        }

        private void put(Surface surface, Function<Vec3, Weights> weights, Material... finishes) {
            Surface scaled = BoxMapping.along(Vec3.Y, surface.map(p -> p.times(scale)));
            plan.addSkin(scaled, p -> weights.apply(p.times(1 / scale)), finishes);
        }
    }

    private static void addFace(Blueprint plan, Skinner skinner, Rig unit, double scale) {
        Vec3 head = unit.at("head");
        Material white = Finish.plain("eye", 0xF2EFEA, 0.15);
        Material iris = Finish.plain("iris", 0x2B1D14, 0.1);
        for (int side = -1; side <= 1; side += 2) {
            Vec3 eye = head.plus(Vec3.at(side * 0.031, 0.083, 0.0745));
            Surface ball = Balls.eye(0.0135).moved(eye.x(), eye.y(), eye.z());
            skinner.addRigid("head", ball.painted((centre, normal) -> normal.z() > 0.88 ? 1 : 0), white, iris);
            String name = side > 0 ? "left" : "right";
            plan.keypoint(name + "_eye", eye.plus(Vec3.at(0, 0, 0.013)).times(scale), "head");
            plan.keypoint(
                    name + "_ear",
                    head.plus(Vec3.at(side * 0.082, 0.073, 0.002)).times(scale),
                    "head");
        }
        plan.keypoint("nose", head.plus(Vec3.at(0, 0.056, 0.124)).times(scale), "head");
    }

    private static void addKeypoints(Blueprint plan, Rig rig, double scale) {
        for (String side : List.of("left", "right")) {
            plan.keypoint(side + "_shoulder", rig.at(side + "_upper_arm"), side + "_upper_arm");
            plan.keypoint(side + "_elbow", rig.at(side + "_forearm"), side + "_forearm");
            plan.keypoint(side + "_wrist", rig.at(side + "_hand"), side + "_hand");
            plan.keypoint(side + "_hip", rig.at(side + "_thigh"), side + "_thigh");
            plan.keypoint(side + "_knee", rig.at(side + "_shin"), side + "_shin");
            plan.keypoint(side + "_ankle", rig.at(side + "_foot"), side + "_foot");
        }
    }

    private static Rig rig() {
        return scaled(1);
    }

    private static Rig scaled(double s) {
        Rig rig = new Rig()
                .joint("hips", "", 0, 0.96 * s, 0)
                .joint("spine", "hips", 0, 1.08 * s, -0.005 * s)
                .joint("chest", "spine", 0, 1.24 * s, -0.012 * s)
                .joint("neck", "chest", 0, 1.48 * s, -0.022 * s)
                .joint("head", "neck", 0, 1.56 * s, -0.005 * s);
        for (int side = -1; side <= 1; side += 2) {
            String name = side > 0 ? "left_" : "right_";
            rig.joint(name + "upper_arm", "chest", side * 0.178 * s, 1.43 * s, -0.02 * s)
                    .joint(name + "forearm", name + "upper_arm", side * 0.35 * s, 1.205 * s, -0.025 * s)
                    .joint(name + "hand", name + "forearm", side * 0.475 * s, 0.985 * s, -0.005 * s)
                    .joint(name + "thigh", "hips", side * 0.092 * s, 0.91 * s, 0)
                    .joint(name + "shin", name + "thigh", side * 0.103 * s, 0.5 * s, 0.008 * s)
                    .joint(name + "foot", name + "shin", side * 0.11 * s, 0.085 * s, -0.022 * s);
        }
        rig.bone("hips", "spine", 0.15 * s).bone("spine", "chest", 0.14 * s).bone("chest", "neck", 0.16 * s);
        rig.bone("neck", "head", 0.07 * s).bone("head", Vec3.at(0, 1.72 * s, 0.02 * s), 0.11 * s);
        for (String name : List.of("left_", "right_")) {
            rig.bone(name + "upper_arm", name + "forearm", 0.055 * s).bone(name + "forearm", name + "hand", 0.045 * s);
            Vec3 hand = rig.at(name + "hand");
            rig.bone(
                    name + "hand", hand.plus(Vec3.at(Math.signum(hand.x()) * 0.08 * s, -0.15 * s, 0.01 * s)), 0.05 * s);
            rig.bone(name + "thigh", name + "shin", 0.08 * s).bone(name + "shin", name + "foot", 0.06 * s);
            Vec3 foot = rig.at(name + "foot");
            rig.bone(name + "foot", foot.plus(Vec3.at(0, -0.055 * s, 0.16 * s)), 0.05 * s);
        }
        FigureMotion.clips(s).forEach(rig::clip);
        return rig;
    }
}
