package studio.diorama.dataset.library.internal.asset;

import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;
import studio.diorama.dataset.library.Symmetry;
import studio.diorama.dataset.library.internal.shape.Lathe;
import studio.diorama.dataset.library.internal.shape.Profile;
import studio.diorama.dataset.library.internal.shape.RoundedBox;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Vec2;
import studio.diorama.dataset.library.internal.shape.Vec3;
import studio.diorama.geometry.Material;

/// The plain bodies, one metre in size, to be scaled by scenes.
final class Primitives {

    private static final int SEGMENTS = 64;

    private Primitives() {}

    private static Material paint(Variant variant) {
        int colour = variant.choice("colour", 0x9A9C9F, 0xC2483A, 0x3D73B0, 0xE0A93B, 0x4F8C5B, 0x7C5A9C, 0xE8E6E0);
        return Finish.plain("paint", colour, variant.between("roughness", 0.45, 0.15, 0.85));
    }

    /// The corners of a unit cube: sharp, for those who want closed forms.
    static Blueprint cube(Variant variant) {
        return box(new Blueprint("cube"), RoundedBox.of(1, 1, 1, 0).moved(0, 0.5, 0), variant);
    }

    static Blueprint box(Variant variant) {
        return box(new Blueprint("box"), RoundedBox.of(1, 1, 1, 0.02, 3).moved(0, 0.5, 0), variant);
    }

    private static Blueprint box(Blueprint plan, Surface surface, Variant variant) {
        plan.add(surface, paint(variant));
        for (int i = 0; i < 8; i++) {
            double x = (i & 1) - 0.5;
            double y = i >> 1 & 1;
            double z = (i >> 2) - 0.5;
            plan.keypoint("corner_" + i, Vec3.at(x, y, z));
        }
        Vector3d middle = new Vector3d(0, 0.5, 0);
        return plan.symmetry(new Symmetry(new Vector3d(1, 0, 0), middle, 4))
                .symmetry(new Symmetry(new Vector3d(0, 1, 0), middle, 4))
                .symmetry(new Symmetry(new Vector3d(0, 0, 1), middle, 4));
    }

    static Blueprint sphere(Variant variant) {
        List<Vec2> profile = arc(new ArrayList<>(), 0, 0.5, 0.5, -90, 90, 32);
        Vector3d middle = new Vector3d(0, 0.5, 0);
        return new Blueprint("sphere")
                .add(Lathe.solid(profile, SEGMENTS), paint(variant))
                .keypoint("centre", Vec3.at(0, 0.5, 0))
                .symmetry(new Symmetry(new Vector3d(1, 0, 0), middle, Symmetry.CONTINUOUS))
                .symmetry(new Symmetry(new Vector3d(0, 1, 0), middle, Symmetry.CONTINUOUS));
    }

    static Blueprint cylinder(Variant variant) {
        List<Vec2> profile =
                Profile.from(0, 0).to(0.5, 0, 0.012).to(0.5, 1, 0.012).to(0, 1).open();
        return new Blueprint("cylinder")
                .add(Lathe.solid(profile, SEGMENTS), paint(variant))
                .keypoint("top", Vec3.at(0, 1, 0))
                .keypoint("bottom", Vec3.at(0, 0, 0))
                .symmetry(Symmetry.upright(Symmetry.CONTINUOUS))
                .symmetry(new Symmetry(new Vector3d(1, 0, 0), new Vector3d(0, 0.5, 0), 2));
    }

    static Blueprint cone(Variant variant) {
        List<Vec2> profile = new ArrayList<>(Profile.from(0, 0)
                .to(0.5, 0, 0.012)
                .to(0.25, 0.5)
                .to(0.004, 0.992)
                .open());
        profile.add(new Vec2(0.0015, 0.998));
        profile.add(new Vec2(0, 1));
        return new Blueprint("cone")
                .add(Lathe.solid(profile, SEGMENTS), paint(variant))
                .keypoint("tip", Vec3.at(0, 1, 0))
                .keypoint("bottom", Vec3.at(0, 0, 0))
                .symmetry(Symmetry.upright(Symmetry.CONTINUOUS));
    }

    static Blueprint torus(Variant variant) {
        double thick = variant.between("thickness", 0.14, 0.06, 0.2);
        List<Vec2> circle = arc(new ArrayList<>(), 0.5 - thick, thick, thick, -90, 270, 28);
        circle.removeLast();
        return new Blueprint("torus")
                .add(Lathe.ring(circle, SEGMENTS), paint(variant))
                .keypoint("centre", Vec3.at(0, thick, 0))
                .symmetry(Symmetry.upright(Symmetry.CONTINUOUS))
                .symmetry(new Symmetry(new Vector3d(1, 0, 0), new Vector3d(0, thick, 0), 2));
    }

    static Blueprint capsule(Variant variant) {
        List<Vec2> profile = arc(new ArrayList<>(), 0, 0.25, 0.25, -90, 0, 12);
        arc(profile, 0, 0.75, 0.25, 0, 90, 12);
        return new Blueprint("capsule")
                .add(Lathe.solid(profile, SEGMENTS), paint(variant))
                .keypoint("top", Vec3.at(0, 1, 0))
                .keypoint("bottom", Vec3.at(0, 0, 0))
                .symmetry(Symmetry.upright(Symmetry.CONTINUOUS))
                .symmetry(new Symmetry(new Vector3d(1, 0, 0), new Vector3d(0, 0.5, 0), 2));
    }

    static Blueprint plane(Variant variant) {
        return new Blueprint("plane")
                .addSheet(Sheets.ground(1, 1, 1), paint(variant))
                .symmetry(Symmetry.upright(4));
    }

    private static List<Vec2> arc(
            List<Vec2> points, double x, double y, double radius, double fromDegrees, double toDegrees, int steps) {
        for (int i = 0; i <= steps; i++) {
            double angle = StrictMath.toRadians(fromDegrees + (toDegrees - fromDegrees) * i / steps);
            boolean pole = x == 0 && Math.abs(Math.abs(StrictMath.sin(angle)) - 1) < 1e-12;
            points.add(new Vec2(pole ? 0 : x + radius * StrictMath.cos(angle), y + radius * StrictMath.sin(angle)));
        }
        return points;
    }
}
