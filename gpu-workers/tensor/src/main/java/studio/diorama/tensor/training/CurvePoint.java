package studio.diorama.tensor.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What was seen after a step: losses, or validation's figures, or both.
///
/// @param step steps done, from 1
/// @param losses of that step's batch by name, `total` among them; empty for a mere validation
/// @param learningRate of that step
/// @param gradientNorm of all gradients together before clipping
/// @param figures of a validation; empty where there was none
/// @param seconds of training up to here, pauses left out
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CurvePoint(
        long step,
        Map<String, Double> losses,
        double learningRate,
        double gradientNorm,
        Map<String, Double> figures,
        double seconds) {

    public CurvePoint {
        losses = losses == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(losses));
        figures = figures == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}
