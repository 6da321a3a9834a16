package studio.diorama.dataset.library.internal.asset;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.dataset.library.internal.shape.Cushion;
import studio.diorama.dataset.library.internal.shape.Lathe;
import studio.diorama.dataset.library.internal.shape.Profile;
import studio.diorama.dataset.library.internal.shape.RoundedBox;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Sweep;
import studio.diorama.dataset.library.internal.shape.Vec2;
import studio.diorama.dataset.library.internal.shape.Vec3;
import studio.diorama.geometry.Material;

/// A bicycle, its front wheel towards +Z, its chain on its right (-X).
final class Bicycles {

    private static final Material STEEL = Finish.metal("steel", 0xB9BBBD, 0.25);

    private Bicycles() {}

    static Blueprint bicycle(Variant variant) {
        double wheel = variant.between("wheel", 0.34, 0.31, 0.36);
        double base = variant.between("base", 1.03, 0.98, 1.1);
        double saddle = variant.between("saddle", 0.92, 0.82, 1);
        boolean step = variant.choice("step-through", false, true);
        Material paint = Finish.plain(
                "frame paint",
                variant.choice("paint", 0x2F5E6E, 0xA3312A, 0x1F2022, 0xD8C9A0, 0x5C7A4A, 0xC98A2C),
                0.2);
        Material leather = Finish.plain("saddle", variant.choice("leather", 0x5A3520, 0x1E1D1D), 0.5);
        Vec3 rear = Vec3.at(0, wheel, -base / 2);
        Vec3 front = Vec3.at(0, wheel, base / 2);
        Vec3 crank = Vec3.at(0, wheel - 0.055, -base / 2 + 0.43);
        Vec3 seat = Vec3.at(0, saddle - 0.14, -base / 2 + 0.24);
        Vec3 head = Vec3.at(0, wheel + 0.5, base / 2 - 0.2);
        Vec3 headLow = Vec3.at(0, wheel + 0.36, base / 2 - 0.145);
        Blueprint plan = new Blueprint("bicycle");
        addWheel(plan, rear, wheel);
        addWheel(plan, front, wheel);
        tube(plan, paint, 0.016, seat.lerp(crank, -0.02), crank);
        tube(
                plan,
                paint,
                0.0155,
                step ? crank.lerp(seat, 0.42) : crank.lerp(seat, 0.9),
                head.lerp(headLow, step ? 0.75 : 0.2));
        tube(plan, paint, 0.0185, crank, headLow.lerp(head, 0.08));
        tube(
                plan,
                paint,
                0.0205,
                head.plus(head.minus(headLow).times(0.08)),
                headLow.minus(head.minus(headLow).times(0.06)));
        for (int side = -1; side <= 1; side += 2) {
            Vec3 out = Vec3.at(side * 0.05, 0, 0);
            tube(plan, paint, 0.0085, rear.plus(out), crank.lerp(seat, 0.86).plus(out.times(0.2)));
            tube(plan, paint, 0.0105, rear.plus(out), crank.plus(out.times(0.35)));
            Vec3 crown = headLow.minus(head.minus(headLow).times(0.1));
            bent(
                    plan,
                    paint,
                    0.012,
                    crown.plus(out.times(0.1)),
                    crown.plus(out).plus(Vec3.at(0, -0.045, 0.012)),
                    front.plus(out).plus(Vec3.at(0, 0.12, -0.03)),
                    front.plus(out));
            addPedal(plan, crank, side);
        }
        addDrive(plan, crank, rear);
        Vec3 post = seat.plus(seat.minus(crank).normalized().times(0.12));
        tube(plan, STEEL, 0.0128, seat.lerp(crank, 0.1), post);
        plan.add(
                Cushion.of(0.15, 0.045, 0.265, 0.03, 0.008, 2)
                        .map(p -> new Vec3(
                                p.x() * (p.z() > -0.02 ? Math.max(0.24, 1 - 4.6 * (p.z() + 0.02)) : 1), p.y(), p.z()))
                        .moved(0, post.y() + 0.022, post.z() + 0.015),
                leather);
        addBars(plan, head, headLow, leather);
        return plan.keypoint("hub_front", front)
                .keypoint("hub_rear", rear)
                .keypoint("crank", crank)
                .keypoint("saddle", post.plus(Vec3.at(0, 0.05, 0)))
                .keypoint("head", head);
    }

