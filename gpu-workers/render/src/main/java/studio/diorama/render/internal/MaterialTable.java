package studio.diorama.render.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.diorama.geometry.AlphaMode;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Texture;
import studio.diorama.geometry.TextureFilter;
import studio.diorama.geometry.TextureUse;
import studio.diorama.geometry.TextureWrap;

/// The materials of a frame, as `materials.glsl` reads them.
final class MaterialTable {

    private static final int BYTES = (4 + 5 * 3) * Records.VEC4_BYTES;
    private static final int MAX_TEXTURE_SIDE = 32_768;

    private final Map<Material, Integer> numbers = new IdentityHashMap<>();
    private final List<Material> materials = new ArrayList<>();

    /// The number by which shaders know a material.
    int number(Material material) {
        return numbers.computeIfAbsent(material, added -> {
            materials.add(added);
            return materials.size() - 1;
        });
    }

    void upload(GlBuffer buffer, TexelStore texels, Staging staging) {
        // Textures first: uploading them uses the same staging memory.
        for (Material material : materials) {
            material.baseColourTexture().ifPresent(use -> find(texels, use, true));
            material.metallicRoughnessTexture().ifPresent(use -> find(texels, use, false));
            material.normalTexture().ifPresent(use -> find(texels, use, false));
            material.occlusionTexture().ifPresent(use -> find(texels, use, false));
            material.emissiveTexture().ifPresent(use -> find(texels, use, true));
        }
        ByteBuffer bytes = staging.of((long) Math.max(1, materials.size()) * BYTES);
        for (Material material : materials) {
            write(bytes, material, texels);
        }
        buffer.replace(bytes.flip());
    }

    private static void write(ByteBuffer to, Material m, TexelStore texels) {
        double reflectance = (m.ior() - 1) / (m.ior() + 1);
        double strength = m.emissiveStrength();
        Records.vec4(
                to,
                m.baseColour().x(),
                m.baseColour().y(),
                m.baseColour().z(),
                m.baseColour().w());
        Records.vec4(
                to,
                m.emissive().x() * strength,
                m.emissive().y() * strength,
                m.emissive().z() * strength,
                m.alphaCutoff());
        Records.vec4(to, m.metallic(), m.roughness(), m.normalScale(), m.occlusionStrength());
        Records.vec4(to, m.transmission(), reflectance * reflectance, modeOf(m), m.unlit() ? 1 : 0);
        use(to, m.baseColourTexture(), true, texels);
        use(to, m.metallicRoughnessTexture(), false, texels);
        use(to, m.normalTexture(), false, texels);
        use(to, m.occlusionTexture(), false, texels);
        use(to, m.emissiveTexture(), true, texels);
    }

    /// 0 solid, 1 with holes, 2 see-through; what passes light is see-through whatever its alpha says.
    static int modeOf(Material material) {
        if (material.transmission() > 0) {
            return 2;
        }
        return switch (material.alphaMode()) {
            case AlphaMode.OPAQUE -> 0;
            case AlphaMode.MASK -> 1;
            case AlphaMode.BLEND -> 2;
        };
    }

    private static void use(ByteBuffer to, Optional<TextureUse> wanted, boolean srgb, TexelStore texels) {
        if (wanted.isEmpty()) {
            for (int i = 0; i < 12; i++) {
                to.putInt(0);
            }
            return;
        }
        TextureUse use = wanted.get();
        Texture texture = use.texture();
        int modes = wrap(use.wrapS()) | wrap(use.wrapT()) << 2 | (use.filter() == TextureFilter.NEAREST ? 16 : 0);
        Records.ivec4(
                to,
                find(texels, use, srgb),
                texture.width() | texture.height() << 16,
                MipChain.levels(texture.width(), texture.height()),
                modes);
        double cos = Math.cos(use.rotation());
        double sin = Math.sin(use.rotation());
        Records.vec4(
                to,
                cos * use.scale().x(),
                sin * use.scale().y(),
                -sin * use.scale().x(),
                cos * use.scale().y());
        Records.vec4(to, use.offset().x(), use.offset().y(), 0, 0);
    }

    private static int find(TexelStore texels, TextureUse use, boolean srgb) {
        Texture texture = use.texture();
        if (texture.width() > MAX_TEXTURE_SIDE || texture.height() > MAX_TEXTURE_SIDE) {
            throw new IllegalArgumentException("texture '%s': at most %d texels a side expected, got %d × %d"
                    .formatted(texture.name(), MAX_TEXTURE_SIDE, texture.width(), texture.height()));
        }
        return texels.find(texture, srgb);
    }

    private static int wrap(TextureWrap wrap) {
        return switch (wrap) {
            case REPEAT -> 0;
            case MIRRORED_REPEAT -> 1;
            case CLAMP_TO_EDGE -> 2;
        };
    }
}
