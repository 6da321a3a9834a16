package studio.diorama.dataset.scene;

import static java.util.Objects.requireNonNull;

import studio.diorama.dataset.sampling.Components;
import studio.diorama.dataset.sampling.Varied;

/// Where something is, in metres.
public sealed interface PositionRule {

    /// At a point.
    record At(Varied<Components> point) implements PositionRule {

        public At {
            requireNonNull(point, "point is null");
        }
    }

    /// On a sphere around a centre: the usual place of a camera.
    ///
    /// @param centre the point looked from
    /// @param radius metres
    /// @param elevation above the horizon, radians
    /// @param azimuth about +Y from +Z towards +X, radians
    record Shell(
            Varied<Components> centre,
            Varied<Components> radius,
            Varied<Components> elevation,
            Varied<Components> azimuth)
            implements PositionRule {

        public Shell {
            requireNonNull(centre, "centre is null");
            requireNonNull(radius, "radius is null");
            requireNonNull(elevation, "elevation is null");
            requireNonNull(azimuth, "azimuth is null");
        }
    }
}
