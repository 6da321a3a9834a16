package studio.diorama.geometry.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import studio.diorama.geometry.Model;

/// glTF files put together byte by byte, without the writer under test.
final class GltfBytes {

    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    GltfBytes floats(double... values) {
        for (double value : values) {
            bytes.putFloat((float) value);
        }
        return this;
    }

    GltfBytes shorts(int... values) {
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return this;
    }

    GltfBytes ints(int... values) {
        for (int value : values) {
            bytes.putInt(value);
        }
        return this;
    }

    GltfBytes octets(int... values) {
        for (int value : values) {
            bytes.put((byte) value);
        }
        return this;
    }

    int length() {
        return bytes.position();
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /// The document with these bytes as its only buffer, inside it.
    String in(String members) {
        return "{\"asset\":{\"version\":\"2.0\"},\"buffers\":[{\"byteLength\":%d,\"uri\":\"%s\"}],%s}"
                .formatted(
                        length(),
                        "data:application/octet-stream;base64,"
                                + Base64.getEncoder().encodeToString(toBytes()),
                        members);
    }

    static Model read(String document) {
        return Gltf.read(document.getBytes(StandardCharsets.UTF_8), "test.gltf", ModelLimits.DEFAULT);
    }

    /// A GLB of chunks as they come.
    static byte[] glb(String json, List<byte[]> others) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        int length = 20
                + text.length
                + others.stream().mapToInt(chunk -> 8 + chunk.length).sum();
        ByteBuffer glb = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        glb.putInt(0x46546C67).putInt(2).putInt(length);
        glb.putInt(text.length).putInt(0x4E4F534A).put(text);
        for (byte[] chunk : others) {
            glb.putInt(chunk.length).putInt(0x004E4942).put(chunk);
        }
        return glb.array();
    }

    /// One triangle: positions at byte 0, indices at byte 36.
    static GltfBytes triangle() {
        return new GltfBytes().floats(0, 0, 0, 1, 0, 0, 0, 1, 0).shorts(0, 1, 2, 0);
    }

    static final String TRIANGLE = """
            "bufferViews":[{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":36,"byteLength":6}],
            "accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"},
                         {"bufferView":1,"componentType":5123,"count":3,"type":"SCALAR"}],
            "meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],
            "nodes":[{"mesh":0}]
            """;
}
