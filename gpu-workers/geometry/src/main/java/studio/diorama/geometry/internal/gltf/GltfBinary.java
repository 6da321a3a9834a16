package studio.diorama.geometry.internal.gltf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// The binary chunk as it grows, with the views and accessors that describe it.
final class GltfBinary {

    private static final int VERTICES = 34962;
    private static final int TRIANGLES = 34963;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ObjectNode document;

    GltfBinary(ObjectNode document) {
        this.document = document;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    int size() {
        return bytes.size();
    }

    /// Per-vertex rows; `type` is glTF's name for their width.
    int vertices(float[] values, String type) {
        return accessor(view(little(values), VERTICES), Component.FLOAT, values.length / width(type), type);
    }

    /// Positions, with the box that glTF asks for.
    int positions(float[] values) {
        int accessor = vertices(values, "VEC3");
        addRange(accessor, values, 3);
        return accessor;
    }

    /// Rows that belong to no vertex: matrices, keys of animations.
    int plain(float[] values, String type) {
        return accessor(view(little(values), 0), Component.FLOAT, values.length / width(type), type);
    }

    /// Times, with the range that glTF asks for.
    int times(float[] values) {
        int accessor = plain(values, "SCALAR");
        addRange(accessor, values, 1);
        return accessor;
    }

    /// Triangles, as shorts where all corners fit; the greatest short is kept free, for it can mean a new start.
    int triangles(int[] corners, int vertexCount) {
        boolean small = vertexCount < 65_535;
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(corners.length, small ? 2 : 4))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int corner : corners) {
            if (small) {
                buffer.putShort((short) corner);
            } else {
                buffer.putInt(corner);
            }
        }
        Component component = small ? Component.UNSIGNED_SHORT : Component.UNSIGNED_INT;
        return accessor(view(buffer.array(), TRIANGLES), component, corners.length, "SCALAR");
    }

    /// Four joints a vertex.
    int joints(int[] joints) {
        ByteBuffer buffer =
                ByteBuffer.allocate(Math.multiplyExact(joints.length, 2)).order(ByteOrder.LITTLE_ENDIAN);
        for (int joint : joints) {
            buffer.putShort((short) joint);
        }
        return accessor(view(buffer.array(), VERTICES), Component.UNSIGNED_SHORT, joints.length / 4, "VEC4");
    }

    /// Bytes as they are, such as a picture's.
    int view(byte[] content) {
        return view(content, 0);
    }

    private int view(byte[] content, int target) {
        if ((long) bytes.size() + content.length > Integer.MAX_VALUE - 1024) {
            throw new DioramaException(
                    ErrorCode.TOO_LARGE, "a model of less than 2 GiB expected: a GLB holds no more; leave parts out");
        }
        ArrayNode views = document.withArray("bufferViews");
        ObjectNode view = views.addObject();
        view.put("buffer", 0);
        view.put("byteOffset", bytes.size());
        view.put("byteLength", content.length);
        if (target != 0) {
            view.put("target", target);
        }
        bytes.writeBytes(content);
        while (bytes.size() % 4 != 0) {
            bytes.write(0);
        }
        return views.size() - 1;
    }

    private int accessor(int view, Component component, int count, String type) {
        ArrayNode accessors = document.withArray("accessors");
        ObjectNode accessor = accessors.addObject();
        accessor.put("bufferView", view);
        accessor.put("componentType", component.code());
        accessor.put("count", count);
        accessor.put("type", type);
        return accessors.size() - 1;
    }

    private void addRange(int accessor, float[] values, int width) {
        ObjectNode json = (ObjectNode) document.withArray("accessors").get(accessor);
        ArrayNode least = json.putArray("min");
        ArrayNode most = json.putArray("max");
        for (int axis = 0; axis < width; axis++) {
            float min = values[axis];
            float max = values[axis];
            for (int i = axis; i < values.length; i += width) {
                min = Math.min(min, values[i]);
                max = Math.max(max, values[i]);
            }
            // A float's shortest decimal is not its value; written as a double it is.
            least.add((double) min);
            most.add((double) max);
        }
    }

    private static byte[] little(float[] values) {
        ByteBuffer buffer =
                ByteBuffer.allocate(Math.multiplyExact(values.length, 4)).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    private static int width(String type) {
        return switch (type) {
            case "SCALAR" -> 1;
            case "VEC2" -> 2;
            case "VEC3" -> 3;
            case "VEC4" -> 4;
            case "MAT4" -> 16;
            default -> throw new IllegalArgumentException("a type of glTF expected, got " + type);
        };
    }
}
