package studio.diorama.dataset.library.internal.asset;

import java.util.List;
import studio.diorama.dataset.library.ProceduralTexture;
import studio.diorama.dataset.library.internal.shape.BoxMapping;
import studio.diorama.dataset.library.internal.shape.Extrusion;
import studio.diorama.dataset.library.internal.shape.Lathe;
import studio.diorama.dataset.library.internal.shape.Profile;
import studio.diorama.dataset.library.internal.shape.RoundedBox;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Vec2;
import studio.diorama.dataset.library.internal.shape.Vec3;
import studio.diorama.geometry.Material;

/// Furniture made of boards.
final class Cabinets {

    private static final double EDGE = 0.0015;

    private Cabinets() {}

    private static void corners(Blueprint plan, double width, double height, double depth) {
        for (int i = 0; i < 8; i++) {
            String name = "corner_%s_%s_%s"
                    .formatted(
                            (i & 2) == 0 ? "bottom" : "top",
                            (i & 4) == 0 ? "back" : "front",
                            (i & 1) == 0 ? "right" : "left");
            double x = ((i & 1) - 0.5) * width;
            double z = ((i >> 2) - 0.5) * depth;
            plan.keypoint(name, Vec3.at(x, (i >> 1 & 1) * height, z));
        }
    }

    static Blueprint shelf(Variant variant) {
        double width = variant.between("width", 0.8, 0.5, 1.2);
        double height = variant.between("height", 1.8, 0.9, 2.1);
        double depth = variant.between("depth", 0.3, 0.25, 0.38);
        double board = variant.between("board", 0.022, 0.018, 0.03);
        int boards = Math.max(2, (int) Math.round(height / variant.between("pitch", 0.36, 0.28, 0.42)));
        Material wood = Tables.wood(variant);
        Material body = variant.choice("body", wood, Finish.plain("lacquer", 0xEDEBE6, 0.4), wood);
        Blueprint plan = new Blueprint("shelf");
        for (int side = -1; side <= 1; side += 2) {
            plan.add(RoundedBox.of(board, height, depth, EDGE).moved(side * (width - board) / 2, height / 2, 0), body);
        }
        double inner = width - 2 * board + 0.001;
        for (int i = 0; i <= boards; i++) {
            double y = 0.07 + (height - 0.07 - board) * i / boards + board / 2;
            plan.add(RoundedBox.of(inner, board, depth - 0.006, EDGE).moved(0, y, -0.002), body);
        }
        plan.add(RoundedBox.of(inner, 0.07, 0.016, EDGE).moved(0, 0.035, depth / 2 - 0.03), body);
        Surface back = RoundedBox.of(inner, height - 0.07 - board, 0.005, 0.0005)
                .moved(0, 0.07 + (height - 0.07 - board) / 2, -depth / 2 + 0.004);
        plan.add(BoxMapping.along(Vec3.Y, back), body);
        corners(plan, width, height, depth);
        return plan;
    }

    static Blueprint cupboard(Variant variant) {
        double width = variant.between("width", 0.95, 0.7, 1.2);
        double height = variant.between("height", 1.05, 0.8, 1.9);
        double depth = variant.between("depth", 0.42, 0.36, 0.55);
        double foot = 0.1;
        Material wood = Tables.wood(variant);
        Material front = variant.choice(
                "front", wood, Finish.plain("lacquer", variant.choice("lacquer", 0x6F8577, 0xE8E4DA, 0x3E4F60), 0.45));
        Material knob = Finish.metal("brass", variant.choice("knob", 0xC9A45C, 0xB8BABC), 0.3);
        Blueprint plan = new Blueprint("cupboard")
                .add(
                        RoundedBox.of(width + 0.024, 0.026, depth + 0.018, 0.005, 3)
                                .moved(0, height - 0.013, 0.004),
                        wood)
                .add(
                        RoundedBox.of(width, height - foot - 0.0255, depth - 0.022, EDGE)
                                .moved(0, foot + (height - foot - 0.0255) / 2, -0.011),
                        wood);
        double low = foot + 0.012;
        double high = height - 0.026 - 0.012;
        for (int side = -1; side <= 1; side += 2) {
            double doorWidth = width / 2 - 0.01;
            addDoor(
                    plan,
                    front,
                    side * (width / 4 - 0.0035),
                    (low + high) / 2,
                    depth / 2 - 0.0115,
                    doorWidth,
                    high - low);
            Surface turned = Lathe.solid(
                            (Profile.from(0, -0.002)
                                    .to(0.007, -0.002)
                                    .to(0.006, 0.01, 0.004)
                                    .to(0.014, 0.016, 0.004)
                                    .to(0.013, 0.025, 0.006)
                                    .to(0, 0.027)
                                    .open()),
                            24)
                    .turned(Vec3.X, StrictMath.PI / 2)
                    .moved(side * 0.04, (low + high) / 2 + 0.06, depth / 2);
            plan.add(turned, knob)
                    .keypoint(
                            "knob_" + (side > 0 ? "left" : "right"),
                            Vec3.at(side * 0.04, (low + high) / 2 + 0.06, depth / 2 + 0.026));
            for (int end = -1; end <= 1; end += 2) {
                Surface peg = Lathe.solid(
                                Profile.from(0, 0)
                                        .to(0.016, 0, 0.003)
                                        .to(0.026, foot + 0.001)
                                        .to(0, foot + 0.001)
                                        .open(),
                                20)
                        .moved(side * (width / 2 - 0.06), 0, end * (depth / 2 - 0.065));
                plan.add(peg, wood);
            }
        }
        corners(plan, width, height, depth);
        return plan;
    }

