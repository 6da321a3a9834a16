package studio.diorama.geometry.internal.gltf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joml.Vector2d;
import org.joml.Vector3f;
import org.joml.Vector4f;
import studio.diorama.geometry.AlphaMode;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Texture;
import studio.diorama.geometry.TextureFilter;
import studio.diorama.geometry.TextureUse;
import studio.diorama.geometry.TextureWrap;
import studio.diorama.geometry.internal.TextureEncoder;

/// Writes each material, texture, sampler and image once.
final class GltfMaterialWriter {

    private final ObjectNode document;
    private final GltfBinary binary;
    private final Set<String> extensions;
    private final Map<Material, Integer> materials = new HashMap<>();
    private final Map<Texture, Integer> images = new IdentityHashMap<>();
    private final Map<Sampler, Integer> samplers = new HashMap<>();
    private final Map<Sampled, Integer> textures = new HashMap<>();

    private record Sampler(TextureWrap s, TextureWrap t, TextureFilter filter) {}

    private record Sampled(int image, int sampler) {}

    /// @param extensions collects the names of those that were used
    GltfMaterialWriter(ObjectNode document, GltfBinary binary, Set<String> extensions) {
        this.document = document;
        this.binary = binary;
        this.extensions = extensions;
    }

    int write(Material material) {
        Integer known = materials.get(material);
        if (known != null) {
            return known;
        }
        ArrayNode all = document.withArray("materials");
        ObjectNode json = all.addObject();
        materials.put(material, all.size() - 1);
        if (!material.name().isEmpty()) {
            json.put("name", material.name());
        }
        writeMetallicRoughness(material, json.putObject("pbrMetallicRoughness"));
        texture(json, "normalTexture", material.normalTexture())
                .ifPresent(info -> info.put("scale", material.normalScale()));
        texture(json, "occlusionTexture", material.occlusionTexture())
                .ifPresent(info -> info.put("strength", material.occlusionStrength()));
        texture(json, "emissiveTexture", material.emissiveTexture());
        if (!material.emissive().equals(new Vector3f())) {
            ArrayNode factor = json.putArray("emissiveFactor");
            for (int i = 0; i < 3; i++) {
                factor.add(material.emissive().get(i));
            }
        }
        if (material.alphaMode() != AlphaMode.OPAQUE) {
            json.put("alphaMode", material.alphaMode().name());
        }
        if (material.alphaMode() == AlphaMode.MASK) {
            json.put("alphaCutoff", material.alphaCutoff());
        }
        if (material.doubleSided()) {
            json.put("doubleSided", true);
        }
        writeExtensions(material, json);
        return all.size() - 1;
    }

    private void writeMetallicRoughness(Material material, ObjectNode json) {
        if (!material.baseColour().equals(new Vector4f(1))) {
            ArrayNode factor = json.putArray("baseColorFactor");
            for (int i = 0; i < 4; i++) {
                factor.add(material.baseColour().get(i));
            }
        }
        texture(json, "baseColorTexture", material.baseColourTexture());
        json.put("metallicFactor", material.metallic());
        json.put("roughnessFactor", material.roughness());
        texture(json, "metallicRoughnessTexture", material.metallicRoughnessTexture());
    }

    private void writeExtensions(Material material, ObjectNode json) {
        if (material.emissiveStrength() != 1) {
            extension(json, "KHR_materials_emissive_strength").put("emissiveStrength", material.emissiveStrength());
        }
        if (material.unlit()) {
            extension(json, "KHR_materials_unlit");
        }
        if (material.transmission() != 0) {
            extension(json, "KHR_materials_transmission").put("transmissionFactor", material.transmission());
        }
        if (material.ior() != 1.5f) {
            extension(json, "KHR_materials_ior").put("ior", material.ior());
        }
    }

    private ObjectNode extension(ObjectNode json, String name) {
        extensions.add(name);
        return json.withObject("extensions").putObject(name);
    }

    private Optional<ObjectNode> texture(ObjectNode json, String key, Optional<TextureUse> use) {
        return use.map(present -> {
            ObjectNode info = json.putObject(key);
            info.put("index", texture(present));
            boolean plain = present.offset().equals(new Vector2d())
                    && present.scale().equals(new Vector2d(1))
                    && present.rotation() == 0;
            if (!plain) {
                ObjectNode transform = extension(info, "KHR_texture_transform");
                transform
                        .putArray("offset")
                        .add(present.offset().x())
                        .add(present.offset().y());
                transform
                        .putArray("scale")
                        .add(present.scale().x())
                        .add(present.scale().y());
                transform.put("rotation", present.rotation());
            }
            return info;
        });
    }

    private int texture(TextureUse use) {
        int image = images.computeIfAbsent(use.texture(), this::image);
        int sampler = samplers.computeIfAbsent(new Sampler(use.wrapS(), use.wrapT(), use.filter()), this::sampler);
        return textures.computeIfAbsent(new Sampled(image, sampler), sampled -> {
            ArrayNode all = document.withArray("textures");
            all.addObject().put("source", sampled.image()).put("sampler", sampled.sampler());
            return all.size() - 1;
        });
    }

    private int image(Texture texture) {
        ArrayNode all = document.withArray("images");
        ObjectNode json = all.addObject();
        if (!texture.name().isEmpty()) {
            json.put("name", texture.name());
        }
        json.put("mimeType", "image/png");
        json.put("bufferView", binary.view(TextureEncoder.png(texture)));
        return all.size() - 1;
    }

    private int sampler(Sampler sampler) {
        ArrayNode all = document.withArray("samplers");
        ObjectNode json = all.addObject();
        boolean linear = sampler.filter == TextureFilter.LINEAR;
        json.put("magFilter", linear ? 9729 : 9728);
        json.put("minFilter", linear ? 9987 : 9728);
        json.put("wrapS", wrap(sampler.s));
        json.put("wrapT", wrap(sampler.t));
        return all.size() - 1;
    }

    private static int wrap(TextureWrap wrap) {
        return switch (wrap) {
            case REPEAT -> 10497;
            case MIRRORED_REPEAT -> 33648;
            case CLAMP_TO_EDGE -> 33071;
        };
    }
}
