package studio.diorama.dataset.file.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Bits into bytes, the lowest bit first, as deflate wants them.
final class BitOutput {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private int size;
    private long pending;
    private int pendingBits;

    /// @param room for all bytes that will be written and 8 more
    BitOutput(int room) {
        bytes = new byte[room];
    }

    /// Appends the lowest `count` (at most 31) bits of a value that has no higher ones.
    void put(int value, int count) {
        pending |= (long) value << pendingBits;
        pendingBits += count;
        if (pendingBits >= 32) {
            INTS.set(bytes, size, (int) pending);
            size += 4;
            pending >>>= 32;
            pendingBits -= 32;
        }
    }

    /// Appends what each token is written as.
    ///
    /// @param entries by token: at most 24 bits and, from bit 24 on, their number
    void putAll(short[] tokens, int count, int[] entries) {
        // Kept in locals, as every bit of every picture passes here.
        long bits = pending;
        int bitCount = pendingBits;
        int end = size;
        byte[] target = bytes;
        for (int i = 0; i < count; i++) {
            int entry = entries[tokens[i]];
            bits |= (long) (entry & 0xFFFFFF) << bitCount;
            bitCount += entry >>> 24;
            if (bitCount >= 32) {
                INTS.set(target, end, (int) bits);
                end += 4;
                bits >>>= 32;
                bitCount -= 32;
            }
        }
        pending = bits;
        pendingBits = bitCount;
        size = end;
    }

    /// Fills the byte at hand with zeros.
    void align() {
        put(0, -pendingBits & 7);
    }

    /// All whole bytes.
    byte[] bytes() {
        int end = size;
        for (long rest = pending, bits = pendingBits; bits >= 8; rest >>>= 8, bits -= 8) {
            bytes[end++] = (byte) rest;
        }
        return Arrays.copyOf(bytes, end);
    }
}