    /// Two stiles, two rails, and a panel that lies deeper.
    private static void addDoor(
            Blueprint plan, Material finish, double x, double y, double z, double width, double height) {
        double rail = Math.min(0.065, width * 0.2);
        double thick = 0.021;
        for (int side = -1; side <= 1; side += 2) {
            plan.add(RoundedBox.of(rail, height, thick, 0.002).moved(x + side * (width - rail) / 2, y, z), finish);
            plan.add(
                    RoundedBox.of(width - 2 * rail + 0.0005, rail, thick, 0.002)
                            .moved(x, y + side * (height - rail) / 2, z),
                    finish);
        }
        Surface panel = RoundedBox.of(width - 2 * rail + 0.001, height - 2 * rail + 0.001, 0.01, 0.0005)
                .moved(x, y, z - 0.004);
        plan.add(BoxMapping.along(Vec3.Y, panel), finish);
    }

    static Blueprint book(Variant variant) {
        double width = variant.between("width", 0.148, 0.11, 0.21);
        double height = variant.between("height", 0.21, 0.17, 0.28);
        double thick = variant.between("thick", 0.028, 0.012, 0.05);
        double board = 0.0026;
        int colour = variant.choice("colour", 0x7E2A2B, 0x27476B, 0x2F5B44, 0x2C2B33, 0xB98A2E, 0xD8D0BF, 0x5A3A66);
        Material cover = Finish.of(ProceduralTexture.FABRIC, colour);
        Material stamp = Finish.metal("gold stamp", 0xD9B365, 0.35);
        // The cover is one C of board around the spine, drawn in x and y and as long as the book is high.
        List<Vec2> outline = Profile.from(width, 0)
                .to(width, 0, 0.0008)
                .to(width, board, 0.0008)
                .to(board * 1.6, board)
                .curve(
                        -0.001 - thick * 0.1,
                        thick * 0.3,
                        -0.001 - thick * 0.1,
                        thick * 0.7,
                        board * 1.6,
                        thick - board,
                        8)
                .to(width, thick - board, 0.0008)
                .to(width, thick, 0.0008)
                .to(0.004, thick)
                .curve(-board - thick * 0.16, thick * 0.85, -board - thick * 0.16, thick * 0.15, 0.004, 0, 10)
                .closed();
        List<Vec2> clean = outline.subList(1, outline.size());
        Surface shell = Extrusion.of(clean, height, 0, Vec3.Z);
        List<Vec2> leaves = Profile.from(board * 1.62, board - 0.0001)
                .to(width - 0.004, board - 0.0001)
                .curve(
                        width - 0.0065,
                        thick * 0.35,
                        width - 0.0065,
                        thick * 0.65,
                        width - 0.004,
                        thick - board + 0.0001,
                        8)
                .to(board * 1.62, thick - board + 0.0001)
                .curve(-thick * 0.06, thick * 0.7, -thick * 0.06, thick * 0.3, board * 1.62, board - 0.0001, 6)
                .open();
        Surface pages = Extrusion.of(leaves.subList(0, leaves.size() - 1), height - 0.007, 0, Vec3.Z);
        Blueprint plan = new Blueprint("book");
        double centre = width / 2;
        plan.addCreased(shell.moved(-centre, 0, 0), 30, cover);
        plan.addCreased(pages.moved(-centre, 0, 0), 30, Finish.plain("paper", 0xE9E1CC, 0.85));
        plan.add(
                RoundedBox.of(width * 0.56, 0.0004, height * 0.05, 0.0001).moved(0.004, thick + 0.0001, -height * 0.2),
                stamp);
        plan.add(
                RoundedBox.of(width * 0.4, 0.0004, height * 0.025, 0.0001).moved(0.004, thick + 0.0001, -height * 0.11),
                stamp);
        plan.add(
                RoundedBox.of(width * 0.3, 0.0004, height * 0.02, 0.0001).moved(0.004, thick + 0.0001, height * 0.32),
                stamp);
        for (int i = 0; i < 4; i++) {
            double z = ((i & 1) - 0.5) * height;
            plan.keypoint(
                    "%s_%s".formatted((i & 2) == 0 ? "spine" : "edge", (i & 1) == 0 ? "top" : "bottom"),
                    Vec3.at((i & 2) == 0 ? 0.004 - centre : width - centre, thick, z));
        }
        return plan;
    }

