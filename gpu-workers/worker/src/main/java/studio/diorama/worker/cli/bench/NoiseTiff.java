package studio.diorama.worker.cli.bench;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/// A valid 16-bit RGB picture of noise as a TIFF file of a given length (TIFF 6.0): a header, one strip, and a rest
/// of less than a row behind it. Pictures share their noise and differ by a number in the header, so that many of
/// them take no memory and yet each is a file of its own to a store that knows files by their hash.
///
/// @param number names the picture
/// @param bytes length of the file, whole chunks
record NoiseTiff(int number, long bytes) {

    /// As much as the studio takes at a time.
    static final int CHUNK_BYTES = 8 << 20;

    private static final int WIDTH = 4096;
    private static final int ROW_BYTES = WIDTH * 3 * 2;
    private static final int HEADER_BYTES = 256;
    private static final int BITS_AT = 200;
    private static final int NUMBER_AT = 208;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final byte[] NOISE = noise();

    NoiseTiff {
        if (bytes < CHUNK_BYTES || bytes % CHUNK_BYTES != 0) {
            throw new IllegalArgumentException(
                    "bytes: whole chunks of %,d expected, got %,d".formatted(CHUNK_BYTES, bytes));
        }
    }

    String name() {
        return "noise-%d.tif".formatted(number);
    }

    int chunks() {
        return (int) (bytes / CHUNK_BYTES);
    }

    /// Chunk `index`, to be written somewhere.
    ByteBuffer[] chunk(int index) {
        return index > 0
                ? new ByteBuffer[] {ByteBuffer.wrap(NOISE)}
                : new ByteBuffer[] {
                    ByteBuffer.wrap(header()), ByteBuffer.wrap(NOISE, HEADER_BYTES, CHUNK_BYTES - HEADER_BYTES)
                };
    }

    /// Chunk `index`, to be sent.
    BodyPublisher body(int index) {
        return index > 0
                ? BodyPublishers.ofByteArray(NOISE)
                : BodyPublishers.concat(
                        BodyPublishers.ofByteArray(header()),
                        BodyPublishers.ofByteArray(NOISE, HEADER_BYTES, CHUNK_BYTES - HEADER_BYTES));
    }

    private byte[] header() {
        int height = Math.toIntExact((bytes - HEADER_BYTES) / ROW_BYTES);
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        header.putShort((short) 10);
        entry(header, 256, LONG, 1, WIDTH);
        entry(header, 257, LONG, 1, height);
        entry(header, 258, SHORT, 3, BITS_AT);
        entry(header, 259, SHORT, 1, 1); // not compressed
        entry(header, 262, SHORT, 1, 2); // RGB
        entry(header, 273, LONG, 1, HEADER_BYTES);
        entry(header, 277, SHORT, 1, 3);
        entry(header, 278, LONG, 1, height);
        entry(header, 279, LONG, 1, height * ROW_BYTES);
        entry(header, 284, SHORT, 1, 1); // channels of a pixel side by side
        header.putInt(0); // no further picture
        header.putShort(BITS_AT, (short) 16).putShort(BITS_AT + 2, (short) 16).putShort(BITS_AT + 4, (short) 16);
        header.putInt(NUMBER_AT, number);
        return header.array();
    }

    private static void entry(ByteBuffer header, int tag, int type, int count, int value) {
        header.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] noise() {
        byte[] noise = new byte[CHUNK_BYTES];
        new Random(7).nextBytes(noise);
        return noise;
    }
}
