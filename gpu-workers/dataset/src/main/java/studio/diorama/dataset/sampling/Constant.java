package studio.diorama.dataset.sampling;

import static java.util.Objects.requireNonNull;

/// Always the same value.
///
/// @param value what each draw gives
public record Constant<T>(T value) implements Randomiser<T> {

    public Constant {
        requireNonNull(value, "value is null");
    }

    @Override
    public T draw(Ticket ticket) {
        return value;
    }
}
