package studio.diorama.tensor.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What validation found.
///
/// @param decisive the name of the one that says which parameters are best; smaller is better
/// @param values finite numbers by name
public record Figures(String decisive, Map<String, Double> values) {

    public Figures {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        if (!values.containsKey(decisive)) {
            throw new IllegalArgumentException("no figure \"%s\" among %s".formatted(decisive, values.keySet()));
        }
        values.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("validation's \"%s\" is %s".formatted(name, value));
            }
        });
    }

    public static Figures of(String name, double value) {
        return new Figures(name, Map.of(name, value));
    }

    double decisiveValue() {
        return values.get(decisive);
    }
}
