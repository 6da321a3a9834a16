package studio.diorama.dataset.frame;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is changed on a model's materials.
///
/// @param factors `baseColor` and `emissive` (3 numbers), `metallic` and `roughness` (1); absent ones stay
/// @param texture the name of a built-in material; empty for the model's own
public record ResolvedMaterial(Map<String, List<Double>> factors, String texture) {

    public ResolvedMaterial {
        factors = new TreeMap<>(requireNonNull(factors, "factors is null"));
        requireNonNull(texture, "texture is null");
    }

    public boolean isUnchanged() {
        return factors.isEmpty() && texture.isEmpty();
    }
}
