package studio.diorama.dataset.sampling;

/// A whole number between two bounds, both included.
public record UniformInt(long low, long high) implements NumberRandomiser {

    /// Doubles hold whole numbers exactly up to here.
    private static final long LARGEST = 1L << 53;

    public UniformInt {
        if (low > high || low < -LARGEST || high > LARGEST) {
            throw new IllegalArgumentException(
                    "Expected a lower bound at or below its upper bound, got %d and %d".formatted(low, high));
        }
    }

    @Override
    public int dimensions() {
        return 1;
    }

    @Override
    public Components draw(Ticket ticket) {
        return Components.of(low + ticket.random().nextBelow(high - low + 1));
    }
}
