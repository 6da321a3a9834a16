package studio.diorama.dataset.scene;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import studio.diorama.dataset.sampling.Components;
import studio.diorama.dataset.sampling.Varied;

/// What an object changes on its model's materials; what is absent stays as the model has it.
///
/// @param baseColor linear RGB, 0 to 1
/// @param metallic 0 to 1
/// @param roughness 0 to 1
/// @param emissive linear RGB, candela a square metre
/// @param texture the name of a built-in material
public record MaterialRule(
        Optional<Varied<Components>> baseColor,
        Optional<Varied<Components>> metallic,
        Optional<Varied<Components>> roughness,
        Optional<Varied<Components>> emissive,
        Optional<Varied<String>> texture) {

    /// The model's own materials.
    public static final MaterialRule UNCHANGED =
            new MaterialRule(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public MaterialRule {
        requireNonNull(baseColor, "baseColor is null");
        requireNonNull(metallic, "metallic is null");
        requireNonNull(roughness, "roughness is null");
        requireNonNull(emissive, "emissive is null");
        requireNonNull(texture, "texture is null");
    }
}
