package studio.diorama.dataset.library.internal.asset;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.dataset.library.Symmetry;
import studio.diorama.dataset.library.internal.shape.Lathe;
import studio.diorama.dataset.library.internal.shape.Profile;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Sweep;
import studio.diorama.dataset.library.internal.shape.Vec2;
import studio.diorama.dataset.library.internal.shape.Vec3;
import studio.diorama.geometry.Material;

/// What stands on a laid table, turned on the lathe.
final class Tableware {

    private static final int SEGMENTS = 48;

    private Tableware() {}

    /// Glazes that sell.
    private static Material glaze(Variant variant, String name, Integer... colours) {
        return Finish.plain(name, variant.choice(name, colours), variant.between(name + " gloss", 0.15, 0.1, 0.45));
    }

    static Blueprint mug(Variant variant) {
        double height = variant.between("height", 0.096, 0.085, 0.115);
        double radius = variant.between("radius", 0.041, 0.037, 0.047);
        double foot = radius * variant.between("taper", 0.96, 0.74, 1);
        double wall = 0.0042;
        List<Vec2> profile = Profile.from(0, 0.0025)
                .to(foot - 0.009, 0.0025, 0.001)
                .to(foot - 0.007, 0, 0.0015)
                .to(foot - 0.001, 0, 0.0035)
                .to(foot + 0.0005, 0.004)
                .curve(
                        foot + (radius - foot) * 0.6 + 0.0003,
                        height * 0.1,
                        radius,
                        height * 0.25,
                        radius,
                        height * 0.5,
                        6)
                .to(radius, height, 0.002)
                .to(radius - wall * 0.85, height, 0.002)
                .to(radius - wall, height * 0.5)
                .curve(
                        radius - wall,
                        height * 0.25,
                        foot - wall + (radius - foot) * 0.6,
                        height * 0.12,
                        foot - wall,
                        0.0125,
                        6)
                .to(foot - wall, 0.0065, 0.006)
                .to(0, 0.0065)
                .open();
        Surface body = Lathe.solid(profile, SEGMENTS)
                .painted((centre, normal) -> centre.y() > 0.007
                                && normal.x() * centre.x() + normal.z() * centre.z() < 0
                                && Math.sqrt(centre.x() * centre.x() + centre.z() * centre.z()) < radius - 0.003
                        ? 1
                        : 0);
        double top = height * 0.83;
        double bottom = height * 0.22;
        double reach = variant.between("handle", 0.028, 0.024, 0.034);
        List<Vec3> path = new ArrayList<>();
        List<Vec2> curve = Profile.from(radius - 0.0022, top)
                .curve(radius + reach * 1.42, top + 0.004, radius + reach * 1.42, bottom, radius - 0.0022, bottom, 18)
                .open();
        curve.forEach(at -> path.add(new Vec3(at.x(), at.y(), 0)));
        List<Vec2> section = Profile.rectangle(0.0032, 0.0062, 0.003);
        Surface handle = Sweep.of(path, section)
                .up(Vec3.Z)
                .scaled(t -> 1 + 0.22 * StrictMath.pow(Math.abs(2 * t - 1), 3))
                .solid();
        Material outside =
                glaze(variant, "glaze", 0x2F5D8A, 0xE9E4D8, 0xB5452F, 0x3E6B4F, 0xD8A23A, 0x2B2D33, 0x7B4B6B);
        Material inside = Finish.plain("inside glaze", variant.choice("inside", 0xF1EDE4, 0xF1EDE4, 0xD9CDB8), 0.15);
        return new Blueprint("mug")
                .add(body, outside, inside)
                .add(handle, outside)
                .keypoint("rim_front", Vec3.at(0, height, radius))
                .keypoint("rim_right", Vec3.at(-radius, height, 0))
                .keypoint("handle_top", Vec3.at(radius, top, 0))
                .keypoint("handle_bottom", Vec3.at(radius, bottom, 0))
                .keypoint("handle_middle", Vec3.at(radius + reach, height * 0.5, 0))
                .keypoint("bottom", Vec3.at(0, 0, 0));
    }

