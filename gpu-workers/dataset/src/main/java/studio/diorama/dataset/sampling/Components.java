package studio.diorama.dataset.sampling;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/// A number or a short vector of numbers.
///
/// @param values one number or one per axis, all finite
public record Components(List<Double> values) {

    public Components {
        values = List.copyOf(requireNonNull(values, "values is null"));
        if (values.isEmpty() || values.stream().anyMatch(value -> !Double.isFinite(value))) {
            throw new IllegalArgumentException("Expected one or more finite numbers, got " + values);
        }
    }

    public static Components of(double... values) {
        return new Components(Arrays.stream(values).boxed().toList());
    }

    public int size() {
        return values.size();
    }

    public double get(int axis) {
        return values.get(axis);
    }

    /// The only number.
    public double single() {
        if (values.size() != 1) {
            throw new IllegalStateException("Expected one number, got " + values);
        }
        return values.getFirst();
    }
}
