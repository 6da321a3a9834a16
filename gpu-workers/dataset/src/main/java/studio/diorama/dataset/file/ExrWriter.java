package studio.diorama.dataset.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import studio.diorama.dataset.file.internal.ExrBlocks;
import studio.diorama.dataset.file.internal.QuickDeflate;

/// Writes OpenEXR 2 files: one part, scan lines from the top, ZIP compression over 16 lines, channels alphabetical.
///
/// After the file layout published with OpenEXR ("OpenEXR File Layout"): a header of attributes, a table with each
/// block's place, then the blocks.
public final class ExrWriter {

    private static final int MAGIC = 0x01312F76;
    private static final int VERSION = 2;
    private static final byte ZIP = 3;

    private ExrWriter() {}

    /// Writes to a new file or over an old one.
    public static void write(ExrImage image, Path file) throws IOException {
        try (OutputStream output = Files.newOutputStream(file)) {
            output.write(encode(image));
        }
    }

    /// The whole file.
    public static byte[] encode(ExrImage image) {
        requireNonNull(image, "image is null");
        byte[] header = header(image);
        int blocks = (image.height() + ExrBlocks.LINES - 1) / ExrBlocks.LINES;
        byte[][] packed = new byte[blocks][];
        long size = header.length + 8L * blocks;
        for (int block = 0; block < blocks; block++) {
            packed[block] = block(image, block);
            size += 8 + packed[block].length;
        }
        ByteBuffer file = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
        file.put(header);
        long place = header.length + 8L * blocks;
        for (byte[] bytes : packed) {
            file.putLong(place);
            place += 8 + bytes.length;
        }
        for (int block = 0; block < blocks; block++) {
            file.putInt(block * ExrBlocks.LINES).putInt(packed[block].length).put(packed[block]);
        }
        return file.array();
    }

    /// A block's bytes: packed, or as they are if that is no longer, which readers tell by the length.
    private static byte[] block(ExrImage image, int block) {
        int from = block * ExrBlocks.LINES;
        int to = Math.min(image.height(), from + ExrBlocks.LINES);
        byte[] split = ExrBlocks.split(image, from, to);
        byte[] packed = QuickDeflate.pack(ExrBlocks.predicted(split), split.length);
        return packed.length < split.length ? packed : ExrBlocks.raw(split);
    }

    private static byte[] header(ExrImage image) {
        int room = 1024 + image.channels().size() * 64;
        for (Map.Entry<String, String> text : image.texts().entrySet()) {
            room += 64 + text.getKey().length() + 4 * text.getValue().length();
        }
        ByteBuffer header = ByteBuffer.allocate(room).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(MAGIC).putInt(VERSION);
        ByteBuffer channels =
                ByteBuffer.allocate(image.channels().size() * 64 + 1).order(ByteOrder.LITTLE_ENDIAN);
        for (ExrChannel channel : image.channels()) {
            text(channels, channel.name());
            // Type, "perceptually linear" with three reserved bytes, and no subsampling.
            channels.putInt(channel.type().ordinal()).putInt(0).putInt(1).putInt(1);
        }
        channels.put((byte) 0);
        attribute(header, "channels", "chlist", channels);
        attribute(header, "compression", "compression", little(1).put(ZIP));
        attribute(header, "dataWindow", "box2i", window(image));
        attribute(header, "displayWindow", "box2i", window(image));
        attribute(header, "lineOrder", "lineOrder", little(1).put((byte) 0));
        attribute(header, "pixelAspectRatio", "float", little(4).putFloat(1));
        attribute(header, "screenWindowCenter", "v2f", little(8).putFloat(0).putFloat(0));
        attribute(header, "screenWindowWidth", "float", little(4).putFloat(1));
        image.texts().forEach((name, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            attribute(header, name, "string", little(bytes.length).put(bytes));
        });
        header.put((byte) 0);
        byte[] bytes = new byte[header.position()];
        header.flip().get(bytes);
        return bytes;
    }

    private static ByteBuffer window(ExrImage image) {
        return little(16).putInt(0).putInt(0).putInt(image.width() - 1).putInt(image.height() - 1);
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void attribute(ByteBuffer header, String name, String type, ByteBuffer value) {
        text(header, name);
        text(header, type);
        value.flip();
        header.putInt(value.remaining()).put(value);
    }

    private static void text(ByteBuffer target, String text) {
        target.put(text.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    }
}
