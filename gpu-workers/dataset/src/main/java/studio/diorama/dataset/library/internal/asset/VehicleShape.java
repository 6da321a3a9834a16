package studio.diorama.dataset.library.internal.asset;

import java.util.List;
import studio.diorama.dataset.library.internal.shape.Vec2;

/// The measures of a car or van in metres; its nose points towards +Z.
///
/// @param length from bumper to bumper
/// @param width without mirrors
/// @param roof height of the roof
/// @param wheelRadius of the tyre
/// @param frontAxle z of the front wheels
/// @param rearAxle z of the rear wheels
/// @param deck the line of bonnet, belt and boot: (z, height) from tail to nose
/// @param cabinFront z of the windscreen's foot
/// @param cabinRear z of the rear window's foot
/// @param roofFront z of the windscreen's head
/// @param roofRear z of the rear window's head
/// @param roofWidth half the roof's width at its rails
/// @param pillars where glass begins and ends on the cabin's side, as fractions from its front to its rear
/// @param rearGlass whether the tail has a window
record VehicleShape(
        double length,
        double width,
        double roof,
        double wheelRadius,
        double frontAxle,
        double rearAxle,
        List<Vec2> deck,
        double cabinFront,
        double cabinRear,
        double roofFront,
        double roofRear,
        double roofWidth,
        double[] pillars,
        boolean rearGlass) {

    /// How much larger than its wheel an arch is.
    private static final double ARCH_GAP = 0.055;

    double archRadius() {
        return wheelRadius + ARCH_GAP;
    }

    /// Height of the deck's edge at a place along the length.
    double deckAt(double z) {
        for (int i = 1; i < deck.size(); i++) {
            if (z <= deck.get(i).x()) {
                Vec2 a = deck.get(i - 1);
                Vec2 b = deck.get(i);
                double t = Math.clamp((z - a.x()) / (b.x() - a.x()), 0, 1);
                double smooth = t * t * (3 - 2 * t);
                return a.y() + (b.y() - a.y()) * (0.5 * t + 0.5 * smooth);
            }
        }
        return deck.getLast().y();
    }

    /// Half the body's width at a place along the length, before its ends are rounded.
    double halfWidthAt(double z) {
        double s = Math.abs(2 * z / length);
        double narrowing = z > 0 ? 0.1 : 0.06;
        return width / 2 * (1 - narrowing * s * s * s);
    }

    /// How much of the full section is left: 1 along most of the body, less where bumpers round off.
    double endFactor(double z) {
        double d = Math.clamp((length / 2 - Math.abs(z)) / 0.28, 0, 1);
        double rest = 1 - d;
        return Math.sqrt(1 - rest * rest * Math.sqrt(rest));
    }

    /// Height of the arch's edge over a wheel, or `floor` away from wheels.
    double archAt(double z, double floor) {
        double d = Math.min(Math.abs(z - frontAxle), Math.abs(z - rearAxle));
        double r = archRadius();
        return d >= r ? floor : Math.max(floor, wheelRadius + Math.sqrt(r * r - d * d));
    }
}
