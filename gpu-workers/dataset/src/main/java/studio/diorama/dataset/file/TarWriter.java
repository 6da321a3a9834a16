package studio.diorama.dataset.file;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Writes a tar archive (POSIX ustar) of plain files: owner 0, mode 644 and time 0, so the same members give the same
/// bytes.
public final class TarWriter implements Closeable {

    private static final int BLOCK = 512;

    private final OutputStream output;
    private long size;

    /// A new archive, or one in the place of an old file.
    public TarWriter(Path file) throws IOException {
        output = new BufferedOutputStream(Files.newOutputStream(file), 1 << 17);
    }

    /// What an archive of a member grows by.
    public static long room(long memberBytes) {
        return BLOCK + (memberBytes + BLOCK - 1) / BLOCK * BLOCK;
    }

    /// Bytes written so far.
    public long size() {
        return size;
    }

    /// Adds a file.
    ///
    /// @param name 1 to 99 ASCII characters
    public void add(String name, byte[] bytes) throws IOException {
        requireNonNull(bytes, "bytes is null");
        if (name.isEmpty() || name.length() > 99 || !name.chars().allMatch(c -> c > 31 && c < 127)) {
            throw new IllegalArgumentException("a name of 1 to 99 ASCII characters expected, got " + name);
        }
        byte[] header = new byte[BLOCK];
        text(header, 0, name);
        text(header, 100, "0000644");
        text(header, 108, "0000000");
        text(header, 116, "0000000");
        text(header, 124, "%011o".formatted(bytes.length));
        text(header, 136, "00000000000");
        header[156] = '0';
        text(header, 257, "ustar");
        text(header, 263, "00");
        // The checksum counts its own field as blanks.
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        text(header, 148, "%06o".formatted(sum));
        header[154] = 0;
        output.write(header);
        output.write(bytes);
        output.write(new byte[(int) (room(bytes.length) - BLOCK - bytes.length)]);
        size += room(bytes.length);
    }

    /// Ends the archive with two empty blocks.
    @Override
    public void close() throws IOException {
        try (output) {
            output.write(new byte[2 * BLOCK]);
        }
    }

    private static void text(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
