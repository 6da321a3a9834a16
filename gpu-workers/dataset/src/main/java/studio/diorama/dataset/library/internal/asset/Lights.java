package studio.diorama.dataset.library.internal.asset;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.dataset.library.Symmetry;
import studio.diorama.dataset.library.internal.shape.Lathe;
import studio.diorama.dataset.library.internal.shape.Profile;
import studio.diorama.dataset.library.internal.shape.RoundedBox;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Sweep;
import studio.diorama.dataset.library.internal.shape.Vec2;
import studio.diorama.dataset.library.internal.shape.Vec3;
import studio.diorama.geometry.Material;

/// Lamps; their bulbs glow, but light only comes from the lights of a scene.
final class Lights {

    private Lights() {}

    static Blueprint lamp(Variant variant) {
        boolean tall = variant.choice("tall", false, false, true);
        double height = tall ? variant.between("height", 1.5, 1.4, 1.65) : variant.between("height", 0.46, 0.36, 0.58);
        double shade = tall ? 0.2 : height * 0.31;
        double shadeHeight = tall ? 0.26 : height * 0.43;
        double narrow = shade * variant.between("cone", 0.68, 0.5, 1);
        Material body = variant.choice(
                "body",
                Finish.plain("glaze", 0x3E6A72, 0.18),
                Finish.metal("brass", 0xC9A45C, 0.3),
                Finish.plain("glaze", 0xE6DFD2, 0.3),
                Finish.plain("lacquer", 0x26272A, 0.35));
        double low = height - shadeHeight;
        List<Vec2> stand = tall
                ? Profile.from(0, 0)
                        .to(0.14, 0, 0.004)
                        .to(0.14, 0.018, 0.01)
                        .to(0.02, 0.03, 0.02)
                        .to(0.011, 0.06, 0.02)
                        .to(0.011, low + 0.05)
                        .to(0, low + 0.05)
                        .open()
                : Profile.from(0, 0)
                        .to(shade * 0.5, 0, 0.002)
                        .to(shade * 0.5, 0.01, 0.004)
                        .curve(shade * 0.8, height * 0.14, shade * 0.66, height * 0.36, shade * 0.2, height * 0.44, 14)
                        .to(0.012, height * 0.47, 0.006)
                        .to(0.008, height * 0.49, 0.004)
                        .to(0.008, low + 0.05)
                        .to(0, low + 0.05)
                        .open();
        List<Vec2> cloth = Profile.from(shade, low)
                .to(narrow, height)
                .to(narrow - 0.003, height)
                .to(shade - 0.003, low)
                .closed();
        double bulb = low + 0.05;
        List<Vec2> glass = new ArrayList<>(Profile.from(0, bulb - 0.002)
                .to(0.013, bulb - 0.002)
                .to(0.0135, bulb + 0.012, 0.004)
                .open());
        for (int i = 0; i <= 8; i++) {
            double angle = StrictMath.toRadians(-55 + 145.0 * i / 8);
            glass.add(new Vec2(i == 8 ? 0 : 0.03 * StrictMath.cos(angle), bulb + 0.045 + 0.03 * StrictMath.sin(angle)));
        }
        Blueprint plan = new Blueprint("lamp")
                .add(Lathe.solid(stand, 40), body)
                .add(
                        Lathe.ring(cloth, 56),
                        Finish.glow("shade", variant.choice("shade", 0xEBDFC6, 0xD8C49B, 0xC9D2CE, 0xB5533C), 0.35))
                .add(Lathe.solid(glass, 24), Finish.glow("bulb", 0xFFE9C4, 6));
        for (int i = 0; i < 3; i++) {
            double angle = StrictMath.toRadians(120 * i);
            Vec3 out = Vec3.at(StrictMath.cos(angle), 0, StrictMath.sin(angle));
            double y = low + shadeHeight * 0.12;
            double reach = shade + (narrow - shade) * 0.12 - 0.0015;
            plan.add(
                    Sweep.tube(
                                    List.of(
                                            Vec3.at(0, y, 0).plus(out.times(0.006)),
                                            Vec3.at(0, y, 0).plus(out.times(reach))),
                                    0.0016,
                                    6)
                            .solid(),
                    Finish.metal("wire", 0xB8B2A6, 0.4));
        }
        return plan.keypoint("bulb", Vec3.at(0, bulb + 0.045, 0))
                .keypoint("shade_top", Vec3.at(0, height, 0))
                .keypoint("base", Vec3.at(0, 0, 0))
                .symmetry(Symmetry.upright(3));
    }

