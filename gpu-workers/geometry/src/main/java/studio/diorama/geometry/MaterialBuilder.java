package studio.diorama.geometry;

import java.util.Optional;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.joml.Vector4f;
import org.joml.Vector4fc;

/// Collects a [Material]; a texture of `null` takes the texture away.
public final class MaterialBuilder {

    private String name = "";
    private Vector4fc baseColour = new Vector4f(1);
    private Optional<TextureUse> baseColourTexture = Optional.empty();
    private float metallic;
    private float roughness = 1;
    private Optional<TextureUse> metallicRoughnessTexture = Optional.empty();
    private Optional<TextureUse> normalTexture = Optional.empty();
    private float normalScale = 1;
    private Optional<TextureUse> occlusionTexture = Optional.empty();
    private float occlusionStrength = 1;
    private Vector3fc emissive = new Vector3f();
    private float emissiveStrength = 1;
    private Optional<TextureUse> emissiveTexture = Optional.empty();
    private AlphaMode alphaMode = AlphaMode.OPAQUE;
    private float alphaCutoff = 0.5f;
    private boolean doubleSided;
    private boolean unlit;
    private float transmission;
    private float ior = 1.5f;

    MaterialBuilder() {}

    MaterialBuilder(Material material) {
        name = material.name();
        baseColour = material.baseColour();
        baseColourTexture = material.baseColourTexture();
        metallic = material.metallic();
        roughness = material.roughness();
        metallicRoughnessTexture = material.metallicRoughnessTexture();
        normalTexture = material.normalTexture();
        normalScale = material.normalScale();
        occlusionTexture = material.occlusionTexture();
        occlusionStrength = material.occlusionStrength();
        emissive = material.emissive();
        emissiveStrength = material.emissiveStrength();
        emissiveTexture = material.emissiveTexture();
        alphaMode = material.alphaMode();
        alphaCutoff = material.alphaCutoff();
        doubleSided = material.doubleSided();
        unlit = material.unlit();
        transmission = material.transmission();
        ior = material.ior();
    }

    public MaterialBuilder name(String value) {
        name = value;
        return this;
    }

    public MaterialBuilder baseColour(float red, float green, float blue, float alpha) {
        baseColour = new Vector4f(red, green, blue, alpha);
        return this;
    }

    public MaterialBuilder baseColourTexture(TextureUse value) {
        baseColourTexture = Optional.ofNullable(value);
        return this;
    }

    public MaterialBuilder metallic(float value) {
        metallic = value;
        return this;
    }

    public MaterialBuilder roughness(float value) {
        roughness = value;
        return this;
    }

    public MaterialBuilder metallicRoughnessTexture(TextureUse value) {
        metallicRoughnessTexture = Optional.ofNullable(value);
        return this;
    }

    public MaterialBuilder normalTexture(TextureUse value, float scale) {
        normalTexture = Optional.ofNullable(value);
        normalScale = scale;
        return this;
    }

    public MaterialBuilder occlusionTexture(TextureUse value, float strength) {
        occlusionTexture = Optional.ofNullable(value);
        occlusionStrength = strength;
        return this;
    }

    public MaterialBuilder emissive(float red, float green, float blue, float strength) {
        emissive = new Vector3f(red, green, blue);
        emissiveStrength = strength;
        return this;
    }

    public MaterialBuilder emissiveTexture(TextureUse value) {
        emissiveTexture = Optional.ofNullable(value);
        return this;
    }

    public MaterialBuilder alpha(AlphaMode mode, float cutoff) {
        alphaMode = mode;
        alphaCutoff = cutoff;
        return this;
    }

    public MaterialBuilder doubleSided(boolean value) {
        doubleSided = value;
        return this;
    }

    public MaterialBuilder unlit(boolean value) {
        unlit = value;
        return this;
    }

    public MaterialBuilder transmission(float value) {
        transmission = value;
        return this;
    }

    public MaterialBuilder ior(float value) {
        ior = value;
        return this;
    }

    public Material build() {
        return new Material(
                name,
                baseColour,
                baseColourTexture,
                metallic,
                roughness,
                metallicRoughnessTexture,
                normalTexture,
                normalScale,
                occlusionTexture,
                occlusionStrength,
                emissive,
                emissiveStrength,
                emissiveTexture,
                alphaMode,
                alphaCutoff,
                doubleSided,
                unlit,
                transmission,
                ior);
    }
}
