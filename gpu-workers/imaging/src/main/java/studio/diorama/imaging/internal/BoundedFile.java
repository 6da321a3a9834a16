package studio.diorama.imaging.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/// Random reads from a hostile file through one small buffer and a budget.
///
/// A read past the end is a refusal, so no caller can mistake the end for data; the budget ends walks that a
/// file made long on purpose.
final class BoundedFile {

    private static final int BUFFER_BYTES = 1 << 14;

    /// After a jump little is read, as walks over chunks look at a few bytes of each.
    private static final int JUMP_BYTES = 1 << 8;

    private static final long HEADER_BUDGET_BYTES = 256L << 20;

    private final SeekableByteChannel channel;
    private final long size;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private long bufferPosition;
    private long budgetBytes;

    BoundedFile(SeekableByteChannel channel) throws IOException {
        this(channel, HEADER_BUDGET_BYTES);
    }

    private BoundedFile(SeekableByteChannel channel, long budgetBytes) throws IOException {
        this.budgetBytes = budgetBytes;
        this.channel = requireNonNull(channel, "channel is null");
        this.size = channel.size();
    }

    /// For one pass over all of a file that has been scanned before.
    static BoundedFile inFull(SeekableByteChannel channel) throws IOException {
        return new BoundedFile(channel, Long.MAX_VALUE);
    }

    long size() {
        return size;
    }

    /// The unsigned byte at `position`.
    int unsignedByte(long position) {
        require(position, 1);
        if (position < bufferPosition || position >= bufferPosition + buffer.limit()) {
            fill(position);
        }
        return buffer.get((int) (position - bufferPosition)) & 0xFF;
    }

    /// The unsigned 16-bit number at `position`, in big-endian (network) or little-endian order.
    int unsignedShort(long position, boolean bigEndian) {
        int first = unsignedByte(position);
        int second = unsignedByte(position + 1);
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    /// The unsigned 32-bit number at `position`.
    long unsignedInt(long position, boolean bigEndian) {
        long first = unsignedShort(position, bigEndian);
        long second = unsignedShort(position + 2, bigEndian);
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    /// A copy of `length` bytes; the caller has capped the length.
    byte[] bytes(long position, int length) {
        require(position, length);
        byte[] copy = new byte[length];
        for (int i = 0; i < length; i++) {
            copy[i] = (byte) unsignedByte(position + i);
        }
        return copy;
    }

    /// Whether the ASCII characters of `text` stand at `position`; false past the end.
    boolean holds(long position, String text) {
        if (position < 0 || position + text.length() > size) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (unsignedByte(position + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Refuses the file unless all of the range lies inside it.
    void require(long position, long length) {
        if (position < 0 || length < 0 || position > size - length) {
            throw Refusal.truncated();
        }
    }

    private void fill(long position) {
        try {
            boolean onward = position == bufferPosition + buffer.limit();
            buffer.clear().limit(onward ? BUFFER_BYTES : JUMP_BYTES);
            channel.position(position);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // A channel may give less than was asked for.
            }
            buffer.flip();
            bufferPosition = position;
            budgetBytes -= buffer.limit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (buffer.limit() == 0) {
            throw Refusal.truncated();
        }
        if (budgetBytes < 0) {
            throw Refusal.overLimit("bytes read for the header", (HEADER_BUDGET_BYTES >> 20) + " MiB", "more");
        }
    }
}
