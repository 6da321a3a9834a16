package studio.diorama.imaging.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import studio.diorama.imaging.Rgb16Image;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;

/// Raw samples on their way from the child to its parent: as in memory, 16-bit samples in little-endian order.
public final class SampleFile {

    private static final int PIECE_BYTES = 1 << 20;

    private SampleFile() {}

    static void write(RgbImage image, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer piece = ByteBuffer.allocateDirect(PIECE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            int samples = Math.multiplyExact(image.width() * 3, image.height());
            int each = PIECE_BYTES * 8 / image.bitDepth();
            for (int done = 0; done < samples; done += each) {
                int count = Math.min(each, samples - done);
                piece.clear();
                switch (image) {
                    case Rgb8Image bytes ->
                        piece.put(bytes.samples(), done, count).flip();
                    case Rgb16Image shorts -> {
                        piece.asShortBuffer().put(shorts.samples(), done, count);
                        piece.limit(count * 2);
                    }
                }
                while (piece.hasRemaining()) {
                    channel.write(piece);
                }
            }
        }
    }

    /// Reads the samples of a picture of known size.
    ///
    /// @throws IOException also when the file has another length than the size asks for
    public static RgbImage read(Path file, int width, int height, int bitDepth) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long samples = Math.multiplyExact(Math.multiplyExact((long) width, height), 3L);
            long expectedBytes = samples * bitDepth / 8;
            if (width < 1 || height < 1 || samples > Integer.MAX_VALUE - 8 || channel.size() != expectedBytes) {
                throw new IOException("%d × %d × 3 samples of %d bits expected, got %d bytes"
                        .formatted(width, height, bitDepth, channel.size()));
            }
            return bitDepth == 8
                    ? new Rgb8Image(width, height, bytes(channel, (int) samples))
                    : new Rgb16Image(width, height, shorts(channel, (int) samples));
        }
    }

    private static byte[] bytes(FileChannel channel, int count) throws IOException {
        byte[] samples = new byte[count];
        ByteBuffer piece = ByteBuffer.allocateDirect(PIECE_BYTES);
        for (int done = 0; done < count; ) {
            fill(channel, piece, count - done);
            int size = piece.remaining();
            piece.get(samples, done, size);
            done += size;
        }
        return samples;
    }

    private static short[] shorts(FileChannel channel, int count) throws IOException {
        short[] samples = new short[count];
        ByteBuffer piece = ByteBuffer.allocateDirect(PIECE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int done = 0; done < count; ) {
            fill(channel, piece, 2L * (count - done));
            int size = piece.remaining() / 2;
            piece.asShortBuffer().get(samples, done, size);
            done += size;
        }
        return samples;
    }

    private static void fill(FileChannel channel, ByteBuffer piece, long bytes) throws IOException {
        piece.clear().limit((int) Math.min(PIECE_BYTES, bytes));
        while (piece.hasRemaining()) {
            if (channel.read(piece) < 0) {
                throw new IOException("the decoded samples end too early");
            }
        }
        piece.flip();
    }
}