    private static void tube(Blueprint plan, Material finish, double radius, Vec3 from, Vec3 to) {
        plan.add(Sweep.tube(List.of(from, from.lerp(to, 0.5), to), radius, 14).solid(), finish);
    }

    /// A tube along a Bézier curve.
    private static void bent(Blueprint plan, Material finish, double radius, Vec3 a, Vec3 b, Vec3 c, Vec3 d) {
        List<Vec3> path = new ArrayList<>();
        for (int i = 0; i <= 12; i++) {
            double t = i / 12.0;
            Vec3 ab = a.lerp(b, t);
            Vec3 bc = b.lerp(c, t);
            Vec3 cd = c.lerp(d, t);
            path.add(ab.lerp(bc, t).lerp(bc.lerp(cd, t), t));
        }
        plan.add(Sweep.tube(path, radius, 12).scaled(t -> 1 - 0.3 * t).solid(), finish);
    }

    private static void addWheel(Blueprint plan, Vec3 hub, double radius) {
        double thick = 0.017;
        List<Vec2> tyre = new ArrayList<>();
        for (Vec2 p : Sweep.circle(thick, 12)) {
            tyre.add(new Vec2(radius - thick + p.x(), p.y()));
        }
        double inner = radius - 2 * thick;
        List<Vec2> rim = Profile.from(inner - 0.014, -0.006)
                .to(inner - 0.014, -0.006)
                .to(inner - 0.008, -0.011)
                .to(inner + 0.004, -0.0125)
                .to(inner + 0.004, 0.0125)
                .to(inner - 0.008, 0.011)
                .to(inner - 0.014, 0.006)
                .closed();
        List<Vec2> axle = Profile.from(0, -0.062)
                .to(0.006, -0.062)
                .to(0.006, -0.034)
                .to(0.021, -0.033, 0.002)
                .to(0.021, -0.027, 0.002)
                .to(0.012, -0.02, 0.004)
                .to(0.012, 0.02, 0.004)
                .to(0.021, 0.027, 0.002)
                .to(0.021, 0.033, 0.002)
                .to(0.006, 0.034)
                .to(0.006, 0.062)
                .to(0, 0.062)
                .open();
        plan.add(place(Lathe.ring(tyre, 48), hub), Wheels.RUBBER);
        plan.add(place(Lathe.ring(rim.subList(1, rim.size()), 48), hub), STEEL);
        plan.add(place(Lathe.solid(axle, 16), hub), STEEL);
        for (int i = 0; i < 28; i++) {
            double angle = 2 * StrictMath.PI * i / 28;
            double lead = angle + (i % 4 < 2 ? 0.55 : -0.55);
            double side = i % 2 == 0 ? 0.029 : -0.029;
            Vec3 from = Vec3.at(side, 0.018 * StrictMath.sin(lead), 0.018 * StrictMath.cos(lead));
            Vec3 to = Vec3.at(0, (inner - 0.004) * StrictMath.sin(angle), (inner - 0.004) * StrictMath.cos(angle));
            plan.add(
                    Sweep.tube(List.of(hub.plus(from), hub.plus(to)), 0.0012, 4).solid(), STEEL);
        }
    }

    private static Surface place(Surface upright, Vec3 hub) {
        return upright.turned(Vec3.Z, StrictMath.PI / 2).moved(hub.x(), hub.y(), hub.z());
    }

