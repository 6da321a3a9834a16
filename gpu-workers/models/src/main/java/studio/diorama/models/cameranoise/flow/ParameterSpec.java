package studio.diorama.models.cameranoise.flow;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// One tensor of a flow's weights: its name, shape and how it starts.
///
/// @param name in files and in the optimiser
/// @param shape outermost first
/// @param trained whether the optimiser changes it; running statistics and permutations are only kept
/// @param start what it holds before training
public record ParameterSpec(String name, List<Integer> shape, boolean trained, Start start) {

    public ParameterSpec {
        requireNonNull(name, "name is null");
        shape = List.copyOf(requireNonNull(shape, "shape is null"));
        requireNonNull(start, "start is null");
    }

    /// How many numbers it holds.
    public int size() {
        return shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
    }

    /// What a tensor holds before training.
    public sealed interface Start {

        /// The same number everywhere.
        record Constant(double value) implements Start {}

        /// Independent Gaussian numbers of mean 0.
        record Gaussian(double deviation) implements Start {}

        /// A part of the PLU decomposition of a random rotation; the parts of one step share a rotation.
        record RotationPart(String step, Part part) implements Start {}
    }

    /// W = P (L + I)(U + diag(sign · exp(logDiagonal))), L strictly lower, U strictly upper.
    public enum Part {
        PERMUTATION,
        LOWER,
        UPPER,
        SIGN,
        LOG_DIAGONAL
    }
}
