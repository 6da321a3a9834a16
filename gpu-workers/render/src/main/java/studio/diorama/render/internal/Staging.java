package studio.diorama.render.internal;

import java.nio.ByteBuffer;
import org.lwjgl.system.MemoryUtil;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Memory outside the heap in which uploads are laid out. One is enough for a renderer, which uploads one at a time.
final class Staging implements AutoCloseable {

    private ByteBuffer buffer = MemoryUtil.memAlloc(1 << 16);

    /// An empty buffer of at least that size, valid until the next call.
    ByteBuffer of(long bytes) {
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new DioramaException(
                    ErrorCode.TOO_LARGE,
                    "at most 2 GiB a mesh, texture or list expected, got %,d bytes: simplify the asset"
                            .formatted(bytes));
        }
        if (bytes > buffer.capacity()) {
            MemoryUtil.memFree(buffer);
            buffer = MemoryUtil.memAlloc((int) bytes);
        }
        return buffer.clear();
    }

    @Override
    public void close() {
        MemoryUtil.memFree(buffer);
    }
}
