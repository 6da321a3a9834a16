package studio.diorama.dataset.library.internal.asset;

import java.util.List;
import studio.diorama.dataset.library.ProceduralTexture;
import studio.diorama.dataset.library.Symmetry;
import studio.diorama.dataset.library.internal.shape.BoxMapping;
import studio.diorama.dataset.library.internal.shape.Lathe;
import studio.diorama.dataset.library.internal.shape.Profile;
import studio.diorama.dataset.library.internal.shape.RoundedBox;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Sweep;
import studio.diorama.dataset.library.internal.shape.Vec3;
import studio.diorama.geometry.Material;

/// Tables: a rectangular one on four legs, or a round one on a turned column.
final class Tables {

    private Tables() {}

    /// The wood of a piece of furniture.
    static Material wood(Variant variant) {
        return variant.number() == 0
                ? Finish.of(ProceduralTexture.OAK)
                : Finish.of(variant.choice(
                        "wood", ProceduralTexture.OAK, ProceduralTexture.WALNUT, ProceduralTexture.PINE));
    }

    static Blueprint table(Variant variant) {
        return variant.choice("kind", false, false, true) ? round(variant) : rectangular(variant);
    }

    private static Blueprint rectangular(Variant variant) {
        double width = variant.between("width", 1.5, 1.1, 1.9);
        double depth = variant.between("depth", 0.85, 0.7, 0.95);
        double height = variant.between("height", 0.75, 0.71, 0.77);
        double thick = 0.032;
        Material wood = wood(variant);
        Material legs = variant.choice("legs", wood, wood, Finish.plain("lacquer", 0x2A2B2E, 0.4));
        Blueprint plan = new Blueprint("table")
                .add(RoundedBox.of(width, thick, depth, 0.006, 3).moved(0, height - thick / 2, 0), wood);
        double x = width / 2 - 0.085;
        double z = depth / 2 - 0.085;
        double under = height - thick + 0.0005;
        double top = variant.between("leg", 0.07, 0.05, 0.085);
        for (int i = 0; i < 4; i++) {
            double sx = (i & 1) * 2 - 1;
            double sz = (i & 2) - 1;
            List<Vec3> path = List.of(
                    Vec3.at(sx * (x + 0.012), 0, sz * (z + 0.012)),
                    Vec3.at(sx * (x + 0.0119), 0.004, sz * (z + 0.0119)),
                    Vec3.at(sx * x, under - 0.1, sz * z),
                    Vec3.at(sx * x, under, sz * z));
            Surface leg = Sweep.of(path, Profile.rectangle(top / 2, top / 2, 0.008))
                    .up(Vec3.Z)
                    .scaled(t -> t < 0.001 ? 0.52 : t < 0.86 ? 0.56 + 0.44 * t / 0.86 : 1)
                    .solid();
            plan.add(leg.map(p -> p.y() < 1e-3 ? new Vec3(p.x(), 0, p.z()) : p), legs);
            plan.keypoint(
                    "foot_%s_%s".formatted(sz > 0 ? "front" : "back", sx > 0 ? "left" : "right"),
                    Vec3.at(sx * (x + 0.012), 0, sz * (z + 0.012)));
            plan.keypoint(
                    "corner_%s_%s".formatted(sz > 0 ? "front" : "back", sx > 0 ? "left" : "right"),
                    Vec3.at(sx * width / 2, height, sz * depth / 2));
        }
        double apron = 0.085;
        for (int side = -1; side <= 1; side += 2) {
            plan.add(
                    RoundedBox.of(2 * x - top + 0.01, apron, 0.022, 0.002).moved(0, under - apron / 2, side * z), legs);
            plan.add(
                    RoundedBox.of(0.022, apron, 2 * z - top + 0.01, 0.002).moved(side * x, under - apron / 2, 0), legs);
        }
        return plan.symmetry(Symmetry.upright(2));
    }

    private static Blueprint round(Variant variant) {
        double radius = variant.between("radius", 0.55, 0.4, 0.65);
        double height = variant.between("height", 0.75, 0.71, 0.77);
        Material wood = wood(variant);
        Surface top = Lathe.solid(
                Profile.from(0, height - 0.03)
                        .to(radius - 0.02, height - 0.03, 0.01)
                        .to(radius, height - 0.015, 0.01)
                        .to(radius, height, 0.006)
                        .to(0, height)
                        .open(),
                64);
        Surface column = Lathe.solid(
                Profile.from(0, 0)
                        .to(radius * 0.55, 0, 0.006)
                        .to(radius * 0.55, 0.02, 0.01)
                        .curve(radius * 0.3, 0.035, 0.06, 0.05, 0.05, 0.14, 8)
                        .curve(0.035, 0.3, 0.06, 0.4, 0.045, height - 0.09, 8)
                        .to(0.12, height - 0.04, 0.02)
                        .to(0.12, height - 0.0295, 0.004)
                        .to(0, height - 0.0295)
                        .open(),
                40);
        return new Blueprint("table")
                .add(BoxMapping.along(Vec3.X, top), wood)
                .add(column, variant.choice("column", wood, Finish.plain("lacquer", 0x2A2B2E, 0.4)))
                .keypoint("top", Vec3.at(0, height, 0))
                .keypoint("foot", Vec3.at(0, 0, 0))
                .symmetry(Symmetry.upright(Symmetry.CONTINUOUS));
    }
}
