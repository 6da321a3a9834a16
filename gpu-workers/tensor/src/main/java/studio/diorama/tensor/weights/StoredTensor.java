package studio.diorama.tensor.weights;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// A tensor at rest. Two are equal where type, shape and every byte are.
///
/// @param type of its numbers
/// @param shape sizes of the dimensions, outermost first; empty for a single number
/// @param data the numbers, row-major and little-endian. Kept, not copied: whoever made it no longer writes to it.
/// Given back as a read-only, little-endian view from the first number to the last
public record StoredTensor(TensorType type, List<Long> shape, ByteBuffer data) {

    private static final int MOST_DIMENSIONS = 16;

    public StoredTensor {
        requireNonNull(type, "type is null");
        shape = List.copyOf(shape);
        data = data.slice().asReadOnlyBuffer();
        long expected = Math.multiplyExact(elements(shape), type.bytes());
        if (data.remaining() != expected) {
            throw new IllegalArgumentException(
                    "a tensor %s of %s has %d bytes, got %d".formatted(shape, type, expected, data.remaining()));
        }
    }

    /// @param values row-major; copied
    /// @param shape none for a single number
    public static StoredTensor ofFloats(float[] values, long... shape) {
        ByteBuffer data = allocate(values.length, TensorType.F32);
        data.asFloatBuffer().put(values);
        return new StoredTensor(TensorType.F32, sizes(shape), data);
    }

    /// @param values row-major; copied
    /// @param shape none for a single number
    public static StoredTensor ofLongs(long[] values, long... shape) {
        ByteBuffer data = allocate(values.length, TensorType.I64);
        data.asLongBuffer().put(values);
        return new StoredTensor(TensorType.I64, sizes(shape), data);
    }

    @Override
    public ByteBuffer data() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /// How many numbers it has: the product of its sizes.
    public int elements() {
        return data.remaining() / type.bytes();
    }

    /// Every number as a float, rounded to nearest where its type holds more.
    public float[] toFloats() {
        ByteBuffer bytes = data();
        float[] values = new float[elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type) {
                case F32 -> bytes.getFloat();
                case F64 -> (float) bytes.getDouble();
                case F16 -> Float.float16ToFloat(bytes.getShort());
                case BF16 -> Float.intBitsToFloat(bytes.getShort() << 16);
                case I64, I32, I16, I8, U8, BOOL -> whole(bytes);
            };
        }
        return values;
    }

    /// Every number of a whole type.
    ///
    /// @throws DioramaException naming the type where it is a floating one
    public long[] toLongs() {
        if (!type.isWhole()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, "A tensor of whole numbers was expected, got one of %s.".formatted(type));
        }
        ByteBuffer bytes = data();
        long[] values = new long[elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = whole(bytes);
        }
        return values;
    }

    private long whole(ByteBuffer bytes) {
        return switch (type) {
            case I64 -> bytes.getLong();
            case I32 -> bytes.getInt();
            case I16 -> bytes.getShort();
            case I8 -> bytes.get();
            case U8, BOOL -> bytes.get() & 0xFF;
            case F32, F64, F16, BF16 -> throw new IllegalStateException(type + " is not a whole type");
        };
    }

    /// The product of the sizes.
    ///
    /// @throws IllegalArgumentException where a size is negative, or there are too many of them
    /// @throws ArithmeticException where the product is over 2⁶³
    static long elements(List<Long> shape) {
        if (shape.size() > MOST_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "at most %d dimensions are taken, got %d".formatted(MOST_DIMENSIONS, shape.size()));
        }
        long product = 1;
        for (long size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("sizes of at least 0 expected, got " + shape);
            }
            product = Math.multiplyExact(product, size);
        }
        return product;
    }

    private static ByteBuffer allocate(int count, TensorType type) {
        return ByteBuffer.allocate(Math.multiplyExact(count, type.bytes())).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static List<Long> sizes(long[] shape) {
        List<Long> sizes = new ArrayList<>();
        for (long size : shape) {
            sizes.add(size);
        }
        return sizes;
    }
}
