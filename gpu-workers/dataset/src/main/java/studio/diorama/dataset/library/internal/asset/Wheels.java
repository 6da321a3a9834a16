package studio.diorama.dataset.library.internal.asset;

import java.util.List;
import studio.diorama.dataset.library.internal.shape.Lathe;
import studio.diorama.dataset.library.internal.shape.Profile;
import studio.diorama.dataset.library.internal.shape.RoundedBox;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Vec2;
import studio.diorama.dataset.library.internal.shape.Vec3;
import studio.diorama.geometry.Material;

/// Wheels with rubber tyres.
final class Wheels {

    static final Material RUBBER = Finish.plain("tyre", 0x222223, 0.85);

    private Wheels() {}

    /// A car's wheel about the x axis, its face towards +x (side 1) or -x (side -1).
    static void add(Blueprint plan, Vec3 hub, double radius, double width, int side, int spokes, Material rim) {
        double half = width / 2;
        double bead = radius * 0.68;
        List<Vec2> tyre = Profile.from(bead, -half * 0.8)
                .to(radius * 0.85, -half * 1.02, 0.03)
                .to(radius, -half * 0.82, 0.025)
                .to(radius, half * 0.82, 0.025)
                .to(radius * 0.85, half * 1.02, 0.03)
                .to(bead, half * 0.8)
                .closed();
        List<Vec2> barrel = Profile.from(0, -half * 0.7)
                .to(bead + 0.002, -half * 0.7)
                .to(bead + 0.002, half * 0.88)
                .to(bead - 0.018, half * 0.9)
                .to(bead - 0.03, half * 0.4)
                .to(0, half * 0.34)
                .open();
        List<Vec2> cap = Profile.from(0, half * 0.3)
                .to(bead * 0.3, half * 0.3)
                .to(bead * 0.26, half * 0.82, 0.01)
                .to(bead * 0.12, half * 0.86)
                .to(0, half * 0.86)
                .open();
        Material dark = Finish.plain("brake", 0x2C2D2F, 0.6);
        plan.add(place(Lathe.ring(tyre, 28), hub, side), RUBBER);
        Surface dish = Lathe.solid(barrel, 28)
                .painted((centre, normal) ->
                        Math.sqrt(centre.x() * centre.x() + centre.z() * centre.z()) < bead - 0.035 && centre.y() > 0
                                ? 1
                                : 0);
        plan.add(place(dish, hub, side), rim, dark);
        plan.add(place(Lathe.solid(cap, 16), hub, side), rim);
        for (int i = 0; i < spokes; i++) {
            double from = bead * 0.15;
            double to = bead - 0.012;
            Surface spoke = RoundedBox.of(to - from, 0.022, bead * 0.24, 0.008, 1)
                    .map(p -> new Vec3(p.x(), p.y() - 0.08 * p.x(), p.z() * (1 + 0.9 * p.x())))
                    .moved((from + to) / 2, half * 0.72, 0)
                    .turned(Vec3.Y, 2 * StrictMath.PI * (i + 0.25) / spokes);
            plan.add(place(spoke, hub, side), rim);
        }
    }

    private static Surface place(Surface upright, Vec3 hub, int side) {
        return upright.turned(Vec3.Z, -side * StrictMath.PI / 2).moved(hub.x(), hub.y(), hub.z());
    }
}
