package studio.diorama.dataset.library;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.library.internal.asset.Finish;
import studio.diorama.geometry.Material;

/// Materials that a scene may name, such as `{"material": "oak"}`.
///
/// Those with textures are laid by the metre: they expect texture coordinates in metres, as the built-in assets have.
public final class Materials {

    private static final SequencedMap<String, Supplier<Material>> ALL = Collections.unmodifiableSequencedMap(all());

    private Materials() {}

    /// All names, in the order in which a catalogue shows them.
    public static List<String> names() {
        return List.copyOf(ALL.sequencedKeySet());
    }

    /// The material of that name; its pictures are made on first use.
    ///
    /// @throws DioramaException if there is none
    public static Material get(String name) {
        Supplier<Material> material = ALL.get(name);
        if (material == null) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, "one of the materials %s expected, got '%s'".formatted(names(), name));
        }
        return material.get().withName(name);
    }

    private static SequencedMap<String, Supplier<Material>> all() {
        SequencedMap<String, Supplier<Material>> all = new LinkedHashMap<>();
        for (ProceduralTexture texture : ProceduralTexture.values()) {
            all.put(texture.label(), () -> Finish.of(texture));
        }
        all.put("red-fabric", () -> Finish.of(ProceduralTexture.FABRIC, 0xA8402F));
        all.put("blue-fabric", () -> Finish.of(ProceduralTexture.FABRIC, 0x3D5F86));
        all.put("brown-leather", () -> Finish.of(ProceduralTexture.LEATHER, 0x7A4A2B));
        all.put("black-leather", () -> Finish.of(ProceduralTexture.LEATHER, 0x2B2826));
        all.put("red-paint", () -> Finish.of(ProceduralTexture.PAINTED_METAL, 0xB02A25));
        all.put("green-paint", () -> Finish.of(ProceduralTexture.PAINTED_METAL, 0x3C6B4C));
        all.put("white-plastic", () -> Finish.plain("", 0xECEBE7, 0.35));
        all.put("black-plastic", () -> Finish.plain("", 0x1F2022, 0.4));
        all.put("red-plastic", () -> Finish.plain("", 0xB5302A, 0.3));
        all.put("rubber", () -> Finish.plain("", 0x242425, 0.85));
        all.put("porcelain", () -> Finish.plain("", 0xF2F0EA, 0.12));
        all.put("grey-card", () -> Finish.plain("", 0x777777, 1));
        all.put("chrome", () -> Finish.metal("", 0xD8DADC, 0.06));
        all.put("steel", () -> Finish.metal("", 0xB4B6B8, 0.32));
        all.put("brass", () -> Finish.metal("", 0xD2AE62, 0.25));
        all.put("copper", () -> Finish.metal("", 0xD9946E, 0.25));
        all.put("gold", () -> Finish.metal("", 0xF0C46A, 0.18));
        all.put("clear-glass", () -> Finish.glass("", 0xF6FAF9));
        all.put("green-glass", () -> Finish.glass("", 0x4C8A58));
        all.put("brown-glass", () -> Finish.glass("", 0x8A5A22));
        return all;
    }
}
