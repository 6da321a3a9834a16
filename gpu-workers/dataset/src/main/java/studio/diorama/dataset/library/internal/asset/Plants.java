package studio.diorama.dataset.library.internal.asset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.diorama.common.Seed;
import studio.diorama.dataset.library.ProceduralTexture;
import studio.diorama.dataset.library.internal.shape.Lathe;
import studio.diorama.dataset.library.internal.shape.Profile;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Sweep;
import studio.diorama.dataset.library.internal.shape.Vec2;
import studio.diorama.dataset.library.internal.shape.Vec3;
import studio.diorama.geometry.Material;

/// What grows. Leaves are sheets seen from both sides; wood is solid.
final class Plants {

    private Plants() {}

    private static Material leaves(Variant variant) {
        return variant.choice("autumn", false, false, false, true)
                ? Finish.of(ProceduralTexture.AUTUMN_LEAVES)
                : Finish.of(ProceduralTexture.LEAVES, variant.choice("green", 0xFFFFFF, 0xDDE8C8, 0xC8D8C8));
    }

    static Blueprint tree(Variant variant) {
        double height = variant.between("height", 5.5, 4, 7);
        double trunk = height * 0.72;
        Branching wood =
                new Branching(variant.detail("wood"), 2, variant.between("spread", 0.95, 0.7, 1.15), height * 0.115);
        wood.grow(Vec3.ORIGIN, Vec3.Y, trunk, height * 0.022, 0);
        Blueprint plan = new Blueprint("tree");
        Material bark = Finish.of(ProceduralTexture.BARK);
        wood.limbs().forEach(limb -> plan.add(limb, bark));
        plan.addSheet(foliage(wood.twigs(), variant.detail("leaves"), 2), leaves(variant));
        return plan.keypoint("foot", Vec3.ORIGIN).keypoint("crown", Vec3.at(0, trunk * 0.9, 0));
    }

    static Blueprint bush(Variant variant) {
        double height = variant.between("height", 1.1, 0.7, 1.5);
        Seed seed = variant.detail("stems");
        Blueprint plan = new Blueprint("bush");
        Material bark = Finish.of(ProceduralTexture.BARK);
        List<Branching.Twig> twigs = new ArrayList<>();
        int stems = variant.count("stems", 8, 6, 10);
        for (int i = 0; i < stems; i++) {
            double angle = 2.399963 * i;
            double lean = i == 0 ? 0.05 : 0.3 + 0.55 * Variant.fraction(seed, "lean" + i);
            Vec3 out = Vec3.at(StrictMath.cos(angle), 0, StrictMath.sin(angle));
            Branching stem = new Branching(seed.child("stem" + i), 1, 0.75, height * 0.3);
            stem.grow(out.times(0.05), Vec3.Y.plus(out.times(lean)).normalized(), height * 0.62, height * 0.013, 0);
            stem.limbs().forEach(limb -> plan.add(limb, bark));
            twigs.addAll(stem.twigs());
        }
        plan.addSheet(foliage(twigs, variant.detail("leaves"), 1), leaves(variant));
        return plan.keypoint("foot", Vec3.ORIGIN);
    }

    /// Cards for twigs, each facing its own way; all are lifted clear of the ground.
    private static Surface foliage(List<Branching.Twig> twigs, Seed seed, int cards) {
        Surface all = new Surface();
        for (int i = 0; i < twigs.size(); i++) {
            Branching.Twig twig = twigs.get(i);
            for (int k = 0; k < cards; k++) {
                Seed own = seed.child("card%d.%d".formatted(i, k));
                Vec3 up = twig.direction();
                if (k > 0) {
                    Vec3 stray = new Vec3(
                            Variant.fraction(own, "x") - 0.5,
                            Variant.fraction(own, "y") - 0.4,
                            Variant.fraction(own, "z") - 0.5);
                    up = up.plus(stray.times(1.8)).normalized();
                }
                Vec3 across = up.perpendicular().rotated(up, 6.28 * Variant.fraction(own, "turn"));
                Surface card = Sheets.card(twig.at(), up, across, twig.size(), twig.size() * 0.95);
                all.append(card.map(p -> p.y() < 0.005 ? new Vec3(p.x(), 0.005, p.z()) : p));
            }
        }
        return all;
    }

