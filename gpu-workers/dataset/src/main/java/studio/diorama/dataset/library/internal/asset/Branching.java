package studio.diorama.dataset.library.internal.asset;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.common.Seed;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Sweep;
import studio.diorama.dataset.library.internal.shape.Vec3;

/// Grows wood: a bent, tapering limb that bears limbs of its own, and places where twigs with leaves sit.
final class Branching {

    /// Where a twig sits.
    ///
    /// @param at its foot
    /// @param direction where it grows
    /// @param size its length, in metres
    record Twig(Vec3 at, Vec3 direction, double size) {}

    /// Sides of a limb: few for what is thin.
    private static final int[] SIDES = {12, 7, 5};

    /// Twigs at each of the last limbs.
    private static final int TWIGS = 6;

    private final Seed seed;
    private final int depth;
    private final double spread;
    private final double twigSize;
    private final List<Surface> limbs = new ArrayList<>();
    private final List<Twig> twigs = new ArrayList<>();
    private int serial;

    /// @param depth how often limbs bear limbs
    /// @param spread angle between a limb and those that it bears, in radians
    /// @param twigSize length of the leafy twigs at the ends, in metres
    Branching(Seed seed, int depth, double spread, double twigSize) {
        this.seed = seed;
        this.depth = depth;
        this.spread = spread;
        this.twigSize = twigSize;
    }

    List<Surface> limbs() {
        return limbs;
    }

    List<Twig> twigs() {
        return twigs;
    }

    private double draw(double low, double high) {
        return low + (high - low) * Variant.fraction(seed, "draw" + serial++);
    }

    /// Grows a limb and all that it bears.
    void grow(Vec3 foot, Vec3 direction, double length, double radius, int level) {
        int steps = level == 0 ? 8 : 4;
        List<Vec3> path = new ArrayList<>(List.of(foot));
        Vec3 heading = direction;
        Vec3 at = foot;
        for (int i = 0; i < steps; i++) {
            double bend = level == 0 ? 0.07 : 0.18;
            Vec3 sway = new Vec3(draw(-bend, bend), draw(-bend, bend) + (level == 0 ? 0 : 0.1), draw(-bend, bend));
            heading = heading.plus(sway).normalized();
            at = at.plus(heading.times(length / steps));
            path.add(at);
        }
        double tip = level >= depth ? 0.3 : 0.5;
        boolean trunk = level == 0;
        Sweep sweep = Sweep.tube(path, radius, SIDES[Math.min(2, level + 2 - depth)])
                .scaled(t -> (1 - (1 - tip) * t) * (trunk ? 1 + 0.55 * StrictMath.exp(-14 * t) : 1));
        Surface limb = sweep.solid();
        limbs.add(trunk ? limb.map(p -> p.y() < 0 ? new Vec3(p.x(), 0, p.z()) : p) : limb);
        if (level >= depth) {
            addTwigs(path, heading);
            return;
        }
        int children = level == 0 ? 9 : 4;
        double turn = draw(0, 6.28);
        for (int i = 0; i < children; i++) {
            double t = level == 0 ? 0.36 + 0.64 * i / (children - 1) : 0.35 + 0.65 * i / (children - 1);
            Vec3 from = along(path, t);
            Vec3 axis = along(path, Math.min(1, t + 0.05))
                    .minus(along(path, t - 0.05))
                    .normalized();
            turn += 2.399963;
            Vec3 side = axis.perpendicular().rotated(axis, turn);
            double angle = spread * (i == children - 1 ? 0.35 : draw(0.8, 1.15)) * (level == 0 ? 1.15 - 0.35 * t : 1);
            Vec3 out = axis.times(StrictMath.cos(angle))
                    .plus(side.times(StrictMath.sin(angle)))
                    .normalized();
            double share = level == 0 ? 0.62 * (1.1 - 0.45 * t) : 0.55;
            double thickness = radius * (1 - (1 - tip) * t);
            grow(
                    from,
                    out,
                    length * share * draw(0.85, 1.15),
                    thickness * (i == children - 1 ? 0.85 : 0.55),
                    level + 1);
        }
    }

    private void addTwigs(List<Vec3> path, Vec3 heading) {
        for (int i = 0; i < TWIGS; i++) {
            Vec3 at = along(path, 0.3 + 0.7 * i / (TWIGS - 1));
            Vec3 side = heading.perpendicular().rotated(heading, draw(0, 6.28));
            Vec3 direction =
                    heading.times(draw(0.3, 1)).plus(side.times(draw(0.5, 1))).normalized();
            twigs.add(new Twig(at, i == TWIGS - 1 ? heading : direction, twigSize * draw(0.75, 1.2)));
        }
    }

    private static Vec3 along(List<Vec3> path, double t) {
        double place = Math.clamp(t, 0, 1) * (path.size() - 1);
        int i = Math.min((int) place, path.size() - 2);
        return path.get(i).lerp(path.get(i + 1), place - i);
    }
}
