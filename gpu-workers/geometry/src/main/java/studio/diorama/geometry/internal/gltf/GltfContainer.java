package studio.diorama.geometry.internal.gltf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// The outermost layer of a file: JSON alone (`.gltf`), or JSON and bytes in one (`.glb`, glTF 2.0 section 4.4).
///
/// @param json the document
/// @param binary the bytes behind it in a GLB
record GltfContainer(Json json, Optional<ByteBuffer> binary) {

    private static final int MAGIC = 0x46546C67;
    private static final int JSON_CHUNK = 0x4E4F534A;
    private static final int BINARY_CHUNK = 0x004E4942;

    /// No glTF nests deeper than this; a file that does wants to exhaust the stack.
    private static final int JSON_DEPTH = 64;

    /// Words of JSON: each costs tens of bytes of memory, and 50,000 nodes with a mesh each need half of them.
    private static final long JSON_TOKENS = 6_000_000;

    static GltfContainer open(byte[] bytes, String fileName) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 12 || file.getInt(0) != MAGIC) {
            return new GltfContainer(parse(bytes, 0, bytes.length, fileName), Optional.empty());
        }
        if (file.getInt(4) != 2) {
            throw refuse(fileName, "GLB version 2 expected, got %d".formatted(Integer.toUnsignedLong(file.getInt(4))));
        }
        long announced = Integer.toUnsignedLong(file.getInt(8));
        if (announced > bytes.length) {
            throw refuse(
                    fileName,
                    "%d bytes are announced, the file has %d; it is cut off".formatted(announced, bytes.length));
        }
        Json json = null;
        ByteBuffer binary = null;
        long at = 12;
        for (int chunk = 0; at + 8 <= announced; chunk++) {
            long length = Integer.toUnsignedLong(file.getInt((int) at));
            int type = file.getInt((int) at + 4);
            if (at + 8 + length > announced) {
                throw refuse(
                        fileName,
                        "chunk %d announces %d bytes, %d are left".formatted(chunk, length, announced - at - 8));
            }
            if (chunk == 0) {
                if (type != JSON_CHUNK) {
                    throw refuse(fileName, "JSON as the first chunk expected, got another");
                }
                json = parse(bytes, (int) at + 8, (int) length, fileName);
            } else if (type == BINARY_CHUNK && binary == null) {
                binary = file.slice((int) at + 8, (int) length).order(ByteOrder.LITTLE_ENDIAN);
            }
            at += 8 + length;
        }
        if (json == null) {
            throw refuse(fileName, "a chunk of JSON expected, got none");
        }
        return new GltfContainer(json, Optional.ofNullable(binary));
    }

    private static Json parse(byte[] bytes, int from, int length, String fileName) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(JSON_DEPTH)
                .maxTokenCount(JSON_TOKENS)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNumberLength(64)
                .maxNameLength(1024)
                .build();
        JsonFactory factory =
                JsonFactory.builder().streamReadConstraints(constraints).build();
        JsonMapper mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        // A GLB pads its JSON with spaces, some writers with zeros.
        int end = from + length;
        while (end > from && bytes[end - 1] == 0) {
            end--;
        }
        boolean marked = end - from >= 3
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
        int start = marked ? from + 3 : from;
        try {
            JsonNode root = mapper.readTree(bytes, start, end - start);
            if (!root.isObject()) {
                throw refuse(fileName, "a glTF document expected, got " + root.getNodeType());
            }
            return new Json(root, fileName + ":");
        } catch (IOException e) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    fileName + ": a glTF 2.0 or GLB file expected, but its JSON cannot be read",
                    e);
        }
    }

    private static DioramaException refuse(String fileName, String complaint) {
        return new DioramaException(ErrorCode.INVALID_INPUT, fileName + ": " + complaint);
    }
}
