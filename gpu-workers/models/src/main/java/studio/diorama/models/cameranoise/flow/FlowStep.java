package studio.diorama.models.cameranoise.flow;

import static java.util.Objects.requireNonNull;

/// One invertible step and its place.
///
/// @param index the number in its parameters' names
/// @param kind what it does
/// @param parity of a checkerboard: pixels with (x + y) mod 2 = parity are transformed, the others decide how; 0 for
/// the other kinds
public record FlowStep(int index, StepKind kind, int parity) {

    public FlowStep {
        requireNonNull(kind, "kind is null");
        if (index < 0 || parity < 0 || parity > 1) {
            throw new IllegalArgumentException("index %d or parity %d out of range".formatted(index, parity));
        }
    }

    /// The full name of one of its parameters.
    public String parameter(String name) {
        return "steps.%d.%s".formatted(index, name);
    }
}
