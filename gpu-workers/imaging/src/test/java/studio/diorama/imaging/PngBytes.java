package studio.diorama.imaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// PNG files put together by hand, also such as no encoder would write.
final class PngBytes {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int AFTER_HEADER = 33;

    private PngBytes() {}

    static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) checksum.getValue())
                .array();
    }

    /// A PNG with a header of any size, the given chunks and one row's worth of pixels at most.
    static byte[] of(int width, int height, int depth, int colourType, byte[]... chunks) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        png.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) colourType)
                        .put(new byte[3])
                        .array()));
        for (byte[] chunk : chunks) {
            png.writeBytes(chunk);
        }
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    /// The file with more chunks right behind its header.
    static byte[] with(byte[] png, byte[]... chunks) {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.write(png, 0, AFTER_HEADER);
        for (byte[] chunk : chunks) {
            more.writeBytes(chunk);
        }
        more.write(png, AFTER_HEADER, png.length - AFTER_HEADER);
        return more.toByteArray();
    }

    static byte[] profile(byte[] icc) {
        return chunk("iCCP", join("name\0\0".getBytes(StandardCharsets.US_ASCII), deflated(icc)));
    }

    static byte[] deflated(byte[] data) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(packed, new Deflater(9))) {
            stream.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
