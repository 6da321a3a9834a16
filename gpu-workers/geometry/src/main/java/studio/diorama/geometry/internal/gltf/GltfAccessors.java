package studio.diorama.geometry.internal.gltf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import studio.diorama.common.ErrorCode;

/// Typed rows of numbers in buffer views (glTF 2.0, section 3.6.2), strides, normalised integers and sparse ones
/// included.
final class GltfAccessors {

    private final List<Json> accessors;
    private final GltfBuffers buffers;

    /// Numbers that may still be unpacked: accessors can share bytes, or have none, so bytes alone do not bound them.
    private long numbersLeft;

    GltfAccessors(Json document, GltfBuffers buffers, long maxBytes) {
        accessors = document.objects("accessors");
        this.buffers = buffers;
        numbersLeft = maxBytes / Float.BYTES;
    }

    int size() {
        return accessors.size();
    }

    /// How many rows an accessor has.
    int count(int number) {
        long count = accessors.get(number).requireSize("count");
        if (count < 1 || count > Integer.MAX_VALUE / 16) {
            throw accessors
                    .get(number)
                    .refuse("'count' from 1 to %d expected, got %d".formatted(Integer.MAX_VALUE / 16, count));
        }
        return (int) count;
    }

    /// How many numbers a row has.
    int width(int number) {
        String type = accessors.get(number).text("type", "");
        return switch (type) {
            case "SCALAR" -> 1;
            case "VEC2" -> 2;
            case "VEC3" -> 3;
            case "VEC4", "MAT2" -> 4;
            case "MAT3" -> 9;
            case "MAT4" -> 16;
            default ->
                throw accessors
                        .get(number)
                        .refuse("'type' SCALAR, VEC2, VEC3, VEC4, MAT2, MAT3 or MAT4 expected, got '%s'"
                                .formatted(studio.diorama.geometry.internal.BoundedBytes.shown(type)));
        };
    }

    Json json(int number) {
        return accessors.get(number);
    }

    /// Rows as floats; integers that are marked as normalised go to 0 … 1 or -1 … 1.
    float[] floats(int number, int width) {
        Json accessor = checked(number, width);
        Component component = component(accessor);
        boolean normalised = accessor.flag("normalized") && component != Component.FLOAT;
        double[] rows = rows(accessor, number, width, component);
        float[] result = new float[rows.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) (normalised ? component.normalised(rows[i]) : rows[i]);
        }
        return result;
    }

    /// Rows as whole numbers.
    int[] integers(int number, int width) {
        Json accessor = checked(number, width);
        Component component = component(accessor);
        if (component == Component.FLOAT) {
            throw accessor.refuse("integers expected, got floats");
        }
        double[] rows = rows(accessor, number, width, component);
        int[] result = new int[rows.length];
        for (int i = 0; i < result.length; i++) {
            if (rows[i] > Integer.MAX_VALUE) {
                throw accessor.refuse("numbers below 2³¹ expected, got %.0f".formatted(rows[i]));
            }
            result[i] = (int) rows[i];
        }
        return result;
    }

    private Json checked(int number, int width) {
        if (width(number) != width) {
            throw accessors.get(number).refuse("%d numbers a row expected, got %d".formatted(width, width(number)));
        }
        return accessors.get(number);
    }

    private static Component component(Json accessor) {
        long code = accessor.requireSize("componentType");
        return Component.of(code)
                .orElseThrow(() -> accessor.refuse("'componentType' 5120 to 5123, 5125 or 5126 expected, got " + code));
    }

    private double[] rows(Json accessor, int number, int width, Component component) {
        int count = count(number);
        numbersLeft -= (long) count * width;
        if (numbersLeft < 0) {
            throw accessor.refuse(ErrorCode.TOO_LARGE, "the file unpacks to more numbers than the limit of a model");
        }
        double[] rows = accessor.has("bufferView")
                ? dense(accessor, accessor.requireIndex("bufferView", buffers.viewCount()), count, width, component)
                : new double[Math.multiplyExact(count, width)];
        if (accessor.has("sparse")) {
            replace(rows, accessor.requireObject("sparse"), count, width, component);
        }
        return rows;
    }

    private double[] dense(Json where, int view, int count, int width, Component component) {
        ByteBuffer bytes = buffers.view(view).order(ByteOrder.LITTLE_ENDIAN);
        long offset = where.size("byteOffset", 0);
        int rowBytes = rowBytes(width, component);
        int stride = buffers.stride(view) == 0 ? rowBytes : buffers.stride(view);
        if (stride < rowBytes) {
            throw where.refuse("rows of %d bytes do not fit a stride of %d".formatted(rowBytes, stride));
        }
        long end = (long) stride * (count - 1) + rowBytes;
        if (offset > bytes.limit() || end > bytes.limit() - offset) {
            throw where.refuse("%d rows of %d bytes from %d on do not fit a buffer view of %d"
                    .formatted(count, stride, offset, bytes.limit()));
        }
        double[] rows = new double[Math.multiplyExact(count, width)];
        for (int row = 0; row < count; row++) {
            int at = (int) offset + row * stride;
            for (int i = 0; i < width; i++) {
                rows[row * width + i] = component.read(bytes, at + i * component.bytes());
            }
        }
        return rows;
    }

    /// Matrices of bytes and shorts start each column at a multiple of four bytes; none of them has a use in glTF.
    private static int rowBytes(int width, Component component) {
        return width * component.bytes();
    }

    private void replace(double[] rows, Json sparse, int count, int width, Component component) {
        long changed = sparse.requireSize("count");
        if (changed < 1 || changed > count) {
            throw sparse.refuse("'count' from 1 to %d expected, got %d".formatted(count, changed));
        }
        Json indices = sparse.requireObject("indices");
        Json values = sparse.requireObject("values");
        Component indexType = component(indices);
        if (indexType == Component.FLOAT) {
            throw indices.refuse("integers expected, got floats");
        }
        double[] places =
                dense(indices, indices.requireIndex("bufferView", buffers.viewCount()), (int) changed, 1, indexType);
        double[] replacements =
                dense(values, values.requireIndex("bufferView", buffers.viewCount()), (int) changed, width, component);
        double before = -1;
        for (int i = 0; i < places.length; i++) {
            if (!(places[i] > before) || places[i] >= count) {
                throw indices.refuse("growing numbers below %d expected, got %.0f".formatted(count, places[i]));
            }
            before = places[i];
            System.arraycopy(replacements, i * width, rows, (int) places[i] * width, width);
        }
    }
}
