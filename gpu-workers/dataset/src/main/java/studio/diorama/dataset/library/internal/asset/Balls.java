package studio.diorama.dataset.library.internal.asset;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.dataset.library.internal.shape.Lathe;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Vec2;
import studio.diorama.dataset.library.internal.shape.Vec3;

/// Small round things.
final class Balls {

    private Balls() {}

    /// A ball about the origin whose pole, where its rings are closest, looks towards +Z.
    static Surface eye(double radius) {
        List<Vec2> profile = new ArrayList<>();
        int steps = 8;
        for (int i = 0; i <= steps; i++) {
            double angle = StrictMath.PI * ((double) i / steps - 0.5);
            boolean pole = i == 0 || i == steps;
            profile.add(new Vec2(pole ? 0 : radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)));
        }
        return Lathe.solid(profile, 14).turned(Vec3.X, StrictMath.PI / 2);
    }
}
