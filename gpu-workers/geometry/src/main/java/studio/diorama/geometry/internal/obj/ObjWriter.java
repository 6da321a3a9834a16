package studio.diorama.geometry.internal.obj;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.Meshes;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.PosedPart;
import studio.diorama.geometry.Texture;
import studio.diorama.geometry.TextureUse;
import studio.diorama.geometry.internal.TextureEncoder;

/// Writes OBJ, MTL and textures. Floats are written so that they read back as they were.
public final class ObjWriter {

    private final Model model;
    private final Path file;
    private final String stem;
    private final Map<Material, String> materials = new LinkedHashMap<>();
    private final Map<Texture, String> textures = new IdentityHashMap<>();
    private int positions;
    private int texcoords;
    private int normals;

    public ObjWriter(Model model, Path file) {
        this.model = model;
        this.file = file;
        stem = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    public void write() throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("mtllib " + stem + ".mtl\n");
            for (PosedPart part : model.flatten()) {
                writePart(part, out);
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(file.resolveSibling(stem + ".mtl"), StandardCharsets.UTF_8)) {
            for (Map.Entry<Material, String> material : materials.entrySet()) {
                writeMaterial(material.getKey(), material.getValue(), out);
            }
        }
        for (Map.Entry<Texture, String> texture : textures.entrySet()) {
            Files.write(file.resolveSibling(texture.getValue()), TextureEncoder.png(texture.getKey()));
        }
    }

    private void writePart(PosedPart part, BufferedWriter out) throws IOException {
        Mesh mesh = Meshes.transformed(part.mesh(), part.world());
        String name = model.nodes().get(part.node()).name().replaceAll("\\s+", "_");
        out.write("o " + (name.isEmpty() ? "part" : name) + "\n");
        out.write("usemtl " + materials.computeIfAbsent(part.material(), this::newName) + "\n");
        writeRows(out, "v", mesh.positions(), 3, false);
        writeRows(out, "vt", mesh.texcoords().orElse(new float[0]), 2, true);
        writeRows(out, "vn", mesh.normals().orElse(new float[0]), 3, false);
        for (int i = 0; i < mesh.triangles().length; i++) {
            int v = mesh.triangles()[i] + 1;
            String texture = mesh.texcoords().isPresent() ? Integer.toString(texcoords + v) : "";
            String normal = mesh.normals().isPresent() ? "/" + (normals + v) : "";
            boolean bare = texture.isEmpty() && normal.isEmpty();
            out.write((i % 3 == 0 ? "f " : " ") + (positions + v) + (bare ? "" : "/" + texture + normal));
            out.write(i % 3 == 2 ? "\n" : "");
        }
        positions += mesh.vertexCount();
        texcoords += mesh.texcoords().isPresent() ? mesh.vertexCount() : 0;
        normals += mesh.normals().isPresent() ? mesh.vertexCount() : 0;
    }

    private String newName(Material material) {
        String name = material.name().replaceAll("\\s+", "_");
        return (name.isEmpty() ? "material" : name) + (materials.containsValue(name) ? "." + materials.size() : "");
    }

    private static void writeRows(BufferedWriter out, String key, float[] values, int width, boolean flipSecond)
            throws IOException {
        for (int i = 0; i < values.length; i += width) {
            out.write(key);
            for (int k = 0; k < width; k++) {
                out.write(' ');
                out.write(Float.toString(flipSecond && k == 1 ? 1 - values[i + k] : values[i + k]));
            }
            out.write('\n');
        }
    }

    private void writeMaterial(Material material, String name, BufferedWriter out) throws IOException {
        out.write("newmtl %s\n".formatted(name));
        out.write("Kd %s %s %s\n"
                .formatted(
                        material.baseColour().x(),
                        material.baseColour().y(),
                        material.baseColour().z()));
        out.write("Ke %s %s %s\n"
                .formatted(
                        material.emissive().x(),
                        material.emissive().y(),
                        material.emissive().z()));
        out.write("d %s\nPr %s\nPm %s\nNi %s\n"
                .formatted(material.baseColour().w(), material.roughness(), material.metallic(), material.ior()));
        writeTexture(out, "map_Kd", material.baseColourTexture());
        writeTexture(out, "map_Ke", material.emissiveTexture());
        writeTexture(out, "norm", material.normalTexture());
    }

    private void writeTexture(BufferedWriter out, String key, Optional<TextureUse> use) throws IOException {
        if (use.isPresent()) {
            String name = textures.computeIfAbsent(
                    use.get().texture(), texture -> "%s_texture_%d.png".formatted(stem, textures.size()));
            out.write(key + " " + name + "\n");
        }
    }
}
