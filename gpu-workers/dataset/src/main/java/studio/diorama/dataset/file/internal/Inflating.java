package studio.diorama.dataset.file.internal;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks zlib streams in one call.
public final class Inflating {

    /// Deflate packs at most 1032 bytes into one; a file that claims more is refused before memory is taken.
    public static final long MOST_TO_ONE = 1032;

    private Inflating() {}

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