    static Blueprint bowl(Variant variant) {
        double radius = variant.between("radius", 0.08, 0.06, 0.13);
        double height = radius * variant.between("depth", 0.85, 0.6, 1);
        double foot = radius * 0.46;
        double wall = 0.0045;
        List<Vec2> profile = Profile.from(0, 0.003)
                .to(foot - 0.006, 0.003, 0.001)
                .to(foot - 0.005, 0, 0.0015)
                .to(foot, 0, 0.0015)
                .to(foot, 0.006, 0.002)
                .curve(radius * 0.83, height * 0.12, radius * 0.97, height * 0.5, radius, height - 0.002, 12)
                .to(radius - wall * 0.45, height, 0.0015)
                .to(radius - wall, height - 0.002)
                .curve(radius * 0.97 - wall, height * 0.5, radius * 0.8, height * 0.12 + wall, foot * 0.6, 0.011, 12)
                .to(0, 0.0098)
                .open();
        Surface body = Lathe.solid(profile, SEGMENTS)
                .painted((centre, normal) -> centre.y() > 0.009
                                && normal.y() > -0.05
                                && normal.x() * centre.x() + normal.z() * centre.z() <= 1e-9
                        ? 1
                        : 0);
        return new Blueprint("bowl")
                .add(
                        body,
                        glaze(variant, "glaze", 0xD9CDB4, 0x406A7C, 0xA6523C, 0x51624A, 0x2E2F36),
                        Finish.plain("inside glaze", variant.choice("inside", 0xF4F0E6, 0xF4F0E6, 0x9FB8BC), 0.15))
                .keypoint("rim_front", Vec3.at(0, height - 0.002, radius))
                .keypoint("rim_back", Vec3.at(0, height - 0.002, -radius))
                .keypoint("rim_right", Vec3.at(-radius, height - 0.002, 0))
                .keypoint("rim_left", Vec3.at(radius, height - 0.002, 0))
                .symmetry(Symmetry.upright(Symmetry.CONTINUOUS));
    }

    static Blueprint plate(Variant variant) {
        double radius = variant.between("radius", 0.135, 0.09, 0.15);
        double height = variant.between("height", 0.024, 0.018, 0.032);
        double foot = radius * 0.6;
        double wall = 0.004;
        List<Vec2> profile = Profile.from(0, 0.003)
                .to(foot - 0.006, 0.003, 0.001)
                .to(foot - 0.004, 0, 0.0012)
                .to(foot, 0, 0.0012)
                .to(foot + 0.003, 0.004, 0.002)
                .to(radius * 0.72, height * 0.55, 0.012)
                .to(radius, height - 0.002, 0.001)
                .to(radius, height, 0.001)
                .to(radius * 0.73, height * 0.62 + wall * 0.6, 0.012)
                .to(foot, 0.0075, 0.012)
                .to(0, 0.0068)
                .open();
        double band = radius * 0.93;
        Surface body = Lathe.solid(profile, 64)
                .painted((centre, normal) ->
                        normal.y() > 0 && Math.sqrt(centre.x() * centre.x() + centre.z() * centre.z()) > band ? 1 : 0);
        return new Blueprint("plate")
                .add(
                        body,
                        Finish.plain("porcelain", variant.choice("porcelain", 0xF2F0EA, 0xDDE3E2, 0x5A6A70), 0.12),
                        Finish.plain("rim", variant.choice("rim", 0x3F5F87, 0xF2F0EA, 0xB99A4A, 0x37393D), 0.15))
                .keypoint("rim_front", Vec3.at(0, height, radius))
                .keypoint("rim_back", Vec3.at(0, height, -radius))
                .keypoint("rim_right", Vec3.at(-radius, height, 0))
                .keypoint("rim_left", Vec3.at(radius, height, 0))
                .keypoint("centre", Vec3.at(0, 0.0068, 0))
                .symmetry(Symmetry.upright(Symmetry.CONTINUOUS));
    }

