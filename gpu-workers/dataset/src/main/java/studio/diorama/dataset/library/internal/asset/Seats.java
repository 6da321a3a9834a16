package studio.diorama.dataset.library.internal.asset;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.dataset.library.ProceduralTexture;
import studio.diorama.dataset.library.internal.shape.BoxMapping;
import studio.diorama.dataset.library.internal.shape.Cushion;
import studio.diorama.dataset.library.internal.shape.Lathe;
import studio.diorama.dataset.library.internal.shape.Profile;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Sweep;
import studio.diorama.dataset.library.internal.shape.Vec3;
import studio.diorama.geometry.Material;

/// What people sit on; the sitter looks towards +Z.
final class Seats {

    private Seats() {}

    static Blueprint chair(Variant variant) {
        double width = variant.between("width", 0.44, 0.4, 0.5);
        double depth = variant.between("depth", 0.43, 0.39, 0.46);
        double seat = variant.between("seat", 0.455, 0.43, 0.48);
        double back = variant.between("back", 0.86, 0.76, 1.02);
        double lean = variant.between("lean", 0.085, 0.04, 0.12);
        double splay = variant.between("splay", 0.025, 0, 0.05);
        Material wood = Tables.wood(variant);
        Material paint =
                Finish.plain("paint", variant.choice("paint", 0xE9E6DF, 0x7A2F2A, 0x35546B, 0x2B2C2E, 0xC59B3F), 0.45);
        Material frame = variant.choice("frame", wood, wood, paint);
        Blueprint plan = new Blueprint("chair").add(seatBoard(width, depth, seat), wood);
        double x = width / 2 - 0.045;
        double z = depth / 2 - 0.045;
        for (int side = -1; side <= 1; side += 2) {
            String name = side > 0 ? "left" : "right";
            Vec3 frontFoot = Vec3.at(side * (x + splay), 0, z + splay);
            plan.add(leg(frontFoot, Vec3.at(side * x, seat - 0.02, z), 0.018), frame);
            Vec3 backFoot = Vec3.at(side * (x + splay), 0, -z - splay * 1.6);
            plan.add(leg(backFoot, Vec3.at(side * x, seat - 0.02, -z), 0.018), frame);
            plan.add(post(side * (x + 0.004), seat - 0.018, -z - 0.012, back, lean), frame);
            plan.keypoint("foot_front_" + name, frontFoot).keypoint("foot_back_" + name, backFoot);
            plan.keypoint("seat_front_" + name, Vec3.at(side * width / 2, seat, depth / 2));
            plan.keypoint("back_top_" + name, Vec3.at(side * (x + 0.004), back, -z - 0.012 - lean));
            plan.add(
                    bar(
                            Vec3.at(side * (x + splay * 0.6), seat * 0.42, z + splay * 0.58),
                            Vec3.at(side * (x + splay * 0.6), seat * 0.42, -z - splay * 0.92)),
                    frame);
        }
        plan.add(bar(Vec3.at(-x - splay * 0.6, seat * 0.42, 0), Vec3.at(x + splay * 0.6, seat * 0.42, 0)), frame);
        addBack(plan, variant, frame, x, seat, back, z, lean);
        return plan;
    }

    /// A board with rounded corners and a hollow for the sitter.
    private static Surface seatBoard(double width, double depth, double seat) {
        Surface board = Cushion.of(width, 0.034, depth, 0.03, 0, 2);
        return BoxMapping.along(Vec3.Z, board.map(p -> {
            double u = 2 * p.x() / width;
            double v = 2 * p.z() / depth;
            double hollow = 0.011 * Math.max(0, 1 - u * u) * Math.max(0, 1 - v * v);
            double wider = 1 + 0.05 * v;
            return new Vec3(p.x() * wider, p.y() + seat - 0.017 - (p.y() > 0 ? hollow : 0.3 * hollow), p.z());
        }));
    }

    private static Surface leg(Vec3 foot, Vec3 top, double radius) {
        Surface leg = Sweep.tube(List.of(foot, foot.lerp(top, 0.02), foot.lerp(top, 0.55), top), radius, 14)
                .scaled(t -> t < 0.01 ? 0.58 : 0.66 + 0.5 * t - 0.16 * t * t)
                .solid();
        return leg.map(p -> p.y() < 0.006 ? new Vec3(p.x(), 0, p.z()) : p);
    }

    private static Surface post(double x, double from, double z, double to, double lean) {
        List<Vec3> path = new ArrayList<>();
        for (int i = 0; i <= 8; i++) {
            double t = i / 8.0;
            path.add(Vec3.at(x, from + (to - from) * t, z - lean * StrictMath.pow(t, 1.5)));
        }
        return Sweep.tube(path, 0.0165, 14)
                .scaled(t -> 1 - 0.25 * t)
                .roundEnds(0.008)
                .solid();
    }

    private static Surface bar(Vec3 from, Vec3 to) {
        return Sweep.tube(List.of(from, from.lerp(to, 0.5), to), 0.0105, 12)
                .scaled(t -> 0.8 + 0.8 * t * (1 - t))
                .solid();
    }

