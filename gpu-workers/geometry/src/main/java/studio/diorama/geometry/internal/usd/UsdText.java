package studio.diorama.geometry.internal.usd;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joml.Matrix4dc;
import studio.diorama.geometry.AlphaMode;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.PosedPart;
import studio.diorama.geometry.Texture;
import studio.diorama.geometry.TextureUse;
import studio.diorama.geometry.TextureWrap;

/// A model at rest as a text layer of USD: meshes under transforms, materials of `UsdPreviewSurface`.
public final class UsdText {

    private final StringBuilder text = new StringBuilder();
    private final Map<Material, String> materials = new LinkedHashMap<>();
    private final Map<Texture, String> textures = new IdentityHashMap<>();
    private final Map<String, Texture> named = new LinkedHashMap<>();

    public UsdText(Model model) {
        text.append("#usda 1.0\n(\n    defaultPrim = \"Model\"\n    metersPerUnit = 1\n    upAxis = \"Y\"\n)\n\n");
        text.append("def Xform \"Model\" (\n    kind = \"component\"\n)\n{\n");
        List<PosedPart> parts = model.flatten();
        for (int i = 0; i < parts.size(); i++) {
            writePart(parts.get(i), "Part_" + i);
        }
        text.append("    def Scope \"Materials\"\n    {\n");
        materials.forEach(this::writeMaterial);
        text.append("    }\n}\n");
    }

    public String text() {
        return text.toString();
    }

    /// File names of the textures that the text names.
    public Map<String, Texture> textures() {
        return named;
    }

    private void writePart(PosedPart part, String name) {
        Mesh mesh = part.mesh();
        String material = materials.computeIfAbsent(part.material(), m -> "Material_" + materials.size());
        text.append("    def Mesh \"%s\" (\n".formatted(name));
        text.append("        prepend apiSchemas = [\"MaterialBindingAPI\"]\n    )\n    {\n");
        text.append("        matrix4d xformOp:transform = ")
                .append(matrix(part.world()))
                .append('\n');
        text.append("        uniform token[] xformOpOrder = [\"xformOp:transform\"]\n");
        text.append("        uniform token subdivisionScheme = \"none\"\n");
        text.append("        uniform bool doubleSided = %d\n"
                .formatted(part.material().doubleSided() ? 1 : 0));
        text.append("        int[] faceVertexCounts = [");
        for (int t = 0; t < mesh.triangleCount(); t++) {
            text.append(t == 0 ? "3" : ", 3");
        }
        text.append("]\n        int[] faceVertexIndices = [");
        for (int i = 0; i < mesh.triangles().length; i++) {
            text.append(i == 0 ? "" : ", ").append(mesh.triangles()[i]);
        }
        text.append("]\n");
        writeRows("point3f[] points", mesh.positions(), 3, false, "");
        mesh.normals().ifPresent(n -> writeRows("normal3f[] normals", n, 3, false, " (interpolation = \"vertex\")"));
        mesh.texcoords()
                .ifPresent(uv -> writeRows("texCoord2f[] primvars:st", uv, 2, true, " (interpolation = \"vertex\")"));
        text.append("        rel material:binding = </Model/Materials/%s>\n    }\n".formatted(material));
    }

    /// USD multiplies row vectors from the left, so its rows are our columns.
    private static String matrix(Matrix4dc m) {
        StringBuilder rows = new StringBuilder("(");
        for (int column = 0; column < 4; column++) {
            rows.append("%s(%s, %s, %s, %s)"
                    .formatted(
                            column == 0 ? " " : ", ",
                            m.get(column, 0),
                            m.get(column, 1),
                            m.get(column, 2),
                            m.get(column, 3)));
        }
        return rows.append(" )").toString();
    }

    private void writeRows(String name, float[] values, int width, boolean flipSecond, String metadata) {
        text.append("        ").append(name).append(" = [");
        for (int i = 0; i < values.length; i += width) {
            text.append(i == 0 ? "(" : ", (");
            for (int k = 0; k < width; k++) {
                text.append(k == 0 ? "" : ", ").append(flipSecond && k == 1 ? 1 - values[i + k] : values[i + k]);
            }
            text.append(')');
        }
        text.append(']').append(metadata).append('\n');
    }

