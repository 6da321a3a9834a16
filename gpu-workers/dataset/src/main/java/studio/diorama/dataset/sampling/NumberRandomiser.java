package studio.diorama.dataset.sampling;

import java.util.List;

/// A distribution of numbers or of vectors whose axes are drawn independently.
public sealed interface NumberRandomiser extends Randomiser<Components>
        permits Uniform, UniformInt, LogUniform, Normal, PerAxis {

    /// How many numbers a draw gives.
    int dimensions();

    /// Checks that two bounds have the same axes and stand in order.
    static void requireOrdered(Components low, Components high) {
        requireSameSize(List.of(low, high));
        for (int axis = 0; axis < low.size(); axis++) {
            if (low.get(axis) > high.get(axis)) {
                throw new IllegalArgumentException(
                        "Expected a lower bound below its upper bound, got %s and %s: swap them"
                                .formatted(low.get(axis), high.get(axis)));
            }
        }
    }

    /// Checks that several vectors have the same axes.
    static void requireSameSize(List<Components> vectors) {
        if (vectors.stream().mapToInt(Components::size).distinct().count() != 1) {
            throw new IllegalArgumentException("Expected vectors of one size, got " + vectors);
        }
    }
}
