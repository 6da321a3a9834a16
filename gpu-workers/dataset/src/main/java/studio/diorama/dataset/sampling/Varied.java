package studio.diorama.dataset.sampling;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// A field of a scene: what it is drawn from, how long a draw stays, and what it is tied to.
///
/// @param randomiser where its values come from
/// @param period how long a value stays
/// @param seedName fields with the same name draw the same numbers; such a field is never drawn again by a constraint
public record Varied<T>(Randomiser<T> randomiser, Period period, Optional<String> seedName) {

    public Varied {
        requireNonNull(randomiser, "randomiser is null");
        requireNonNull(period, "period is null");
        requireNonNull(seedName, "seedName is null");
    }

    /// A field drawn per clip and tied to nothing.
    public static <T> Varied<T> of(Randomiser<T> randomiser) {
        return new Varied<>(randomiser, Period.CLIP, Optional.empty());
    }

    /// A field that never varies.
    public static Varied<Components> constant(double... values) {
        return of(Randomiser.constant(values));
    }

    /// Whether another try can give another value within the same frame.
    public boolean canBeRedrawn() {
        return !randomiser.isConstant() && period != Period.DATASET && seedName.isEmpty();
    }
}
