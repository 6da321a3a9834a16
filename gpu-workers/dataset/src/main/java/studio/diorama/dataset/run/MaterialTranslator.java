package studio.diorama.dataset.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.joml.Vector2d;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.frame.ResolvedMaterial;
import studio.diorama.dataset.library.ProceduralTexture;
import studio.diorama.dataset.library.TextureMaps;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.MaterialBuilder;
import studio.diorama.geometry.Texture;
import studio.diorama.geometry.TextureUse;

/// Changes a model's materials as a frame says. Texture coordinates of built-in assets are in metres, so a built-in
/// texture keeps its real size on them.
final class MaterialTranslator {

    /// Kept, for the renderer knows textures by identity.
    private final Map<String, TextureMaps> maps = new ConcurrentHashMap<>();

    Material translate(Material own, ResolvedMaterial change) {
        MaterialBuilder builder = own.toBuilder();
        if (!change.texture().isEmpty()) {
            dress(builder, change.texture());
        }
        change.factors().forEach((name, values) -> set(builder, own, name, values));
        return builder.build();
    }

    private static void set(MaterialBuilder builder, Material own, String name, List<Double> values) {
        float first = values.getFirst().floatValue();
        switch (name) {
            case "baseColor" ->
                builder.baseColour(
                        first,
                        values.get(1).floatValue(),
                        values.get(2).floatValue(),
                        own.baseColour().w());
            case "metallic" -> builder.metallic(first);
            case "roughness" -> builder.roughness(first);
            case "emissive" ->
                builder.emissive(
                        first, values.get(1).floatValue(), values.get(2).floatValue(), 1);
            default ->
                throw new DioramaException(
                        ErrorCode.DAMAGED, "Expected a material factor, got '%s' in a frame's file.".formatted(name));
        }
    }

    private void dress(MaterialBuilder builder, String texture) {
        ProceduralTexture known = named(texture);
        TextureMaps pictures = maps.computeIfAbsent(texture, name -> known.maps());
        builder.baseColour(1, 1, 1, 1)
                .metallic(1)
                .roughness(1)
                .baseColourTexture(tiled(pictures.baseColour(), known.tileMetres()))
                .metallicRoughnessTexture(tiled(pictures.metallicRoughness(), known.tileMetres()))
                .normalTexture(tiled(pictures.normal(), known.tileMetres()), 1);
    }

    private static TextureUse tiled(Texture texture, double tileMetres) {
        return TextureUse.of(texture).withTransform(new Vector2d(), new Vector2d(1 / tileMetres, 1 / tileMetres), 0);
    }

    /// @throws DioramaException where there is no such texture
    static ProceduralTexture named(String label) {
        return Arrays.stream(ProceduralTexture.values())
                .filter(texture -> texture.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "Expected one of the textures %s, got '%s'."
                                .formatted(
                                        Arrays.stream(ProceduralTexture.values())
                                                .map(ProceduralTexture::label)
                                                .toList(),
                                        label)));
    }
}
