package studio.diorama.tensor.training;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.diorama.tensor.Tensor;

/// What training makes smaller.
///
/// @param total a single number, recorded
/// @param terms the single numbers it is made of, by name, for the curves; may be empty
public record Losses(Tensor total, Map<String, Tensor> terms) {

    public Losses {
        requireNonNull(total, "total is null");
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
        if (terms.containsKey("total")) {
            throw new IllegalArgumentException("the term \"total\" is the sum's own name");
        }
    }

    public static Losses of(Tensor total) {
        return new Losses(total, Map.of());
    }

    /// The numbers, the sum first under `total`.
    Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("total", total.item());
        terms.forEach((name, term) -> numbers.put(name, term.item()));
        return numbers;
    }
}
