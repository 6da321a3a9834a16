package studio.diorama.dataset.library.internal.asset;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.dataset.library.internal.shape.RoundedBox;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Sweep;
import studio.diorama.dataset.library.internal.shape.Vec2;
import studio.diorama.dataset.library.internal.shape.Vec3;
import studio.diorama.geometry.Material;

/// What drives on four wheels.
final class Vehicles {

    private static final Integer[] PAINTS = {
        0x9C2A26, 0xE9E9E6, 0x1E1F22, 0x7D8288, 0x24476F, 0xB9BDC0, 0x2F5540, 0xC99A2E, 0x5B2A33
    };

    private Vehicles() {}

    static Blueprint car(Variant variant) {
        double length = variant.between("length", 4.3, 3.9, 4.75);
        double width = variant.between("width", 1.8, 1.72, 1.88);
        double roof = variant.between("roof", 1.46, 1.4, 1.66);
        boolean saloon = variant.choice("saloon", false, true, false);
        double radius = variant.between("wheel", 0.325, 0.3, 0.35);
        double half = length / 2;
        double front = half - 0.86;
        double rear = -half + 0.8;
        double tail = saloon ? 0.97 : 0.99;
        List<Vec2> deck = List.of(
                new Vec2(-half, tail - 0.22),
                new Vec2(-half + 0.12, tail - 0.05),
                new Vec2(-half + 0.4, tail),
                new Vec2(0, 0.95),
                new Vec2(half - 1.2, 0.93),
                new Vec2(half - 0.45, 0.83),
                new Vec2(half - 0.12, 0.7),
                new Vec2(half, 0.58));
        VehicleShape shape = new VehicleShape(
                length,
                width,
                roof,
                radius,
                front,
                rear,
                deck,
                half - 1.08,
                saloon ? -half + 0.5 : -half + 0.1,
                half - 1.86,
                saloon ? -half + 1.12 : -half + 0.52,
                width / 2 * 0.69,
                new double[] {0, 0.03, 0.45, 0.49, 0.88, 1},
                true);
        return build(new Blueprint("car"), shape, variant);
    }

    static Blueprint van(Variant variant) {
        double length = variant.between("length", 5.2, 4.8, 5.7);
        double width = variant.between("width", 1.98, 1.9, 2.05);
        double roof = variant.between("roof", 2.15, 1.95, 2.5);
        double half = length / 2;
        List<Vec2> deck = List.of(
                new Vec2(-half, 0.98),
                new Vec2(-half + 0.2, 1.12),
                new Vec2(0, 1.14),
                new Vec2(half - 0.75, 1.13),
                new Vec2(half - 0.3, 0.98),
                new Vec2(half - 0.1, 0.86),
                new Vec2(half, 0.74));
        boolean minibus = variant.choice("windows", false, true, false);
        VehicleShape shape = new VehicleShape(
                length,
                width,
                roof,
                0.345,
                half - 0.95,
                -half + 1.05,
                deck,
                half - 0.62,
                -half + 0.035,
                half - 1.35,
                -half + 0.14,
                width / 2 * 0.8,
                minibus ? new double[] {0, 0.03, 0.27, 0.3, 0.6, 0.63, 0.94, 1} : new double[] {0, 0.03, 0.27, 1},
                true);
        return build(new Blueprint("van"), shape, variant);
    }

    private static Blueprint build(Blueprint plan, VehicleShape shape, Variant variant) {
        int colour = variant.choice("paint", List.of(PAINTS));
        if (shape.roof() > 1.9) {
            colour = variant.choice("van paint", 0xECECE8, 0x2E5C8A, 0x8D9296, 0x2B3A33, 0xB23A2E);
        }
        Material paint = Finish.plain("car paint", colour, 0.18);
        Material plastic = Finish.plain("plastic", 0x1D1E20, 0.6);
        Material glass = Finish.plain("tinted glass", 0x10161A, 0.04);
        VehicleBody body = new VehicleBody(shape);
        plan.addCreased(body.shell(), 32, paint, plastic);
        plan.addCreased(body.cabin(), 36, paint, glass);
        Material rim = Finish.metal("alloy", variant.choice("alloy", 0xB9BCC0, 0x55585C, 0xC9CBCD), 0.28);
        int spokes = variant.count("spokes", 5, 5, 8);
        double track = shape.width() / 2 - 0.125;
        for (int side = -1; side <= 1; side += 2) {
            String name = side > 0 ? "left" : "right";
            for (double axle : new double[] {shape.frontAxle(), shape.rearAxle()}) {
                Vec3 hub = Vec3.at(side * track, shape.wheelRadius(), axle);
                Wheels.add(plan, hub, shape.wheelRadius(), 0.21, side, spokes, rim);
                plan.keypoint(
                        "wheel_%s_%s".formatted(axle > 0 ? "front" : "rear", name),
                        Vec3.at(side * (track + 0.1), shape.wheelRadius(), axle));
            }
            addLamps(plan, shape, side, name);
            addDoors(plan, shape, body, side, plastic, paint);
            Vec3 mirror = body.onFlank(shape.cabinFront() - 0.38, shape.deckAt(shape.cabinFront()) - 0.06);
            plan.add(
                    RoundedBox.of(0.17, 0.12, 0.1, 0.04, 3)
                            .moved(side * (mirror.x() + 0.1), mirror.y() + 0.13, mirror.z()),
                    paint);
            plan.add(
                    RoundedBox.of(0.13, 0.085, 0.012, 0.005)
                            .moved(side * (mirror.x() + 0.1), mirror.y() + 0.13, mirror.z() - 0.049),
                    Finish.metal("mirror", 0xD5D8DA, 0.05));
            plan.add(
                    RoundedBox.of(0.13, 0.035, 0.05, 0.012)
                            .moved(side * (mirror.x() + 0.02), mirror.y() + 0.085, mirror.z()),
                    plastic);
            plan.keypoint("mirror_" + name, Vec3.at(side * (mirror.x() + 0.1), mirror.y() + 0.13, mirror.z()));
            plan.keypoint(
                    "roof_front_" + name,
                    Vec3.at(side * shape.roofWidth(), shape.roof() - 0.04, shape.roofFront() - 0.06));
            plan.keypoint(
                    "roof_rear_" + name,
                    Vec3.at(side * shape.roofWidth(), shape.roof() - 0.04, shape.roofRear() + 0.06));
        }
        addFace(plan, shape, plastic);
        return plan;
    }

