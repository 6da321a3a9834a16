package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.joml.Vector4f;
import org.joml.Vector4fc;

/// How a surface answers light: glTF's metallic-roughness model, with five of its extensions.
///
/// Factors are linear; base colour and emission textures hold sRGB, all others plain numbers.
///
/// @param name for people; may be empty
/// @param baseColour linear red, green, blue, alpha, each 0 to 1
/// @param baseColourTexture multiplies `baseColour`
/// @param metallic 0 dielectric to 1 metal
/// @param roughness 0 mirror to 1 matt; its square is the width of the GGX lobe
/// @param metallicRoughnessTexture green multiplies `roughness`, blue `metallic`
/// @param normalTexture tangent-space normals, green upwards
/// @param normalScale multiplies the normals' x and y
/// @param occlusionTexture red: the share of indirect light that arrives
/// @param occlusionStrength 0 leaves occlusion out, 1 takes it as it is
/// @param emissive linear red, green, blue of the light sent out, each 0 to 1
/// @param emissiveStrength multiplies `emissive` (`KHR_materials_emissive_strength`)
/// @param emissiveTexture multiplies `emissive`
/// @param alphaMode what alpha means
/// @param alphaCutoff of [AlphaMode#MASK]: alpha below it is a hole
/// @param doubleSided whether back faces are seen, with their normals turned round
/// @param unlit shows its base colour whatever the light (`KHR_materials_unlit`)
/// @param transmission share of light let through instead of scattered (`KHR_materials_transmission`)
/// @param ior index of refraction, 1.5 for most things (`KHR_materials_ior`)
public record Material(
        String name,
        Vector4fc baseColour,
        Optional<TextureUse> baseColourTexture,
        float metallic,
        float roughness,
        Optional<TextureUse> metallicRoughnessTexture,
        Optional<TextureUse> normalTexture,
        float normalScale,
        Optional<TextureUse> occlusionTexture,
        float occlusionStrength,
        Vector3fc emissive,
        float emissiveStrength,
        Optional<TextureUse> emissiveTexture,
        AlphaMode alphaMode,
        float alphaCutoff,
        boolean doubleSided,
        boolean unlit,
        float transmission,
        float ior) {

    /// White, dielectric, matt.
    public static final Material DEFAULT = new MaterialBuilder().build();

    public Material {
        requireNonNull(name, "name is null");
        baseColour = new Vector4f(requireNonNull(baseColour, "baseColour is null"));
        emissive = new Vector3f(requireNonNull(emissive, "emissive is null"));
        requireNonNull(baseColourTexture, "baseColourTexture is null");
        requireNonNull(metallicRoughnessTexture, "metallicRoughnessTexture is null");
        requireNonNull(normalTexture, "normalTexture is null");
        requireNonNull(occlusionTexture, "occlusionTexture is null");
        requireNonNull(emissiveTexture, "emissiveTexture is null");
        requireNonNull(alphaMode, "alphaMode is null");
        for (int i = 0; i < 4; i++) {
            requireRange("base colour", baseColour.get(i), 0, 1);
        }
        for (int i = 0; i < 3; i++) {
            requireRange("emissive colour", emissive.get(i), 0, 1);
        }
        requireRange("metallic", metallic, 0, 1);
        requireRange("roughness", roughness, 0, 1);
        requireRange("normal scale", normalScale, -Float.MAX_VALUE, Float.MAX_VALUE);
        requireRange("occlusion strength", occlusionStrength, 0, 1);
        requireRange("emissive strength", emissiveStrength, 0, Float.MAX_VALUE);
        requireRange("alpha cut-off", alphaCutoff, 0, Float.MAX_VALUE);
        requireRange("transmission", transmission, 0, 1);
        requireRange("index of refraction", ior, 1, Float.MAX_VALUE);
    }

    private static void requireRange(String what, float value, float least, float most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("%s from %s to %s expected, got %s".formatted(what, least, most, value));
        }
    }

    /// Starts a material that is white, dielectric and matt.
    public static MaterialBuilder builder(String name) {
        return new MaterialBuilder().name(name);
    }

    /// A matt dielectric of one linear colour.
    public static Material of(String name, float red, float green, float blue) {
        return builder(name).baseColour(red, green, blue, 1).build();
    }

    /// Starts a material from all that this one has.
    public MaterialBuilder toBuilder() {
        return new MaterialBuilder(this);
    }

    public Material withName(String other) {
        return toBuilder().name(other).build();
    }

    public Material withBaseColour(float red, float green, float blue, float alpha) {
        return toBuilder().baseColour(red, green, blue, alpha).build();
    }

    public Material withBaseColourTexture(Texture texture) {
        return toBuilder().baseColourTexture(TextureUse.of(texture)).build();
    }

    public Material withMetallicRoughness(float newMetallic, float newRoughness) {
        return toBuilder().metallic(newMetallic).roughness(newRoughness).build();
    }

    public Material withEmission(float red, float green, float blue, float strength) {
        return toBuilder().emissive(red, green, blue, strength).build();
    }

    public Material withAlpha(AlphaMode mode, float cutoff) {
        return toBuilder().alpha(mode, cutoff).build();
    }

    public Material withDoubleSided(boolean seen) {
        return toBuilder().doubleSided(seen).build();
    }
}
