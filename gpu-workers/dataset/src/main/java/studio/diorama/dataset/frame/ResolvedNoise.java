package studio.diorama.dataset.frame;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/// The noise of a picture, every value fixed.
///
/// @param model its name
/// @param numbers its parameters that are numbers
/// @param texts its parameters that are names
/// @param seed what it is drawn from
public record ResolvedNoise(String model, Map<String, Double> numbers, Map<String, String> texts, long seed) {

    public ResolvedNoise {
        requireNonNull(model, "model is null");
        numbers = new TreeMap<>(requireNonNull(numbers, "numbers is null"));
        texts = new TreeMap<>(requireNonNull(texts, "texts is null"));
    }

    /// Whether pictures stay as they are.
    public boolean isNone() {
        return model.equals("none");
    }
}
