package studio.diorama.dataset.sampling;

import java.util.List;
import java.util.Map;

/// A value that is drawn: a constant, a distribution of numbers, or a choice between others.
///
/// @param <T> what a draw gives: a [Components] for numbers and vectors, a [String] for names
public sealed interface Randomiser<T> permits Constant, Choice, NumberRandomiser {

    /// One value, drawn from `ticket` alone.
    T draw(Ticket ticket);

    /// Whether each draw gives the same value.
    default boolean isConstant() {
        return this instanceof Constant;
    }

    /// A constant number or vector.
    static Randomiser<Components> constant(double... values) {
        return new Constant<>(Components.of(values));
    }

    /// Equal shares between names, which is the usual way to pick an asset.
    static Randomiser<String> oneOf(List<String> names) {
        return Choice.equalShares(
                names.stream().<Randomiser<String>>map(Constant::new).toList());
    }

    /// The portions that a choice took on the way to its value are noted here, from the outermost in.
    @FunctionalInterface
    interface ChoiceSink {

        /// Nobody wants to know.
        ChoiceSink NONE = portion -> {};

        void took(int portion);
    }

    /// What one draw may use.
    ///
    /// @param random the numbers of this draw
    /// @param stratum where this draw stands among all draws of its kind, for choices with exact quotas
    /// @param choices told each portion that was taken
    record Ticket(RandomStream random, Stratum stratum, ChoiceSink choices) {

        Ticket within(Stratum inner) {
            return new Ticket(random, inner, choices);
        }
    }

    /// The rank of one draw in a seeded shuffle of all `size` draws of its kind.
    ///
    /// @param rank 0 to size - 1
    /// @param size how many draws of this kind the dataset makes, at least 1
    record Stratum(long rank, long size) {

        public Stratum {
            if (size < 1 || rank < 0 || rank >= size) {
                throw new IllegalArgumentException(
                        "Expected a rank below a positive size; got " + Map.of("rank", rank, "size", size));
            }
        }
    }
}
