package studio.diorama.dataset.sampling;

/// Equally likely in each octave between two positive bounds: for sizes, powers and distances.
public record LogUniform(Components low, Components high) implements NumberRandomiser {

    public LogUniform {
        NumberRandomiser.requireOrdered(low, high);
        if (low.values().stream().anyMatch(bound -> bound <= 0)) {
            throw new IllegalArgumentException("Expected bounds above 0 for logUniform, got " + low.values());
        }
    }

    @Override
    public int dimensions() {
        return low.size();
    }

    @Override
    public Components draw(Ticket ticket) {
        double[] values = new double[low.size()];
        for (int axis = 0; axis < values.length; axis++) {
            double octaves = StrictMath.log(high.get(axis) / low.get(axis));
            double value =
                    low.get(axis) * StrictMath.exp(octaves * ticket.random().nextDouble());
            values[axis] = Math.clamp(value, low.get(axis), high.get(axis));
        }
        return Components.of(values);
    }
}
