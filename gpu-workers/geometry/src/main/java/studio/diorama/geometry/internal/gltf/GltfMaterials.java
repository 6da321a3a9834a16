package studio.diorama.geometry.internal.gltf;

import java.util.List;
import java.util.Optional;
import studio.diorama.geometry.AlphaMode;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.MaterialBuilder;
import studio.diorama.geometry.TextureUse;

/// Materials with the coordinates that their textures lie on.
final class GltfMaterials {

    private final List<Json> materials;
    private final GltfImages images;
    private final Surface[] read;

    /// @param material how it looks
    /// @param texcoordSet number of the texture coordinates that its first texture uses
    record Surface(Material material, int texcoordSet) {}

    /// What a primitive without a material has: glTF's defaults, which are metal.
    private static final Surface NONE =
            new Surface(Material.builder("").metallic(1).build(), 0);

    GltfMaterials(Json document, GltfImages images) {
        materials = document.objects("materials");
        this.images = images;
        read = new Surface[materials.size()];
    }

    Surface of(Json primitive) {
        int number = primitive.index("material", materials.size()).orElse(-1);
        if (number < 0) {
            return NONE;
        }
        if (read[number] == null) {
            read[number] = read(materials.get(number));
        }
        return read[number];
    }

    private Surface read(Json json) {
        MaterialBuilder builder = Material.builder(json.name());
        Sets sets = new Sets();
        readMetallicRoughness(json, builder, sets);
        builder.normalTexture(
                sets.of(images.use(json, "normalTexture")), scale(json, "normalTexture", "scale", -1000, 1000));
        builder.occlusionTexture(
                sets.of(images.use(json, "occlusionTexture")), scale(json, "occlusionTexture", "strength", 0, 1));
        readEmission(json, builder, sets);
        AlphaMode mode = switch (json.text("alphaMode", "OPAQUE")) {
            case "OPAQUE" -> AlphaMode.OPAQUE;
            case "MASK" -> AlphaMode.MASK;
            case "BLEND" -> AlphaMode.BLEND;
            default -> throw json.refuse("'alphaMode' OPAQUE, MASK or BLEND expected, got another");
        };
        builder.alpha(mode, json.clamped("alphaCutoff", 0.5, 0, Float.MAX_VALUE));
        builder.doubleSided(json.flag("doubleSided"));
        builder.unlit(json.extension("KHR_materials_unlit").isPresent());
        json.extension("KHR_materials_transmission")
                .ifPresent(t -> builder.transmission(t.clamped("transmissionFactor", 0, 0, 1)));
        // An index of 0 is the extension's way to say: as specular as can be. No real thing has it.
        json.extension("KHR_materials_ior").ifPresent(t -> builder.ior(t.clamped("ior", 1.5, 1, 1000)));
        return new Surface(builder.build(), sets.set == null ? 0 : sets.set);
    }

    private void readMetallicRoughness(Json json, MaterialBuilder builder, Sets sets) {
        Optional<Json> given = json.object("pbrMetallicRoughness");
        if (given.isEmpty()) {
            builder.metallic(1);
            return;
        }
        Json pbr = given.get();
        double[] colour = pbr.numbers("baseColorFactor", 1, 1, 1, 1);
        builder.baseColour(unit(colour[0]), unit(colour[1]), unit(colour[2]), unit(colour[3]));
        builder.baseColourTexture(sets.of(images.use(pbr, "baseColorTexture")));
        builder.metallic(pbr.clamped("metallicFactor", 1, 0, 1));
        builder.roughness(pbr.clamped("roughnessFactor", 1, 0, 1));
        builder.metallicRoughnessTexture(sets.of(images.use(pbr, "metallicRoughnessTexture")));
    }

    private void readEmission(Json json, MaterialBuilder builder, Sets sets) {
        double[] emissive = json.numbers("emissiveFactor", 0, 0, 0);
        float strength = json.extension("KHR_materials_emissive_strength")
                .map(e -> e.clamped("emissiveStrength", 1, 0, Float.MAX_VALUE))
                .orElse(1f);
        builder.emissive(unit(emissive[0]), unit(emissive[1]), unit(emissive[2]), strength);
        builder.emissiveTexture(sets.of(images.use(json, "emissiveTexture")));
    }

    private static float scale(Json json, String texture, String key, double least, double most) {
        return json.object(texture).map(t -> t.clamped(key, 1, least, most)).orElse(1f);
    }

    private static float unit(double value) {
        return (float) Math.clamp(value, 0, 1);
    }

    /// A mesh here has one set of texture coordinates: that of the material's first texture. Others are left off.
    private static final class Sets {

        private Integer set;

        TextureUse of(Optional<GltfImages.Placed> placed) {
            if (placed.isEmpty()) {
                return null;
            }
            if (set == null) {
                set = placed.get().set();
            }
            return set == placed.get().set() ? placed.get().use() : null;
        }
    }
}
