package studio.diorama.dataset.library.internal.shape;

import java.util.ArrayList;
import java.util.List;

/// Flat outlines given a thickness, with rounded rims.
public final class Extrusion {

    private static final int BEVEL_STEPS = 2;

    private Extrusion() {}

    /// A plate whose outline (counter-clockwise, in x and y) is `depth` thick along z, about z = 0.
    ///
    /// @param bevel radius of the rounded rim; smaller than the outline's own fillets and half its thickness
    public static Surface of(List<Vec2> outline, double depth, double bevel, Vec3 grain) {
        List<Vec3[]> rings = new ArrayList<>();
        for (int k = 0; k <= (bevel > 0 ? BEVEL_STEPS : 0); k++) {
            rings.add(ring(outline, bevel, -depth / 2, k, 1));
        }
        for (int k = bevel > 0 ? BEVEL_STEPS : 0; k >= 0; k--) {
            rings.add(ring(outline, bevel, depth / 2, k, -1));
        }
        return BoxMapping.along(grain, Loft.solid(rings));
    }

    /// A rectangular frame in x and y about z = 0: a hole of the inner rectangle in the outer one.
    public static Surface frame(Vec2 outerLow, Vec2 outerHigh, Vec2 innerLow, Vec2 innerHigh, double depth) {
        Surface surface = Loft.loop(List.of(
                mitre(outerLow.x(), outerLow.y(), innerLow.x(), innerLow.y(), depth),
                mitre(outerHigh.x(), outerLow.y(), innerHigh.x(), innerLow.y(), depth),
                mitre(outerHigh.x(), outerHigh.y(), innerHigh.x(), innerHigh.y(), depth),
                mitre(outerLow.x(), outerHigh.y(), innerLow.x(), innerHigh.y(), depth)));
        return BoxMapping.along(Vec3.Y, surface);
    }

    private static Vec3[] mitre(double outerX, double outerY, double innerX, double innerY, double depth) {
        double z = depth / 2;
        return new Vec3[] {
            new Vec3(outerX, outerY, -z),
            new Vec3(innerX, innerY, -z),
            new Vec3(innerX, innerY, z),
            new Vec3(outerX, outerY, z)
        };
    }

    private static Vec3[] ring(List<Vec2> outline, double bevel, double face, int k, int inwards) {
        double angle = StrictMath.PI / 2 * k / BEVEL_STEPS;
        double inset = bevel * (1 - StrictMath.sin(angle));
        double z = face + inwards * bevel * (1 - StrictMath.cos(angle));
        int count = outline.size();
        Vec3[] ring = new Vec3[count];
        for (int i = 0; i < count; i++) {
            Vec2 at = inset(outline.get((i + count - 1) % count), outline.get(i), outline.get((i + 1) % count), inset);
            ring[i] = new Vec3(at.x(), at.y(), z);
        }
        return ring;
    }

    private static Vec2 inset(Vec2 before, Vec2 at, Vec2 after, double distance) {
        Vec2 in = at.minus(before).normalized().turnedLeft();
        Vec2 out = after.minus(at).normalized().turnedLeft();
        Vec2 sum = in.plus(out);
        // The mitre's length is distance / cos(half the turn); a sharp turn is cut at three times the distance.
        double scale = Math.min(2 / Math.max(sum.dot(sum), 1e-9), 3);
        return at.plus(sum.times(distance * scale));
    }
}
