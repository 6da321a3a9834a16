package studio.diorama.tensor.weights;

import java.util.Optional;

/// What a tensor may be called.
final class TensorNames {

    static final int LONGEST = 512;

    /// The key that safetensors keeps for texts.
    static final String METADATA = "__metadata__";

    private TensorNames() {}

    /// What is wrong with a name, in words; empty where nothing is.
    static Optional<String> fault(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.of("a tensor's name has 1 to %d characters, got %d".formatted(LONGEST, name.length()));
        }
        if (name.equals(METADATA)) {
            return Optional.of("no tensor can be called " + METADATA);
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("a tensor's name has no control characters, got " + Untrusted.quoted(name));
        }
        return Optional.empty();
    }
}
