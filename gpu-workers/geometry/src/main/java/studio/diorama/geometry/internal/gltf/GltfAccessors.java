package studio.diorama.geometry.internal.gltf;

import java.nio.ByteBuffer;
import java.util.List;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.internal.BoundedBytes;

/// Typed rows of numbers in buffer views (glTF 2.0, section 3.6.2), strides, normalised integers and sparse ones
/// included.
final class GltfAccessors {

    private final List<Json> accessors;
    private final GltfBuffers buffers;

    /// Numbers that may still be unpacked: accessors can share bytes, or have none, so bytes alone do not bound them.
    private long numbersLeft;

    /// Those of them that may come of accessors without bytes: a short file could ask for any number of zeros.
    private long zerosLeft;

    GltfAccessors(Json document, GltfBuffers buffers, long maxBytes) {
        accessors = document.objects("accessors");
        this.buffers = buffers;
        numbersLeft = maxBytes / Float.BYTES;
        zerosLeft = maxBytes / 32;
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
                                .formatted(BoundedBytes.shown(type)));
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
        float[] result = new float[affordable(accessor, number, width)];
        read(
                accessor,
                number,
                width,
                (i, value) -> result[i] = (float) (normalised ? component.normalised(value) : value));
        return result;
    }

    /// Rows as whole numbers.
    int[] integers(int number, int width) {
        Json accessor = checked(number, width);
        if (component(accessor) == Component.FLOAT) {
            throw accessor.refuse("integers expected, got floats");
        }
        int[] result = new int[affordable(accessor, number, width)];
        read(accessor, number, width, (i, value) -> {
            if (value > Integer.MAX_VALUE) {
                throw accessor.refuse("numbers below 2³¹ expected, got %.0f".formatted(value));
            }
            result[i] = (int) value;
        });
        return result;
    }

    /// Takes numbers to where they belong.
    private interface Sink {
        void set(int index, double value);
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

    /// How many numbers an accessor has, taken off what the file may still unpack. Asked before memory is.
    private int affordable(Json accessor, int number, int width) {
        if (accessor.has("bufferView")) {
            requireFit(accessor, count(number), width, component(accessor));
        }
        long count = (long) count(number) * width;
        numbersLeft -= count;
        zerosLeft -= accessor.has("bufferView") ? 0 : count;
        if (numbersLeft < 0 || zerosLeft < 0) {
            throw accessor.refuse(ErrorCode.TOO_LARGE, "the file unpacks to more numbers than the limit of a model");
        }
        return Math.toIntExact(count);
    }

    private void read(Json accessor, int number, int width, Sink to) {
        int count = count(number);
        Component component = component(accessor);
        if (accessor.has("bufferView")) {
            readView(accessor, count, width, component, to);
        }
        if (accessor.has("sparse")) {
            replace(accessor.requireObject("sparse"), count, width, component, to);
        }
    }

    /// @return bytes from one row to the next
    private int requireFit(Json where, int count, int width, Component component) {
        int view = where.requireIndex("bufferView", buffers.viewCount());
        long length = buffers.view(view).limit();
        long offset = where.size("byteOffset", 0);
        // Matrices of bytes and shorts would start each column at a multiple of four; none of them has a use in glTF.
        int rowBytes = width * component.bytes();
        int stride = buffers.stride(view) == 0 ? rowBytes : buffers.stride(view);
        if (stride < rowBytes) {
            throw where.refuse("rows of %d bytes do not fit a stride of %d".formatted(rowBytes, stride));
        }
        long end = (long) stride * (count - 1) + rowBytes;
        if (offset > length || end > length - offset) {
            throw where.refuse("%d rows of %d bytes from %d on do not fit a buffer view of %d"
                    .formatted(count, stride, offset, length));
        }
        return stride;
    }

    private void readView(Json where, int count, int width, Component component, Sink to) {
        int stride = requireFit(where, count, width, component);
        ByteBuffer bytes = buffers.view(where.requireIndex("bufferView", buffers.viewCount()));
        int offset = (int) where.size("byteOffset", 0);
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < width; i++) {
                to.set(row * width + i, component.read(bytes, offset + row * stride + i * component.bytes()));
            }
        }
    }

    private void replace(Json sparse, int count, int width, Component component, Sink to) {
        long changed = sparse.requireSize("count");
        if (changed < 1 || changed > count) {
            throw sparse.refuse("'count' from 1 to %d expected, got %d".formatted(count, changed));
        }
        Json indices = sparse.requireObject("indices");
        Component indexType = component(indices);
        if (indexType == Component.FLOAT) {
            throw indices.refuse("integers expected, got floats");
        }
        requireFit(indices, (int) changed, 1, indexType);
        double[] places = new double[(int) changed];
        readView(indices, places.length, 1, indexType, (i, place) -> {
            double before = i == 0 ? -1 : places[i - 1];
            if (!(place > before) || place >= count) {
                throw indices.refuse("growing numbers below %d expected, got %.0f".formatted(count, place));
            }
            places[i] = place;
        });
        readView(
                sparse.requireObject("values"),
                places.length,
                width,
                component,
                (i, value) -> to.set((int) places[i / width] * width + i % width, value));
    }
}
