package studio.diorama.dataset.scene;

import static java.util.Objects.requireNonNull;

import studio.diorama.dataset.sampling.Components;
import studio.diorama.dataset.sampling.Varied;

/// Something that shines. Colours are linear RGB and only tint: the units are in the other numbers.
public sealed interface LightRule {

    /// Whether it comes from all around; a scene has at most one such light.
    default boolean surrounds() {
        return false;
    }

    /// Far away, such as a sun without a sky.
    ///
    /// @param elevation of where it shines from, above the horizon, radians
    /// @param azimuth of where it shines from, about +Y from +Z towards +X, radians
    /// @param illuminance lux
    record Directional(
            Varied<Components> elevation,
            Varied<Components> azimuth,
            Varied<Components> illuminance,
            Varied<Components> color)
            implements LightRule {

        public Directional {
            requireNonNull(elevation, "elevation is null");
            requireNonNull(azimuth, "azimuth is null");
            requireNonNull(illuminance, "illuminance is null");
            requireNonNull(color, "color is null");
        }
    }

    /// A bare bulb.
    ///
    /// @param intensity candela
    record Point(PositionRule position, Varied<Components> intensity, Varied<Components> color) implements LightRule {

        public Point {
            requireNonNull(position, "position is null");
            requireNonNull(intensity, "intensity is null");
            requireNonNull(color, "color is null");
        }
    }

    /// A cone of light.
    ///
    /// @param target where it points
    /// @param intensity candela along the axis
    /// @param innerAngle up to where it is full, from the axis, radians
    /// @param outerAngle from where it is dark, from the axis, radians
    record Spot(
            PositionRule position,
            Varied<Components> target,
            Varied<Components> intensity,
            Varied<Components> innerAngle,
            Varied<Components> outerAngle,
            Varied<Components> color)
            implements LightRule {

        public Spot {
            requireNonNull(position, "position is null");
            requireNonNull(target, "target is null");
            requireNonNull(intensity, "intensity is null");
            requireNonNull(innerAngle, "innerAngle is null");
            requireNonNull(outerAngle, "outerAngle is null");
            requireNonNull(color, "color is null");
        }
    }

    /// A glowing rectangle.
    ///
    /// @param target where its front faces
    /// @param size width and height, metres
    /// @param power radiant power, watts
    record Area(
            PositionRule position,
            Varied<Components> target,
            Varied<Components> size,
            Varied<Components> power,
            Varied<Components> color)
            implements LightRule {

        public Area {
            requireNonNull(position, "position is null");
            requireNonNull(target, "target is null");
            requireNonNull(size, "size is null");
            requireNonNull(power, "power is null");
            requireNonNull(color, "color is null");
        }
    }

    /// A measured panorama.
    ///
    /// @param file a Radiance `.hdr` file in the scene's folder
    /// @param rotation about +Y, radians
    /// @param intensity candela a square metre of a map value of 1
    record Environment(Varied<String> file, Varied<Components> rotation, Varied<Components> intensity)
            implements LightRule {

        public Environment {
            requireNonNull(file, "file is null");
            requireNonNull(rotation, "rotation is null");
            requireNonNull(intensity, "intensity is null");
        }

        @Override
        public boolean surrounds() {
            return true;
        }
    }

    /// Light from all around that is the same everywhere.
    ///
    /// @param radiance linear RGB, candela a square metre
    record Ambient(Varied<Components> radiance) implements LightRule {

        @Override
        public boolean surrounds() {
            return true;
        }

        public Ambient {
            requireNonNull(radiance, "radiance is null");
        }
    }

    /// A clear sky with its sun.
    ///
    /// @param sunElevation above the horizon, radians
    /// @param sunAzimuth about +Y from +Z towards +X, radians
    /// @param turbidity 2 clear to 10 hazy
    /// @param groundAlbedo how bright the ground below the horizon is, 0 to 1
    record Sky(
            Varied<Components> sunElevation,
            Varied<Components> sunAzimuth,
            Varied<Components> turbidity,
            Varied<Components> groundAlbedo)
            implements LightRule {

        public Sky {
            requireNonNull(sunElevation, "sunElevation is null");
            requireNonNull(sunAzimuth, "sunAzimuth is null");
            requireNonNull(turbidity, "turbidity is null");
            requireNonNull(groundAlbedo, "groundAlbedo is null");
        }

        @Override
        public boolean surrounds() {
            return true;
        }
    }
}
