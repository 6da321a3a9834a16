package studio.diorama.dataset.library.internal.asset;

import studio.diorama.dataset.library.ProceduralTexture;
import studio.diorama.dataset.library.internal.shape.BoxMapping;
import studio.diorama.dataset.library.internal.shape.Extrusion;
import studio.diorama.dataset.library.internal.shape.RoundedBox;
import studio.diorama.dataset.library.internal.shape.Vec2;
import studio.diorama.dataset.library.internal.shape.Vec3;
import studio.diorama.geometry.Material;

/// Surroundings. Cameras stand inside a room, whose floor's top is y = 0.
final class Rooms {

    private static final double WALL = 0.2;

    private Rooms() {}

    static Blueprint ground(Variant variant) {
        ProceduralTexture texture = variant.choice(
                "texture", ProceduralTexture.GRASS, ProceduralTexture.ASPHALT, ProceduralTexture.CONCRETE);
        return new Blueprint("ground").addSheet(Sheets.ground(40, 40, 16), Finish.of(texture));
    }

    static Blueprint room(Variant variant) {
        double width = variant.between("width", 4.2, 3, 6);
        double depth = variant.between("depth", 5, 3.2, 7);
        double height = variant.between("height", 2.6, 2.4, 3.1);
        Material floor = Finish.of(variant.choice(
                "floor",
                ProceduralTexture.OAK_PLANKS,
                ProceduralTexture.WALNUT_PLANKS,
                ProceduralTexture.CERAMIC_TILES,
                ProceduralTexture.CONCRETE));
        Material wall = Finish.of(
                variant.choice("wall", ProceduralTexture.PLASTER, ProceduralTexture.PLASTER, ProceduralTexture.BRICKS),
                variant.choice("tint", 0xFFFFFF, 0xDDE6E4, 0xF1DFC4, 0xC9D3C0));
        Material white = Finish.plain("white paint", 0xF0EEE8, 0.4);
        double outerWidth = width + 2 * WALL;
        Blueprint plan = new Blueprint("room");
        plan.add(
                BoxMapping.along(Vec3.Z, RoundedBox.of(outerWidth, WALL, depth + 2 * WALL, 0))
                        .moved(0, -WALL / 2, 0),
                floor);
        plan.add(
                RoundedBox.of(outerWidth, WALL, depth + 2 * WALL, 0).moved(0, height + WALL / 2, 0),
                Finish.of(ProceduralTexture.PLASTER));
        for (int side = -1; side <= 1; side += 2) {
            plan.add(
                    BoxMapping.along(
                            Vec3.Y,
                            RoundedBox.of(WALL, height, depth, 0).moved(side * (width + WALL) / 2, height / 2, 0)),
                    wall);
            plan.add(RoundedBox.of(0.016, 0.08, depth, 0.004).moved(side * (width / 2 - 0.0078), 0.04, 0), white);
        }
        plan.add(
                BoxMapping.along(
                        Vec3.Y, RoundedBox.of(outerWidth, height, WALL, 0).moved(0, height / 2, (depth + WALL) / 2)),
                wall);
        plan.add(RoundedBox.of(width - 0.032, 0.08, 0.016, 0.004).moved(0, 0.04, depth / 2 - 0.0078), white);
        plan.add(RoundedBox.of(width - 0.032, 0.08, 0.016, 0.004).moved(0, 0.04, -depth / 2 + 0.0078), white);
        addWindowWall(plan, variant, wall, white, outerWidth, height, -(depth + WALL) / 2);
        for (int i = 0; i < 8; i++) {
            String name = "corner_%s_%s_%s"
                    .formatted(
                            (i & 2) == 0 ? "floor" : "ceiling",
                            (i & 4) == 0 ? "back" : "front",
                            (i & 1) == 0 ? "left" : "right");
            plan.keypoint(name, Vec3.at(((i & 1) - 0.5) * width, (i >> 1 & 1) * height, ((i >> 2) - 0.5) * depth));
        }
        return plan;
    }

    private static void addWindowWall(
            Blueprint plan,
            Variant variant,
            Material wall,
            Material white,
            double outerWidth,
            double height,
            double z) {
        double half = variant.between("window", 0.8, 0.5, 1.1);
        double sill = variant.between("sill", 0.9, 0.4, 1);
        double lintel = height - 0.35;
        Vec2 low = new Vec2(-half, sill);
        Vec2 high = new Vec2(half, lintel);
        plan.addCreased(
                Extrusion.frame(new Vec2(-outerWidth / 2, 0), new Vec2(outerWidth / 2, height), low, high, WALL)
                        .moved(0, 0, z),
                30,
                wall);
        double bar = 0.055;
        Vec2 inset = new Vec2(bar, bar);
        plan.addCreased(
                Extrusion.frame(
                                low.minus(new Vec2(0.002, 0.002)),
                                high.plus(new Vec2(0.002, 0.002)),
                                low.plus(inset),
                                high.minus(inset),
                                0.07)
                        .moved(0, 0, z - 0.02),
                30,
                white);
        plan.add(
                RoundedBox.of(0.05, lintel - sill - 2 * bar + 0.002, 0.06, 0.006)
                        .moved(0, (sill + lintel) / 2, z - 0.02),
                white);
        for (int side = -1; side <= 1; side += 2) {
            plan.add(
                    RoundedBox.of(half - bar - 0.024, lintel - sill - 2 * bar + 0.001, 0.006, 0.001)
                            .moved(side * (half - bar + 0.025) / 2, (sill + lintel) / 2, z - 0.02),
                    Finish.glass("window glass", 0xF4F9F8));
        }
        plan.add(RoundedBox.of(2 * half + 0.1, 0.03, WALL * 0.7, 0.006).moved(0, sill - 0.0145, z + WALL * 0.3), white);
        plan.keypoint("window_low_left", Vec3.at(-half, sill, z + WALL / 2))
                .keypoint("window_high_right", Vec3.at(half, lintel, z + WALL / 2))
                .keypoint("window_centre", Vec3.at(0, (sill + lintel) / 2, z));
    }
}
