package studio.diorama.dataset.scene;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import studio.diorama.dataset.sampling.Components;
import studio.diorama.dataset.sampling.Varied;

/// What hangs in the air.
///
/// @param fogVisibility metres at which contrast falls to 5 %; absent in clear air
public record WeatherRule(Optional<Varied<Components>> fogVisibility) {

    public WeatherRule {
        requireNonNull(fogVisibility, "fogVisibility is null");
    }
}
