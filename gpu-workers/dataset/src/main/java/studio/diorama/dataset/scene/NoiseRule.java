package studio.diorama.dataset.scene;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;
import studio.diorama.dataset.sampling.Components;
import studio.diorama.dataset.sampling.Varied;

/// What is added to a finished picture. The models that a process knows decide which parameters they take.
///
/// @param model `none`, `poissonGaussian`, or the name of a model that the process plugs in
/// @param numbers parameters that are numbers, such as `iso`
/// @param texts parameters that are names, such as `camera`
public record NoiseRule(String model, Map<String, Varied<Components>> numbers, Map<String, Varied<String>> texts) {

    /// A perfect sensor.
    public static final NoiseRule NONE = new NoiseRule("none", Map.of(), Map.of());

    public NoiseRule {
        requireNonNull(model, "model is null");
        numbers = Map.copyOf(new TreeMap<>(numbers));
        texts = Map.copyOf(new TreeMap<>(texts));
    }
}
