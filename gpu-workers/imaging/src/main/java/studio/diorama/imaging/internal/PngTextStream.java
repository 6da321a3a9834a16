package studio.diorama.imaging.internal;

import static java.util.Objects.requireNonNull;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/// Passes a PNG on and puts uncompressed iTXt chunks (PNG, section 11.3.3.4) behind its header chunk. Never
/// closes the stream below.
public final class PngTextStream extends FilterOutputStream {

    private static final int HEADER_BYTES = 33;

    private final byte[] texts;
    private int passed;

    /// @param texts keyword to text
    public PngTextStream(OutputStream output, Map<String, String> texts) {
        super(requireNonNull(output, "output is null"));
        ByteBuffer chunks = ByteBuffer.allocate(texts.entrySet().stream()
                .mapToInt(text -> utf8(text.getKey()).length + utf8(text.getValue()).length + 17)
                .sum());
        texts.forEach((keyword, text) -> chunk(chunks, keyword, utf8(text)));
        this.texts = chunks.array();
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int header = Math.min(length, HEADER_BYTES - passed);
        if (header > 0) {
            out.write(bytes, offset, header);
            passed += header;
            if (passed == HEADER_BYTES) {
                out.write(texts);
            }
        }
        int rest = length - Math.max(0, header);
        out.write(bytes, offset + length - rest, rest);
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    private static void chunk(ByteBuffer chunks, String keyword, byte[] text) {
        boolean printable = keyword.chars().allMatch(c -> c >= 32 && c < 127);
        if (!printable || keyword.isEmpty() || keyword.length() > 79 || !keyword.equals(keyword.strip())) {
            throw new IllegalArgumentException(
                    "a PNG keyword has 1 to 79 printable ASCII characters, got \"%s\"".formatted(keyword));
        }
        ByteBuffer body = ByteBuffer.allocate(keyword.length() + 9 + text.length);
        body.put(utf8("iTXt")).put(utf8(keyword));
        // NUL, not compressed, method 0, no language, no translated keyword.
        body.put(new byte[5]).put(text);
        CRC32 checksum = new CRC32();
        checksum.update(body.array());
        chunks.putInt(body.capacity() - 4).put(body.array()).putInt((int) checksum.getValue());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