    private void writeMaterial(Material material, String name) {
        String path = "/Model/Materials/" + name;
        text.append("        def Material \"%s\"\n        {\n".formatted(name));
        text.append("            token outputs:surface.connect = <%s/Surface.outputs:surface>\n".formatted(path));
        text.append("            def Shader \"Surface\"\n            {\n");
        text.append("                uniform token info:id = \"UsdPreviewSurface\"\n");
        text.append("                token outputs:surface\n");
        boolean coloured = material.baseColourTexture().isPresent();
        input(
                "color3f inputs:diffuseColor",
                coloured,
                path + "/BaseColour.outputs:rgb",
                "(%s, %s, %s)"
                        .formatted(
                                material.baseColour().x(),
                                material.baseColour().y(),
                                material.baseColour().z()));
        boolean glowing = material.emissiveTexture().isPresent();
        float strength = material.emissiveStrength();
        input(
                "color3f inputs:emissiveColor",
                glowing,
                path + "/Emission.outputs:rgb",
                "(%s, %s, %s)"
                        .formatted(
                                material.emissive().x() * strength,
                                material.emissive().y() * strength,
                                material.emissive().z() * strength));
        boolean mapped = material.metallicRoughnessTexture().isPresent();
        input("float inputs:metallic", mapped, path + "/MetallicRoughness.outputs:b", "" + material.metallic());
        input("float inputs:roughness", mapped, path + "/MetallicRoughness.outputs:g", "" + material.roughness());
        boolean seeThrough = coloured && material.alphaMode() != AlphaMode.OPAQUE;
        input("float inputs:opacity", seeThrough, path + "/BaseColour.outputs:a", "" + opacity(material));
        if (material.alphaMode() == AlphaMode.MASK) {
            input("float inputs:opacityThreshold", false, "", "" + material.alphaCutoff());
        }
        input("float inputs:ior", false, "", "" + material.ior());
        if (material.occlusionTexture().isPresent()) {
            input("float inputs:occlusion", true, path + "/Occlusion.outputs:r", "");
        }
        if (material.normalTexture().isPresent()) {
            input("normal3f inputs:normal", true, path + "/Normal.outputs:rgb", "");
        }
        text.append("            }\n");
        writeTextures(material, path);
        text.append("        }\n");
    }

    private static float opacity(Material material) {
        float alpha = material.alphaMode() == AlphaMode.OPAQUE
                ? 1
                : material.baseColour().w();
        return alpha * (1 - material.transmission());
    }

    private void input(String declaration, boolean connected, String source, String value) {
        text.append("                ").append(declaration);
        text.append(connected ? ".connect = <" + source + ">" : " = " + value).append('\n');
    }

    private void writeTextures(Material material, String path) {
        float[] colour = new float[4];
        for (int i = 0; i < 4; i++) {
            colour[i] = material.baseColour().get(i);
        }
        float strength = material.emissiveStrength();
        float[] emission = {
            material.emissive().x() * strength,
            material.emissive().y() * strength,
            material.emissive().z() * strength,
            1
        };
        float[] surface = {1, material.roughness(), material.metallic(), 1};
        float normalScale = 2 * material.normalScale();
        writeTexture(path, "BaseColour", material.baseColourTexture(), "sRGB", colour, new float[4]);
        writeTexture(path, "Emission", material.emissiveTexture(), "sRGB", emission, new float[4]);
        writeTexture(path, "MetallicRoughness", material.metallicRoughnessTexture(), "raw", surface, new float[4]);
        writeTexture(
                path,
                "Normal",
                material.normalTexture(),
                "raw",
                new float[] {normalScale, normalScale, 2, 1},
                new float[] {-normalScale / 2, -normalScale / 2, -1, 0});
        float strengthOfOcclusion = material.occlusionStrength();
        float[] shade = {strengthOfOcclusion, strengthOfOcclusion, strengthOfOcclusion, 1};
        float[] rest = {1 - strengthOfOcclusion, 1 - strengthOfOcclusion, 1 - strengthOfOcclusion, 0};
        writeTexture(path, "Occlusion", material.occlusionTexture(), "raw", shade, rest);
        boolean any = material.baseColourTexture().isPresent()
                || material.emissiveTexture().isPresent()
                || material.metallicRoughnessTexture().isPresent()
                || material.occlusionTexture().isPresent()
                || material.normalTexture().isPresent();
        if (any) {
            text.append("            def Shader \"Coordinates\"\n            {\n");
            text.append("                uniform token info:id = \"UsdPrimvarReader_float2\"\n");
            text.append("                string inputs:varname = \"st\"\n");
            text.append("                float2 outputs:result\n            }\n");
        }
    }

    private void writeTexture(
            String path, String name, Optional<TextureUse> use, String space, float[] scale, float[] bias) {
        if (use.isEmpty()) {
            return;
        }
        String file = textures.computeIfAbsent(use.get().texture(), texture -> {
            String fileName = "texture_%d.png".formatted(named.size());
            named.put(fileName, texture);
            return fileName;
        });
        text.append("            def Shader \"%s\"\n            {\n".formatted(name));
        text.append("                uniform token info:id = \"UsdUVTexture\"\n");
        text.append("                asset inputs:file = @%s@\n".formatted(file));
        text.append("                token inputs:sourceColorSpace = \"%s\"\n".formatted(space));
        text.append("                token inputs:wrapS = \"%s\"\n"
                .formatted(wrap(use.get().wrapS())));
        text.append("                token inputs:wrapT = \"%s\"\n"
                .formatted(wrap(use.get().wrapT())));
        text.append("                float4 inputs:scale = (%s, %s, %s, %s)\n"
                .formatted(scale[0], scale[1], scale[2], scale[3]));
        text.append("                float4 inputs:bias = (%s, %s, %s, %s)\n"
                .formatted(bias[0], bias[1], bias[2], bias[3]));
        text.append("                float2 inputs:st.connect = <%s/Coordinates.outputs:result>\n".formatted(path));
        text.append(
                "                float3 outputs:rgb\n                float outputs:r\n                float outputs:g\n");
        text.append("                float outputs:b\n                float outputs:a\n            }\n");
    }

    private static String wrap(TextureWrap wrap) {
        return switch (wrap) {
            case REPEAT -> "repeat";
            case MIRRORED_REPEAT -> "mirror";
            case CLAMP_TO_EDGE -> "clamp";
        };
    }
}
