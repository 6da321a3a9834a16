package studio.diorama.dataset.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.diorama.dataset.file.internal.Refusals;

/// Middlebury's `.flo` files: the float 202021.25 (the bytes `PIEH`), width, height, then u and v of each pixel,
/// little-endian. +u is right, +v down. A component above 1e9 in size means unknown.
public final class FloFile {

    private static final float MAGIC = 202021.25f;
    private static final int HEADER = 12;

    private FloFile() {}

    /// A flow field.
    ///
    /// @param flow (height × width × 2) pixels
    public record Flow(int width, int height, float[] flow) {
        public Flow {
            requireNonNull(flow, "flow is null");
            if (width < 1 || height < 1 || flow.length != Math.multiplyExact(Math.multiplyExact(width, height), 2)) {
                throw new IllegalArgumentException(
                        "%d × %d × 2 numbers expected, got %d".formatted(width, height, flow.length));
            }
        }
    }

    public static byte[] encode(Flow flow) {
        requireNonNull(flow, "flow is null");
        ByteBuffer file = ByteBuffer.allocate(Math.addExact(HEADER, Math.multiplyExact(flow.flow.length, 4)))
                .order(ByteOrder.LITTLE_ENDIAN);
        file.putFloat(MAGIC).putInt(flow.width).putInt(flow.height);
        file.asFloatBuffer().put(flow.flow);
        return file.array();
    }

    /// Writes to a new file or over an old one.
    public static void write(Flow flow, Path file) throws IOException {
        try (OutputStream output = Files.newOutputStream(file)) {
            output.write(encode(flow));
        }
    }

    /// @throws studio.diorama.common.DioramaException if it is no such file, too large or damaged
    public static Flow read(Path file, FileLimits limits) throws IOException {
        return decode(file.getFileName().toString(), Files.readAllBytes(file), limits);
    }

    /// @param name that errors call it by
    public static Flow decode(String name, byte[] file, FileLimits limits) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEADER || in.getFloat() != MAGIC) {
            throw Refusals.unsupported(name, "a Middlebury .flo file", "other bytes");
        }
        int width = in.getInt();
        int height = in.getInt();
        limits.check(name, width, height, 2);
        if (file.length != HEADER + 8L * width * height) {
            throw Refusals.damaged(
                    name,
                    "%d × %d pixels need %d bytes, it has %d"
                            .formatted(width, height, HEADER + 8L * width * height, file.length));
        }
        float[] flow = new float[2 * width * height];
        in.asFloatBuffer().get(flow);
        return new Flow(width, height, flow);
    }
}