    private static void addLamps(Blueprint plan, VehicleShape shape, int side, String name) {
        double nose = shape.length() / 2;
        double frontHeight = shape.deckAt(nose - 0.12) - 0.1;
        double x = shape.halfWidthAt(nose - 0.1) - 0.22;
        Surface headlight = RoundedBox.of(0.36, 0.13, 0.16, 0.05, 3)
                .map(p -> new Vec3(p.x(), p.y() * (1 - 0.5 * side * p.x()), p.z() - 0.3 * side * p.x()))
                .moved(side * x, frontHeight, nose - 0.1);
        plan.add(headlight, Finish.glow("headlight", 0xE9EEF2, 0.25));
        double tail = -shape.length() / 2;
        double rearHeight = shape.deckAt(tail + 0.2) - 0.16;
        double rx = shape.halfWidthAt(tail + 0.1) - 0.17;
        boolean tall = shape.roof() > 1.9;
        Surface lamp = RoundedBox.of(tall ? 0.14 : 0.3, tall ? 0.34 : 0.14, 0.16, 0.05, 3)
                .map(p -> new Vec3(p.x(), p.y(), p.z() + 0.3 * side * p.x()))
                .moved(side * (tall ? rx + 0.06 : rx), tall ? rearHeight - 0.02 : rearHeight, tail + 0.09);
        plan.add(lamp, Finish.glow("tail light", 0xB3161B, 0.5));
        plan.keypoint("headlight_" + name, Vec3.at(side * x, frontHeight, nose - 0.04));
        plan.keypoint("tail_light_" + name, Vec3.at(side * rx, rearHeight, tail + 0.03));
    }

    /// Gaps, handles.
    private static void addDoors(
            Blueprint plan, VehicleShape shape, VehicleBody body, int side, Material plastic, Material paint) {
        double front = shape.frontAxle() - shape.archRadius() - 0.12;
        double rear = shape.rearAxle() + shape.archRadius() + (shape.roof() > 1.9 ? 0.25 : 0.02);
        double middle = (front + rear) / 2 - 0.02;
        for (double z : new double[] {front, middle, rear}) {
            List<Vec3> gap = new ArrayList<>();
            double top = shape.deckAt(z) - 0.02;
            for (int i = 0; i <= 10; i++) {
                Vec3 at = body.onFlank(z, 0.27 + (top - 0.27) * i / 10);
                gap.add(new Vec3(side * (at.x() - 0.002), at.y(), at.z()));
            }
            plan.add(Sweep.tube(gap, 0.0045, 6).solid(), plastic);
        }
        for (double z : new double[] {middle, rear}) {
            Vec3 at = body.onFlank(z + 0.16, shape.deckAt(z) - 0.13);
            plan.add(RoundedBox.of(0.03, 0.028, 0.19, 0.011, 3).moved(side * (at.x() + 0.006), at.y(), at.z()), paint);
        }
    }

    /// Grille, bumper inlets and number plates.
    private static void addFace(Blueprint plan, VehicleShape shape, Material plastic) {
        double nose = shape.length() / 2;
        double height = shape.deckAt(nose) * 0.84;
        plan.add(RoundedBox.of(0.85, 0.12, 0.06, 0.025, 3).moved(0, height, nose - 0.018), plastic);
        plan.add(RoundedBox.of(1.15, 0.11, 0.08, 0.03, 3).moved(0, 0.33, nose - 0.03), plastic);
        Material plate = Finish.plain("number plate", 0xEDEDE6, 0.4);
        plan.add(RoundedBox.of(0.52, 0.11, 0.012, 0.004).moved(0, 0.45, nose + 0.004), plate);
        plan.add(RoundedBox.of(0.52, 0.11, 0.012, 0.004).moved(0, 0.62, -nose - 0.004), plate);
        plan.add(RoundedBox.of(1.2, 0.13, 0.08, 0.03, 3).moved(0, 0.36, -nose + 0.03), plastic);
        plan.keypoint("plate_front", Vec3.at(0, 0.45, nose)).keypoint("plate_rear", Vec3.at(0, 0.62, -nose));
    }
}