    static Blueprint glass(Variant variant) {
        double height = variant.between("height", 0.12, 0.085, 0.15);
        double radius = variant.between("radius", 0.037, 0.033, 0.042);
        double foot = radius * variant.between("taper", 0.82, 0.7, 1);
        double wall = 0.0018;
        List<Vec2> profile = Profile.from(0, 0.001)
                .to(foot * 0.8, 0.0005, 0.004)
                .to(foot, 0, 0.004)
                .to(radius, height, 0.0008)
                .to(radius - wall, height, 0.0008)
                .to(foot - wall, 0.011, 0.006)
                .to(0, 0.0095)
                .open();
        return new Blueprint("glass")
                .add(
                        Lathe.solid(profile, SEGMENTS),
                        Finish.glass("glass", variant.choice("tint", 0xF6FAF9, 0xCFE4EA, 0xE9F2DA)))
                .keypoint("rim_front", Vec3.at(0, height, radius))
                .keypoint("rim_back", Vec3.at(0, height, -radius))
                .keypoint("bottom", Vec3.at(0, 0, 0))
                .symmetry(Symmetry.upright(Symmetry.CONTINUOUS));
    }

    static Blueprint bottle(Variant variant) {
        double height = variant.between("height", 0.3, 0.24, 0.33);
        double radius = variant.between("radius", 0.037, 0.031, 0.044);
        double neck = 0.0135;
        double shoulder = height * variant.between("shoulder", 0.58, 0.5, 0.66);
        double wall = 0.003;
        double mouth = height - 0.022;
        List<Vec2> profile = Profile.from(0, 0.018)
                .curve(radius * 0.4, 0.017, radius * 0.66, 0.009, radius * 0.74, 0.0015, 6)
                .to(radius * 0.8, 0, 0.002)
                .to(radius, 0, 0.006)
                .to(radius, shoulder)
                .curve(
                        radius,
                        shoulder + height * 0.1,
                        neck,
                        shoulder + height * 0.11,
                        neck - 0.001,
                        shoulder + height * 0.21,
                        12)
                .to(neck - 0.001, mouth, 0.001)
                .to(neck + 0.0018, mouth, 0.001)
                .to(neck + 0.0018, height - 0.008, 0.001)
                .to(neck - 0.0005, height - 0.006, 0.001)
                .to(neck - 0.0005, height, 0.001)
                .to(neck - wall, height, 0.001)
                .to(neck - wall, shoulder + height * 0.21)
                .curve(
                        neck - wall,
                        shoulder + height * 0.11,
                        radius - wall,
                        shoulder + height * 0.09,
                        radius - wall,
                        shoulder - 0.002,
                        12)
                .to(radius - wall, 0.012, 0.006)
                .curve(radius * 0.6, 0.014, radius * 0.4, 0.0215, 0, 0.0225, 6)
                .open();
        double low = height * 0.16;
        double high = height * 0.44;
        List<Vec2> label = Profile.from(radius + 0.00005, low)
                .to(radius + 0.00035, low)
                .to(radius + 0.00035, low + 0.006)
                .to(radius + 0.00035, high - 0.006)
                .to(radius + 0.00035, high)
                .to(radius + 0.00005, high)
                .closed();
        List<Vec2> cork = Profile.from(0, height - 0.024)
                .to(neck - wall - 0.00005, height - 0.024, 0.001)
                .to(neck - wall - 0.00005, height + 0.008, 0.0015)
                .to(0, height + 0.008)
                .open();
        return new Blueprint("bottle")
                .add(
                        Lathe.solid(profile, 36),
                        Finish.glass("bottle glass", variant.choice("tint", 0x3E7A4C, 0x8A5A22, 0xE8F2F0, 0x9CC3CF)))
                .add(
                        Lathe.ring(label, 36)
                                .painted((centre, normal) ->
                                        centre.y() > low + 0.006 && centre.y() < high - 0.006 ? 0 : 1),
                        Finish.plain("label", variant.choice("label", 0xEFE7D2, 0xB33A2E, 0x26384D, 0xF7F5F0), 0.7),
                        Finish.plain("label edge", 0x8A6A2F, 0.6))
                .add(
                        Lathe.solid(cork, 24),
                        Finish.plain("cork", variant.choice("cork", 0xB58C5F, 0x2C2C2E, 0xB99A4A), 0.8))
                .keypoint("cap", Vec3.at(0, height + 0.008, 0))
                .keypoint("shoulder_right", Vec3.at(-radius, shoulder, 0))
                .keypoint("shoulder_left", Vec3.at(radius, shoulder, 0))
                .keypoint("bottom", Vec3.at(0, 0, 0))
                .symmetry(Symmetry.upright(Symmetry.CONTINUOUS));
    }
}