    private static void addPedal(Blueprint plan, Vec3 crank, int side) {
        Vec3 axis = crank.plus(Vec3.at(side * 0.062, 0, 0));
        Vec3 end = axis.plus(Vec3.at(side * 0.012, -side * 0.1, side * 0.135));
        plan.add(
                Sweep.of(List.of(axis.plus(Vec3.at(-side * 0.004, 0, 0)), end), Profile.rectangle(0.006, 0.012, 0.004))
                        .up(Vec3.Y)
                        .roundEnds(0.006)
                        .solid(),
                STEEL);
        plan.add(
                RoundedBox.of(0.095, 0.02, 0.075, 0.006).moved(end.x() + side * 0.055, end.y(), end.z()),
                Finish.plain("pedal", 0x222224, 0.7));
        plan.keypoint("pedal_" + (side > 0 ? "left" : "right"), end.plus(Vec3.at(side * 0.055, 0, 0)));
    }

    /// Bottom bracket, chainring, sprocket and the two runs of the chain.
    private static void addDrive(Blueprint plan, Vec3 crank, Vec3 rear) {
        List<Vec2> shell = Profile.from(0, -0.066)
                .to(0.008, -0.066)
                .to(0.008, -0.036)
                .to(0.022, -0.035, 0.003)
                .to(0.022, 0.035, 0.003)
                .to(0.008, 0.036)
                .to(0.008, 0.066)
                .to(0, 0.066)
                .open();
        plan.add(place(Lathe.solid(shell, 18), crank), STEEL);
        double x = -0.047;
        plan.add(place(Lathe.solid(disc(0.082), 36), crank.plus(Vec3.at(x, 0, 0))), STEEL);
        plan.add(place(Lathe.solid(disc(0.038), 24), rear.plus(Vec3.at(x, 0, 0))), STEEL);
        for (int side = -1; side <= 1; side += 2) {
            Vec3 from = crank.plus(Vec3.at(x, side * 0.081, 0));
            Vec3 to = rear.plus(Vec3.at(x, side * 0.038, 0));
            plan.add(
                    Sweep.of(List.of(from, to), Profile.rectangle(0.003, 0.004, 0.001))
                            .up(Vec3.Y)
                            .solid(),
                    Finish.metal("chain", 0x7A7772, 0.45));
        }
    }

    private static List<Vec2> disc(double radius) {
        return Profile.from(0, -0.002)
                .to(radius, -0.002, 0.001)
                .to(radius, 0.002, 0.001)
                .to(0, 0.002)
                .open();
    }

    private static void addBars(Blueprint plan, Vec3 head, Vec3 headLow, Material leather) {
        Vec3 along = head.minus(headLow).normalized();
        Vec3 stem = head.plus(along.times(0.085));
        Vec3 clamp = stem.plus(Vec3.at(0, 0.012, 0.07));
        tube(plan, STEEL, 0.0125, head, stem);
        tube(plan, STEEL, 0.0125, stem.minus(along.times(0.01)), clamp);
        List<Vec3> bar = new ArrayList<>();
        for (int i = 0; i <= 24; i++) {
            double s = i / 12.0 - 1;
            double out = Math.abs(s);
            double sweep = Math.max(0, out - 0.15);
            bar.add(clamp.plus(Vec3.at(
                    0.285 * s, 0.055 * StrictMath.sin(Math.min(1, sweep * 2.2) * 1.57), -0.16 * sweep * sweep * 1.3)));
        }
        plan.add(Sweep.tube(bar, 0.0111, 12).solid(), STEEL);
        for (int side = -1; side <= 1; side += 2) {
            List<Vec3> grip = side < 0 ? bar.subList(0, 6) : bar.subList(19, 25);
            plan.add(Sweep.tube(grip, 0.0155, 14).roundEnds(0.004).solid(), leather);
            plan.keypoint("grip_" + (side > 0 ? "left" : "right"), side < 0 ? bar.get(2) : bar.get(22));
        }
    }
}
