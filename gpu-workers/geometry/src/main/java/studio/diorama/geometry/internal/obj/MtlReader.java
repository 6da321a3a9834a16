package studio.diorama.geometry.internal.obj;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.AlphaMode;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.MaterialBuilder;
import studio.diorama.geometry.Texture;
import studio.diorama.geometry.TextureUse;
import studio.diorama.geometry.internal.BoundedBytes;
import studio.diorama.geometry.internal.TextureDecoder;
import studio.diorama.geometry.io.ModelLimits;

/// Reads MTL: colours as linear, shininess as roughness, and the metal and roughness of its newer extension.
///
/// Libraries and textures that are not there are left off, for OBJ files travel without them all the time; names
/// that lead out of the folder are refused.
public final class MtlReader {

    private static final int MAX_BYTES = 4 << 20;

    private final Path folder;
    private final ModelLimits limits;
    private final TextureDecoder decoder;
    private final Map<Path, Texture> textures = new HashMap<>();
    private final Map<String, Material> materials = new HashMap<>();

    public MtlReader(Path folder, ModelLimits limits) {
        this.folder = folder;
        this.limits = limits;
        decoder = new TextureDecoder(limits);
    }

    public Map<String, Material> materials() {
        return materials;
    }

    /// Adds the materials of a library.
    public void read(String library) {
        Optional<Path> file = find(library);
        if (file.isEmpty()) {
            return;
        }
        String text = new String(BoundedBytes.read(file.get(), MAX_BYTES), StandardCharsets.UTF_8);
        String name = null;
        MaterialBuilder builder = null;
        for (String line : text.split("[\r\n]+")) {
            StringTokenizer tokens = new StringTokenizer(line, " \t");
            if (!tokens.hasMoreTokens()) {
                continue;
            }
            String key = tokens.nextToken();
            if (key.equals("newmtl")) {
                keep(name, builder);
                name = tokens.hasMoreTokens() ? tokens.nextToken("\n").strip() : "";
                builder = Material.builder(name);
            } else if (builder != null) {
                set(builder, key, tokens);
            }
        }
        keep(name, builder);
    }

    private void keep(String name, MaterialBuilder builder) {
        if (builder != null) {
            materials.putIfAbsent(name, builder.build());
        }
    }

    private void set(MaterialBuilder builder, String key, StringTokenizer tokens) {
        switch (key) {
            case "Kd" -> {
                float[] rgb = colour(tokens);
                Material sofar = builder.build();
                builder.baseColour(rgb[0], rgb[1], rgb[2], sofar.baseColour().w());
            }
            case "d" -> alpha(builder, number(tokens));
            case "Tr" -> alpha(builder, 1 - number(tokens));
            case "Ke" -> {
                float[] rgb = colour(tokens);
                builder.emissive(rgb[0], rgb[1], rgb[2], 1);
            }
            // As Blender writes it: the exponent is 1000 · (1 - roughness)².
            case "Ns" -> builder.roughness((float) (1 - Math.sqrt(number(tokens, 1000) / 1000)));
            case "Pr" -> builder.roughness((float) number(tokens));
            case "Pm" -> builder.metallic((float) number(tokens));
            case "Ni" -> builder.ior((float) Math.clamp(number(tokens, 1000), 1, 1000));
            case "map_Kd" ->
                texture(tokens).ifPresent(use -> {
                    builder.baseColourTexture(use);
                    // A texture replaces the colour: exporters write black beside it.
                    builder.baseColour(1, 1, 1, builder.build().baseColour().w());
                });
            case "map_Ke" -> texture(tokens).ifPresent(builder::emissiveTexture);
            case "norm", "map_Kn" -> texture(tokens).ifPresent(use -> builder.normalTexture(use, 1));
            default -> {
                // Highlights of other models of light, bump heights and reflections.
            }
        }
    }

    private static void alpha(MaterialBuilder builder, double alpha) {
        Material sofar = builder.build();
        float share = (float) Math.clamp(alpha, 0, 1);
        builder.baseColour(
                sofar.baseColour().x(),
                sofar.baseColour().y(),
                sofar.baseColour().z(),
                share);
        builder.alpha(share < 1 ? AlphaMode.BLEND : AlphaMode.OPAQUE, 0.5f);
    }

    private static float[] colour(StringTokenizer tokens) {
        float red = (float) number(tokens);
        float green = tokens.hasMoreTokens() ? (float) number(tokens) : red;
        float blue = tokens.hasMoreTokens() ? (float) number(tokens) : green;
        return new float[] {red, green, blue};
    }

    private static double number(StringTokenizer tokens) {
        return number(tokens, 1);
    }

    /// A number from 0 to `most`; what is none counts as 0. Shininess alone goes above 1.
    private static double number(StringTokenizer tokens, double most) {
        try {
            double value = tokens.hasMoreTokens() ? Double.parseDouble(tokens.nextToken()) : 0;
            return Double.isNaN(value) ? 0 : Math.clamp(value, 0, most);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private Optional<TextureUse> texture(StringTokenizer tokens) {
        String name = tokens.hasMoreTokens() ? tokens.nextToken("\n").strip() : "";
        // Options such as `-s 1 1 1` or `-clamp on` stand before the name.
        while (name.startsWith("-")) {
            name = name.replaceFirst("^-[a-zA-Z]+\\s*(on\\s|off\\s|[-+.0-9eE]+\\s)*\\s*", "")
                    .strip();
            if (name.matches("-([^a-zA-Z].*)?")) {
                return Optional.empty();
            }
        }
        if (!TextureDecoder.takes(name)) {
            return Optional.empty();
        }
        String wanted = name;
        return find(name)
                .map(file -> textures.computeIfAbsent(file, path -> {
                    byte[] bytes = BoundedBytes.read(path, limits.maxBytes());
                    return decoder.decode(bytes, wanted);
                }))
                .map(TextureUse::of);
    }

    private Optional<Path> find(String name) {
        try {
            return Optional.of(BoundedBytes.beside(folder, name.replace('\\', '/')));
        } catch (DioramaException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
