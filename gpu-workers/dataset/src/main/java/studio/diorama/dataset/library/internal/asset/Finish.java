package studio.diorama.dataset.library.internal.asset;

import org.joml.Vector2d;
import studio.diorama.dataset.library.ProceduralTexture;
import studio.diorama.dataset.library.TextureMaps;
import studio.diorama.dataset.library.internal.texture.Colour;
import studio.diorama.geometry.AlphaMode;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.MaterialBuilder;
import studio.diorama.geometry.TextureUse;

/// Materials in the words of whoever makes a thing.
public final class Finish {

    private Finish() {}

    /// A plain dielectric, from gloss (0) to matt (1).
    public static Material plain(String name, int rgb, double roughness) {
        return colour(name, rgb).roughness((float) roughness).build();
    }

    /// Bare metal of a colour.
    public static Material metal(String name, int rgb, double roughness) {
        return colour(name, rgb).metallic(1).roughness((float) roughness).build();
    }

    /// Clear or tinted glass.
    public static Material glass(String name, int rgb) {
        return colour(name, rgb).roughness(0.02f).transmission(0.95f).ior(1.5f).build();
    }

    /// Something that shines of itself; `strength` 1 is as bright as white paper in full light.
    public static Material glow(String name, int rgb, double strength) {
        float[] linear = Colour.hex(rgb).linear();
        return colour(name, rgb)
                .roughness(0.4f)
                .emissive(linear[0], linear[1], linear[2], (float) strength)
                .build();
    }

    /// A texture as it is.
    public static Material of(ProceduralTexture texture) {
        return of(texture, 0xFFFFFF);
    }

    /// A texture dyed by a colour.
    public static Material of(ProceduralTexture texture, int rgb) {
        TextureMaps maps = texture.maps();
        MaterialBuilder builder = colour(texture.label(), rgb)
                .metallic(1)
                .roughness(1)
                .baseColourTexture(TextureUse.of(maps.baseColour()).withTransform(new Vector2d(), scale(texture), 0))
                .normalTexture(TextureUse.of(maps.normal()).withTransform(new Vector2d(), scale(texture), 0), 1)
                .metallicRoughnessTexture(
                        TextureUse.of(maps.metallicRoughness()).withTransform(new Vector2d(), scale(texture), 0));
        if (maps.baseColour().hasAlpha()) {
            builder.alpha(AlphaMode.MASK, 0.5f).doubleSided(true);
        }
        return builder.build();
    }

    private static Vector2d scale(ProceduralTexture texture) {
        return new Vector2d(1 / texture.tileMetres());
    }

    private static MaterialBuilder colour(String name, int rgb) {
        float[] linear = Colour.hex(rgb).linear();
        return Material.builder(name).baseColour(linear[0], linear[1], linear[2], 1);
    }
}
