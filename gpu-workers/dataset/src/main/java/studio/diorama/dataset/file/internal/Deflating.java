package studio.diorama.dataset.file.internal;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Deflate (zlib) in one call each way.
public final class Deflating {

    /// Deflate packs at most 1032 bytes into one; a file that claims more is refused before memory is taken.
    public static final long MOST_TO_ONE = 1032;

    private Deflating() {}

    /// Packs the first `length` bytes.
    public static byte[] pack(byte[] bytes, int length, int level, int strategy) {
        Deflater deflater = new Deflater(level);
        try {
            deflater.setStrategy(strategy);
            deflater.setInput(bytes, 0, length);
            deflater.finish();
            byte[] packed = new byte[length / 2 + 1024];
            int size = 0;
            while (!deflater.finished()) {
                if (size == packed.length) {
                    packed = Arrays.copyOf(packed, packed.length + length / 2 + 1024);
                }
                size += deflater.deflate(packed, size, packed.length - size);
            }
            return Arrays.copyOf(packed, size);
        } finally {
            deflater.end();
        }
    }

    /// Unpacks exactly as many bytes as `target` holds.
    ///
    /// @return whether the bytes were sound and of that number
    public static boolean unpack(byte[] packed, int offset, int length, byte[] target, int targetLength) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed, offset, length);
            int size = 0;
            while (size < targetLength) {
                int read = inflater.inflate(target, size, targetLength - size);
                if (read == 0) {
                    return false;
                }
                size += read;
            }
            return true;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }
}