    static Blueprint pottedPlant(Variant variant) {
        double pot = variant.between("pot", 0.13, 0.09, 0.17);
        double potHeight = pot * variant.between("potHeight", 1.75, 1.4, 2.1);
        double wall = 0.009;
        List<Vec2> profile = Profile.from(0, 0)
                .to(pot * 0.68, 0, 0.004)
                .to(pot * 0.93, potHeight * 0.8, 0.002)
                .to(pot, potHeight * 0.81, 0.003)
                .to(pot, potHeight, 0.004)
                .to(pot - wall, potHeight, 0.004)
                .to(pot - wall * 1.3, potHeight * 0.86, 0.01)
                .to(0, potHeight * 0.84)
                .open();
        double soilLevel = potHeight * 0.9;
        List<Vec2> soil = Profile.from(0, potHeight * 0.845)
                .to(pot - wall * 1.35, potHeight * 0.865)
                .to(pot - wall * 1.2, soilLevel)
                .to(pot * 0.5, soilLevel + 0.005)
                .to(0, soilLevel + 0.009)
                .open();
        Blueprint plan = new Blueprint("potted plant")
                .add(
                        Lathe.solid(profile, 40),
                        Finish.plain("pot", variant.choice("pot colour", 0xB4613C, 0xE6E2D8, 0x3A4A50, 0xC9A063), 0.75))
                .add(Lathe.solid(soil, 28), Finish.plain("soil", 0x33261C, 0.95));
        Material leaf = Finish.plain("leaf", variant.choice("leaf", 0x3F7036, 0x4F8A3C, 0x2F5F3E, 0x6C8F45), 0.42)
                .withDoubleSided(true);
        Material stalk = Finish.plain("stalk", 0x5C7A3A, 0.6);
        Seed seed = variant.detail("leaves");
        boolean broad = variant.choice("broad", true, false);
        int count = broad ? 19 : 26;
        double reach = pot * variant.between("reach", 2.9, 2.3, 3.4);
        for (int i = 0; i < count; i++) {
            addLeaf(plan, seed, i, count, soilLevel, reach, broad, leaf, stalk);
        }
        return plan.keypoint("pot_base", Vec3.ORIGIN).keypoint("pot_rim", Vec3.at(0, potHeight, pot));
    }

    /// One arching leaf; inner leaves stand, outer ones hang.
    private static void addLeaf(
            Blueprint plan,
            Seed seed,
            int i,
            int count,
            double soil,
            double reach,
            boolean broad,
            Material leaf,
            Material stalk) {
        double rank = (i + 0.5) / count;
        double azimuth = 2.399963 * i + 0.4 * Variant.fraction(seed, "turn" + i);
        Vec3 out = Vec3.at(StrictMath.cos(azimuth), 0, StrictMath.sin(azimuth));
        double pitch = 1.45 - 1.15 * rank + 0.15 * Variant.fraction(seed, "pitch" + i);
        double length = reach * (0.8 + 0.3 * Variant.fraction(seed, "length" + i)) * (broad ? 1 : 1.15);
        List<Vec3> spine = new ArrayList<>();
        List<Vec3> ups = new ArrayList<>();
        Vec3 at = out.times(0.012 + 0.02 * rank).plus(Vec3.at(0, soil - 0.004, 0));
        int steps = 14;
        double[] widths = new double[steps + 1];
        double droop = broad ? 1.35 : 1.9;
        for (int k = 0; k <= steps; k++) {
            double t = (double) k / steps;
            double angle = pitch - droop * t * t;
            spine.add(at);
            ups.add(Vec3.Y.times(StrictMath.cos(angle)).minus(out.times(StrictMath.sin(angle))));
            at = at.plus(out.times(StrictMath.cos(angle) * length / steps))
                    .plus(Vec3.Y.times(StrictMath.sin(angle) * length / steps));
            double blade = Math.max(0, (t - 0.36) / 0.64);
            widths[k] = broad
                    ? Math.max(
                            0.0008,
                            0.3
                                    * length
                                    * StrictMath.pow(StrictMath.sin(StrictMath.PI * StrictMath.pow(blade, 0.75)), 0.85)
                                    * 0.62)
                    : length * 0.042 * Math.max(0.04, StrictMath.sin(StrictMath.PI * (0.12 + 0.87 * t)));
        }
        int from = broad ? 5 : 0;
        plan.addSheet(
                Sheets.blade(
                        spine.subList(from, steps + 1),
                        ups.subList(from, steps + 1),
                        Arrays.copyOfRange(widths, from, steps + 1)),
                leaf);
        if (broad) {
            plan.add(
                    Sweep.tube(spine.subList(0, 8), 0.0032, 7)
                            .scaled(t -> 1 - 0.5 * t)
                            .solid(),
                    stalk);
        }
    }
}
