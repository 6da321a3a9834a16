package studio.diorama.render.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.diorama.geometry.Material;
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
        features.add(
                "TEXTURED",
                draws.stream().anyMatch(draw -> isTextured(draw.part().material())));
        features.add(
                "NORMAL_MAPPED",
                draws.stream()
                        .anyMatch(draw -> draw.part().material().normalTexture().isPresent()));
        features.add(
                "TINTED",
                draws.stream().anyMatch(draw -> draw.meshNow().colours().isPresent()));
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

    private static boolean isTextured(Material material) {
        return List.of(
                        material.baseColourTexture(),
                        material.metallicRoughnessTexture(),
                        material.normalTexture(),
                        material.occlusionTexture(),
                        material.emissiveTexture())
                .stream()
                .anyMatch(Optional::isPresent);
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