    private static void addBack(
            Blueprint plan,
            Variant variant,
            Material frame,
            double x,
            double seat,
            double back,
            double z,
            double lean) {
        boolean spindles = variant.choice("spindles", false, false, true);
        int slats = variant.count("slats", 3, 2, 4);
        if (spindles) {
            plan.add(slat(x, seat, back, z, lean, 0.93, 0.06), frame);
            for (int i = -2; i <= 2; i++) {
                double bottom = i * x * 0.36;
                List<Vec3> path = new ArrayList<>();
                for (int k = 0; k <= 6; k++) {
                    double t = 0.93 * k / 6.0;
                    path.add(Vec3.at(
                            bottom,
                            seat - 0.012 + (back - seat) * t,
                            -z - 0.012 - lean * StrictMath.pow(t, 1.5) - 0.026 * t * (1 - 0.19 * i * i)));
                }
                plan.add(Sweep.tube(path, 0.0075, 10).solid(), frame);
            }
            return;
        }
        for (int i = 0; i < slats; i++) {
            double t = 0.9 - 0.62 * i / Math.max(1, slats - 1);
            plan.add(slat(x, seat, back, z, lean, t, i == 0 ? 0.075 : 0.045), frame);
        }
    }

    /// A board between the posts, bent backwards in its middle.
    private static Surface slat(double x, double seat, double back, double z, double lean, double t, double high) {
        List<Vec3> path = new ArrayList<>();
        double y = seat + (back - seat) * t;
        double place = -z - 0.012 - lean * StrictMath.pow(t, 1.5);
        for (int i = 0; i <= 10; i++) {
            double s = i / 5.0 - 1;
            path.add(Vec3.at(s * (x + 0.004), y, place - 0.026 * (1 - s * s)));
        }
        Surface slat = Sweep.of(path, Profile.rectangle(0.0075, high / 2, 0.0055))
                .up(Vec3.Y)
                .solid();
        double tilt = 1.5 * lean * Math.sqrt(t) / (back - seat);
        return BoxMapping.along(Vec3.X, slat.map(p -> new Vec3(p.x(), p.y(), p.z() - (p.y() - y) * tilt)));
    }

    static Blueprint armchair(Variant variant) {
        double width = variant.between("width", 0.82, 0.74, 0.92);
        double depth = variant.between("depth", 0.84, 0.78, 0.92);
        double height = variant.between("height", 0.84, 0.74, 1.0);
        double arm = variant.between("arm", 0.13, 0.1, 0.18);
        double armHeight = variant.between("armHeight", 0.58, 0.54, 0.64);
        ProceduralTexture cover = variant.choice("cover", ProceduralTexture.FABRIC, ProceduralTexture.LEATHER);
        Material cloth =
                Finish.of(cover, variant.choice("colour", 0x5F7F8C, 0xA9553A, 0x6E6A5E, 0x7D8B5A, 0xC2A46B, 0x4B3A34));
        Blueprint plan = new Blueprint("armchair");
        double foot = 0.12;
        double inner = width - 2 * arm;
        plan.add(Cushion.of(inner + 0.03, 0.17, depth - 0.1, 0.03, 0, 1).moved(0, foot + 0.085, 0.03), cloth);
        plan.add(Cushion.of(inner - 0.012, 0.17, depth - 0.24, 0.055, 0.02, 2).moved(0, foot + 0.25, 0.105), cloth);
        Surface rest = Cushion.of(inner + 0.06, height - foot - 0.02, 0.16, 0.06, 0.008, 2)
                .turned(Vec3.X, -0.16)
                .moved(0, foot + (height - foot) / 2, -depth / 2 + 0.135);
        plan.add(rest, cloth);
        Surface pillow = Cushion.of(inner - 0.02, height - foot - 0.33, 0.15, 0.06, 0.03, 2)
                .turned(Vec3.X, -0.2)
                .moved(0, foot + 0.335 + (height - foot - 0.33) / 2, -depth / 2 + 0.255);
        plan.add(pillow, cloth);
        for (int side = -1; side <= 1; side += 2) {
            String name = side > 0 ? "left" : "right";
            Surface armrest = Cushion.of(arm, armHeight - foot, depth - 0.06, 0.05, 0.012, 2)
                    .moved(side * (width / 2 - arm / 2), foot + (armHeight - foot) / 2, 0.02);
            plan.add(armrest, cloth);
            plan.keypoint(
                    "arm_front_" + name, Vec3.at(side * (width / 2 - arm / 2), armHeight - 0.03, depth / 2 - 0.03));
            for (int end = -1; end <= 1; end += 2) {
                Vec3 bottom = Vec3.at(side * (width / 2 - 0.055), 0, end * (depth / 2 - 0.08));
                Surface peg = Lathe.solid(
                                Profile.from(0, 0)
                                        .to(0.014, 0, 0.003)
                                        .to(0.025, foot + 0.02, 0.002)
                                        .to(0, foot + 0.02)
                                        .open(),
                                20)
                        .moved(bottom.x(), 0, bottom.z());
                plan.add(peg, Finish.of(ProceduralTexture.WALNUT));
                plan.keypoint("foot_" + (end > 0 ? "front_" : "back_") + name, bottom);
            }
        }
        return plan.keypoint("seat_front", Vec3.at(0, foot + 0.33, depth / 2 - 0.05))
                .keypoint("back_top", Vec3.at(0, height - 0.02, -depth / 2 + 0.07));
    }
}
