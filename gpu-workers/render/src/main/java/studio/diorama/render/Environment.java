package studio.diorama.render;

import static java.util.Objects.requireNonNull;

import org.joml.Vector3d;
import org.joml.Vector3dc;

/// Light from all around, which is also what is seen behind everything.
public sealed interface Environment {

    /// No light and a black background.
    Environment DARK = new Uniform(new Vector3d());

    /// The same light from everywhere.
    ///
    /// @param luminance linear colour, candela per square metre
    record Uniform(Vector3dc luminance) implements Environment {
        public Uniform {
            luminance = new Vector3d(requireNonNull(luminance, "luminance is null"));
            if (!luminance.isFinite() || luminance.x() < 0 || luminance.y() < 0 || luminance.z() < 0) {
                throw new IllegalArgumentException("environment: luminance from 0 expected, got " + luminance);
            }
        }
    }

    /// A measured panorama. Kept by identity: use the same map object in many scenes.
    ///
    /// @param map linear light
    /// @param rotationRadians about +y; at 0 the middle of the map is seen along -z
    /// @param intensity candela per square metre of a map value of 1
    record Panorama(HdrMap map, double rotationRadians, double intensity) implements Environment {
        public Panorama {
            requireNonNull(map, "map is null");
            if (!Double.isFinite(rotationRadians) || !(intensity >= 0 && Double.isFinite(intensity))) {
                throw new IllegalArgumentException("environment: a finite rotation and an intensity from 0 expected,"
                        + " got %s and %s".formatted(rotationRadians, intensity));
            }
        }
    }

    /// A clear sky with its sun (Preetham et al., *A Practical Analytic Model for Daylight*, 1999).
    ///
    /// @param sunDirection towards the sun; below the horizon it is night
    /// @param turbidity haze: 2 is very clear, 3 clear, 6 hazy; 1.7..10
    /// @param groundAlbedo how bright the ground below the horizon is, 0..1
    record Sky(Vector3dc sunDirection, double turbidity, double groundAlbedo) implements Environment {
        public Sky {
            sunDirection = new Vector3d(requireNonNull(sunDirection, "sunDirection is null"));
            if (!sunDirection.isFinite() || sunDirection.length() == 0) {
                throw new IllegalArgumentException("sun: a direction expected, got " + sunDirection);
            }
            sunDirection = new Vector3d(sunDirection).normalize();
            if (!(turbidity >= 1.7 && turbidity <= 10)) {
                throw new IllegalArgumentException("turbidity: 1.7..10 expected, got " + turbidity);
            }
            if (!(groundAlbedo >= 0 && groundAlbedo <= 1)) {
                throw new IllegalArgumentException("ground albedo: 0..1 expected, got " + groundAlbedo);
            }
        }
    }
}