    static Blueprint streetLamp(Variant variant) {
        double height = variant.between("height", 6, 4.5, 8);
        double reach = variant.between("reach", 1.3, 0.8, 1.8);
        Material steel = Finish.plain("paint", variant.choice("paint", 0x4A5054, 0x2C3A34, 0x8C9092, 0x23262B), 0.45);
        List<Vec2> pole = Profile.from(0, 0)
                .to(0.17, 0, 0.005)
                .to(0.17, 0.02, 0.008)
                .to(0.1, 0.03, 0.01)
                .to(0.1, 0.75, 0.01)
                .to(0.072, 0.8, 0.02)
                .to(0.052, height - 0.7)
                .to(0.045, height - 0.68, 0.004)
                .to(0, height - 0.68)
                .open();
        List<Vec3> arm = new ArrayList<>();
        for (int i = 0; i <= 14; i++) {
            double t = i / 14.0;
            double angle = StrictMath.PI / 2 * Math.min(1, t * 1.25);
            arm.add(Vec3.at(
                    0,
                    height - 0.7 + 0.6 * StrictMath.sin(angle),
                    reach * (0.5 * (1 - StrictMath.cos(angle)) + 0.5 * Math.max(0, t * 5 - 4))));
        }
        Surface head = RoundedBox.of(0.26, 0.1, 0.62, 0.045, 4)
                .map(p -> new Vec3(
                        p.x() * (1 - 0.25 * (p.z() + 0.31)),
                        p.y() * (p.y() > 0 ? 1 - 0.4 * (p.z() + 0.31) : 1),
                        p.z()));
        double y = height - 0.1;
        return new Blueprint("street lamp")
                .add(Lathe.solid(pole, 28), steel)
                .add(RoundedBox.of(0.1, 0.26, 0.012, 0.004).moved(0, 0.45, 0.098), Finish.plain("door", 0x3A3E41, 0.5))
                .add(Sweep.tube(arm, 0.04, 16).scaled(t -> 1 - 0.15 * t).solid(), steel)
                .add(head.moved(0, y, reach + 0.26), steel)
                .add(
                        RoundedBox.of(0.17, 0.02, 0.4, 0.009, 3).moved(0, y - 0.05, reach + 0.24),
                        Finish.glow("lens", variant.choice("light", 0xFFE3B0, 0xF2F6FF), 4))
                .keypoint("base", Vec3.at(0, 0, 0))
                .keypoint("bend", Vec3.at(0, height - 0.1, reach * 0.5))
                .keypoint("lens", Vec3.at(0, y - 0.06, reach + 0.24));
    }

    static Blueprint trafficCone(Variant variant) {
        double height = variant.between("height", 0.5, 0.3, 0.75);
        double foot = height * 0.29;
        double wide = foot * 0.78;
        double tip = height * 0.055;
        double slope = (wide - tip) / (height - 0.025);
        double[] rims = {0.42, 0.62, 0.74, 0.87};
        Profile profile = Profile.from(0, 0.001).to(wide, 0.001, 0.004).to(wide - 0.003, 0.03, 0.006);
        for (double rim : rims) {
            profile.to(wide - slope * (rim * height - 0.025), rim * height);
        }
        List<Vec2> body = profile.to(tip, height, 0.008)
                .to(tip - 0.007, height, 0.003)
                .to(tip - 0.008, height - 0.04, 0.003)
                .to(0, height - 0.042)
                .open();
        Surface cone = Lathe.solid(body, 40).painted((centre, normal) -> {
            double at = centre.y() / height;
            return at > rims[0] && at < rims[1] || at > rims[2] && at < rims[3] ? 1 : 0;
        });
        Material orange = Finish.plain("rubber", variant.choice("rubber", 0xE8541E, 0xE8541E, 0xD9342B), 0.5);
        return new Blueprint("traffic cone")
                .add(cone, orange, Finish.plain("reflector", 0xF2F2EE, 0.3))
                .add(
                        RoundedBox.of(2 * foot, 0.028, 2 * foot, 0.012, 3).moved(0, 0.014, 0),
                        variant.choice("base", orange, Finish.plain("base", 0x2B2B2C, 0.7)))
                .keypoint("tip", Vec3.at(0, height, 0))
                .keypoint("base_front_right", Vec3.at(-foot, 0, foot))
                .keypoint("base_front_left", Vec3.at(foot, 0, foot))
                .keypoint("base_back_right", Vec3.at(-foot, 0, -foot))
                .keypoint("base_back_left", Vec3.at(foot, 0, -foot))
                .symmetry(Symmetry.upright(4));
    }
}
