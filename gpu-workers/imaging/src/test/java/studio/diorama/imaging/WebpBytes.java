package studio.diorama.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/// Lossless WebP files (RFC 9649, section 3) of two greens, one bit a pixel: enough to know a decoder's pixels.
final class WebpBytes {

    private final BitSet bits = new BitSet();
    private int length;

    private WebpBytes() {}

    /// Red 10, blue 30 everywhere; green is 20 where (x + y) is even and 200 elsewhere.
    static byte[] chequered(int width, int height) {
        return riff(chunk("VP8L", vp8l(width, height)));
    }

    static byte[] vp8l(int width, int height) {
        WebpBytes stream = new WebpBytes();
        stream.put(0x2F, 8);
        stream.put(width - 1, 14);
        stream.put(height - 1, 14);
        // No alpha, version 0, no transform, no colour cache, one group of prefix codes.
        stream.put(0, 1 + 3 + 1 + 1 + 1);
        stream.put(0b111, 3);
        stream.put(20, 8);
        stream.put(200, 8);
        stream.single(10);
        stream.single(30);
        stream.single(255);
        stream.single(0);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                stream.put(x + y & 1, 1);
            }
        }
        byte[] bytes = new byte[(stream.length + 7) / 8];
        byte[] set = stream.bits.toByteArray();
        System.arraycopy(set, 0, bytes, 0, set.length);
        return bytes;
    }

    static byte[] chunk(String name, byte[] data) {
        return PngBytes.join(
                name.getBytes(StandardCharsets.US_ASCII), little(data.length), data, new byte[data.length & 1]);
    }

    static byte[] riff(byte[]... chunks) {
        byte[] body = PngBytes.join("WEBP".getBytes(StandardCharsets.US_ASCII), PngBytes.join(chunks));
        return PngBytes.join("RIFF".getBytes(StandardCharsets.US_ASCII), little(body.length), body);
    }

    /// The extended header.
    ///
    /// @param flags 0x02 animation, 0x08 EXIF, 0x10 alpha, 0x20 colour profile
    static byte[] extended(int flags, int width, int height) {
        byte[] size = PngBytes.join(Arrays.copyOf(little(width - 1), 3), Arrays.copyOf(little(height - 1), 3));
        return chunk("VP8X", PngBytes.join(little(flags), size));
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    /// A simple prefix code with one symbol, which then takes no bits.
    private void single(int symbol) {
        put(0b101, 3);
        put(symbol, 8);
    }

    /// Least significant bit first.
    private void put(int value, int count) {
        for (int i = 0; i < count; i++) {
            bits.set(length++, (value >> i & 1) != 0);
        }
    }
}
