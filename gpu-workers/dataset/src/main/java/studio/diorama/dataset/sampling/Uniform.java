package studio.diorama.dataset.sampling;

/// Equally likely anywhere between two bounds, axis by axis.
public record Uniform(Components low, Components high) implements NumberRandomiser {

    public Uniform {
        NumberRandomiser.requireOrdered(low, high);
    }

    @Override
    public int dimensions() {
        return low.size();
    }

    @Override
    public Components draw(Ticket ticket) {
        double[] values = new double[low.size()];
        for (int axis = 0; axis < values.length; axis++) {
            values[axis] = low.get(axis)
                    + (high.get(axis) - low.get(axis)) * ticket.random().nextDouble();
        }
        return Components.of(values);
    }
}
