package studio.diorama.dataset.scene;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import studio.diorama.dataset.sampling.Components;
import studio.diorama.dataset.sampling.Varied;

/// What is in the air and on the surfaces. Geometric labels always name the solid surface behind it.
///
/// @param fogVisibility metres at which contrast falls to 5 %; absent in clear air
/// @param fogHeight metres above y = 0 at which fog has thinned to 1/e; absent for fog without an upper end
/// @param rain millimetres an hour
/// @param snow melted millimetres an hour
/// @param wet how wet surfaces are, 0 to 1
/// @param snowCover how much of what faces up lies under snow, 0 to 1
public record WeatherRule(
        Optional<Varied<Components>> fogVisibility,
        Optional<Varied<Components>> fogHeight,
        Varied<Components> rain,
        Varied<Components> snow,
        Varied<Components> wet,
        Varied<Components> snowCover) {

    public WeatherRule {
        requireNonNull(fogVisibility, "fogVisibility is null");
        requireNonNull(fogHeight, "fogHeight is null");
        requireNonNull(rain, "rain is null");
        requireNonNull(snow, "snow is null");
        requireNonNull(wet, "wet is null");
        requireNonNull(snowCover, "snowCover is null");
    }
}
