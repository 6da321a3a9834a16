package studio.diorama.dataset.sampling;

import java.util.List;

/// A bell curve whose tails are pulled in to two bounds.
///
/// @param mean the middle
/// @param deviation the standard deviation before clamping, at least 0
/// @param low values below become this
/// @param high values above become this
public record Normal(Components mean, Components deviation, Components low, Components high)
        implements NumberRandomiser {

    public Normal {
        NumberRandomiser.requireSameSize(List.of(mean, deviation, low, high));
        NumberRandomiser.requireOrdered(low, high);
        if (deviation.values().stream().anyMatch(value -> value < 0)) {
            throw new IllegalArgumentException("Expected a deviation of at least 0, got " + deviation.values());
        }
    }

    @Override
    public int dimensions() {
        return mean.size();
    }

    @Override
    public Components draw(Ticket ticket) {
        double[] values = new double[mean.size()];
        for (int axis = 0; axis < values.length; axis++) {
            double value =
                    mean.get(axis) + deviation.get(axis) * ticket.random().nextGaussian();
            values[axis] = Math.clamp(value, low.get(axis), high.get(axis));
        }
        return Components.of(values);
    }
}