    static Blueprint carton(Variant variant) {
        double width = variant.between("width", 0.4, 0.25, 0.6);
        double depth = variant.between("depth", 0.3, 0.2, 0.45);
        double height = variant.between("height", 0.28, 0.15, 0.45);
        Material board = Finish.of(ProceduralTexture.CARDBOARD);
        Material tape = Finish.plain("tape", variant.choice("tape", 0xC9A876, 0xE4E1D8, 0x9C7A4A), 0.25);
        Blueprint plan = new Blueprint("cardboard box");
        if (variant.choice("open", false, true, false)) {
            addOpen(plan, board, width, height, depth);
        } else {
            double gap = 0.0016;
            plan.add(RoundedBox.of(width, height - 0.004, depth, 0.003).moved(0, (height - 0.004) / 2, 0), board);
            for (int side = -1; side <= 1; side += 2) {
                Surface flap = RoundedBox.of(width - 0.002, 0.0041, depth / 2 - gap, 0.0015)
                        .moved(0, height - 0.002, side * (depth / 4 + gap / 4));
                plan.add(flap, board);
            }
            plan.add(RoundedBox.of(width - 0.001, 0.0005, 0.05, 0.0002).moved(0, height + 0.0001, 0), tape);
            for (int side = -1; side <= 1; side += 2) {
                plan.add(
                        RoundedBox.of(0.0005, 0.07, 0.05, 0.0002)
                                .moved(side * (width / 2 + 0.0001), height - 0.0348, 0),
                        tape);
            }
        }
        corners(plan, width, height, depth);
        return plan;
    }

    private static void addOpen(Blueprint plan, Material board, double width, double height, double depth) {
        double wall = 0.004;
        plan.add(RoundedBox.of(width - 0.001, wall, depth - 0.001, 0.001).moved(0, wall / 2, 0), board);
        for (int side = -1; side <= 1; side += 2) {
            plan.add(RoundedBox.of(width, height, wall, 0.001).moved(0, height / 2, side * (depth - wall) / 2), board);
            plan.add(
                    RoundedBox.of(wall, height - 0.001, depth - 2 * wall + 0.0005, 0.001)
                            .moved(side * (width - wall) / 2, height / 2, 0),
                    board);
            Surface longFlap = RoundedBox.of(width - 0.004, wall, depth / 2, 0.001)
                    .moved(0, 0, side * depth / 4)
                    .turned(Vec3.X, side * 0.5)
                    .moved(0, height - 0.002, side * (depth / 2 - wall / 2));
            plan.add(longFlap, board);
            Surface shortFlap = RoundedBox.of(depth / 2, wall, depth - 0.004, 0.001)
                    .moved(side * depth / 4, 0, 0)
                    .turned(Vec3.Z, -side * 0.85)
                    .moved(side * (width / 2 - wall / 2), height - 0.002, 0);
            plan.add(shortFlap, board);
        }
    }
}
