package studio.diorama.dataset.asset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.PosedPart;
import studio.diorama.geometry.TextureUse;

/// The SHA-256 of what a model made by code looks like: its vertices, triangles, factors and texels.
final class ModelHash {

    private final MessageDigest digest = sha256();

    private ModelHash() {}

    static String of(Model model) {
        ModelHash hash = new ModelHash();
        for (PosedPart part : model.flatten()) {
            hash.add(part.mesh());
            hash.add(part.material());
            double[] matrix = part.world().get(new double[16]);
            for (double value : matrix) {
                hash.add(Double.doubleToLongBits(value));
            }
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private void add(Mesh mesh) {
        add(Optional.of(mesh.positions()));
        add(mesh.triangles());
        add(mesh.normals());
        add(mesh.texcoords());
        add(mesh.colours());
    }

    private void add(Material material) {
        add(material.baseColour().toString());
        add("%s %s %s %s %s %s"
                .formatted(
                        material.metallic(),
                        material.roughness(),
                        material.emissive(),
                        material.emissiveStrength(),
                        material.alphaMode(),
                        material.transmission()));
        add(material.baseColourTexture(), "base");
        add(material.metallicRoughnessTexture(), "rough");
        add(material.normalTexture(), "normal");
        add(material.emissiveTexture(), "emissive");
    }

    private void add(Optional<TextureUse> use, String slot) {
        add(slot);
        use.ifPresent(there -> digest.update(there.texture().rgba()));
    }

    private void add(Optional<float[]> values) {
        add(values.isPresent() ? values.get().length : -1L);
        values.ifPresent(numbers -> {
            ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
            bytes.asFloatBuffer().put(numbers);
            digest.update(bytes);
        });
    }

    private void add(int[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        bytes.asIntBuffer().put(values);
        digest.update(bytes);
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private void add(long value) {
        digest.update(ByteBuffer.allocate(8).putLong(0, value));
    }
}
