package studio.diorama.render.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.TextureUse;
import studio.diorama.render.Camera;
import studio.diorama.render.Layer;
import studio.diorama.render.Light;
import studio.diorama.render.RenderOptions;
import studio.diorama.render.Weather;

/// What a frame has, as names for its shaders. Software drivers execute both ways of every branch, so whatever a frame
/// does not have is left out of its programs.
final class Features {

    private final List<String> defines = new ArrayList<>();

    private Features() {}

    static Features of(
            Camera camera, Weather weather, RenderOptions options, List<DrawEntry> draws, LightTable lights) {
        Features features = new Features();
        features.add("BENT_LENS", !camera.distortion().isNone());
        List<Material> materials =
                draws.stream().map(draw -> draw.part().material()).toList();
        boolean colour = any(materials, Material::baseColourTexture);
        boolean roughness = any(materials, Material::metallicRoughnessTexture);
        boolean normal = any(materials, Material::normalTexture);
        boolean openness = any(materials, Material::occlusionTexture);
        boolean emission = any(materials, Material::emissiveTexture);
        features.add("TEXTURED", colour || roughness || normal || openness || emission);
        features.add("COLOUR_MAPPED", colour);
        features.add("ROUGHNESS_MAPPED", roughness);
        features.add("NORMAL_MAPPED", normal);
        features.add("OPENNESS_MAPPED", openness);
        features.add("EMISSION_MAPPED", emission);
        features.add("TINTED", draws.stream().anyMatch(DrawEntry::isTinted));
        features.add("WEATHERED", weather.wet() > 0 || weather.snowCover() > 0);
        features.add("FOGGY", weather.hasFog());
        features.add("RAINING", weather.hasParticles());
        features.add("OCCLUDED", options.ambientOcclusion());
        features.add("SOURCES", !lights.lights().isEmpty());
        features.add("RECTANGLES", lights.lights().stream().anyMatch(light -> light instanceof Light.Area));
        features.add("SHADOWED", !lights.views().isEmpty());
        return features;
    }

    private void add(String name, boolean there) {
        if (there) {
            defines.add(name);
        }
    }

    private static boolean any(List<Material> materials, Function<Material, Optional<TextureUse>> map) {
        return materials.stream().anyMatch(material -> map.apply(material).isPresent());
    }

    /// The names, and what else a program is to know.
    String[] with(String... more) {
        List<String> all = new ArrayList<>(defines);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /// The name that tells a program which layers are made.
    static String wanted(Set<Layer> layers) {
        int bits = 0;
        for (Layer layer : layers) {
            bits |= 1 << layer.ordinal();
        }
        return "WANTED 0x%xu".formatted(bits);
    }
}
