package studio.diorama.dataset.file.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.diorama.dataset.file.ExrType;

/// What the header of an OpenEXR file says.
///
/// @param width of the data window
/// @param height of the data window
/// @param top first line of the data window
/// @param linesPerBlock 1 or 16
/// @param channels in the file's order
/// @param texts attributes that are strings
public record ExrHeader(
        long width, long height, int top, int linesPerBlock, List<Channel> channels, Map<String, String> texts) {

    private static final int MAGIC = 0x01312F76;
    private static final int LONGEST_NAME = 255;

    /// A channel of the list.
    public record Channel(String name, ExrType type) {}

    /// Bytes of one pixel over all channels.
    public int pixelBytes() {
        return channels.stream().mapToInt(c -> c.type().bytes()).sum();
    }

    /// Reads the header and leaves the buffer at the table of blocks.
    public static ExrHeader read(String file, ByteBuffer in) {
        if (in.remaining() < 8 || in.getInt() != MAGIC) {
            throw Refusals.unsupported(file, "an OpenEXR file", "other bytes");
        }
        int version = in.getInt();
        // Bit 10 (0x400) only allows longer names.
        if ((version & ~0x400) != 2) {
            throw Refusals.unsupported(
                    file, "OpenEXR 2 with one part of scan lines", "version and flags %x".formatted(version));
        }
        List<Channel> channels = null;
        int[] window = null;
        int lines = 0;
        Map<String, String> texts = new HashMap<>();
        for (String name = text(in); !name.isEmpty(); name = text(in)) {
            String type = text(in);
            int size = in.getInt();
            if (size < 0 || size > in.remaining()) {
                throw Refusals.damaged(file, "the attribute %s is longer than the file".formatted(name));
            }
            ByteBuffer value = in.slice(in.position(), size).order(in.order());
            in.position(in.position() + size);
            switch (name) {
                case "channels" -> channels = channels(file, value);
                case "compression" -> lines = lines(file, value.get());
                case "dataWindow" ->
                    window = new int[] {value.getInt(), value.getInt(), value.getInt(), value.getInt()};
                default -> {
                    if (type.equals("string") && texts.size() < 256) {
                        texts.put(name, StandardCharsets.UTF_8.decode(value).toString());
                    }
                }
            }
        }
        if (channels == null || window == null || lines == 0) {
            throw Refusals.damaged(file, "its header lacks channels, compression or dataWindow");
        }
        return new ExrHeader(
                (long) window[2] - window[0] + 1, (long) window[3] - window[1] + 1, window[1], lines, channels, texts);
    }

    private static List<Channel> channels(String file, ByteBuffer in) {
        List<Channel> channels = new ArrayList<>();
        for (String name = text(in); !name.isEmpty(); name = text(in)) {
            int type = in.getInt();
            in.getInt();
            int acrossSampling = in.getInt();
            int downSampling = in.getInt();
            if (acrossSampling != 1 || downSampling != 1) {
                throw Refusals.unsupported(file, "channels without subsampling", "a subsampled " + name);
            }
            if (type < 0 || type >= ExrType.values().length) {
                throw Refusals.damaged(file, "channel %s has the type %d".formatted(name, type));
            }
            channels.add(new Channel(name, ExrType.values()[type]));
        }
        return channels;
    }

    private static int lines(String file, int compression) {
        return switch (compression) {
            case 0, 2 -> 1;
            case 3 -> ExrBlocks.LINES;
            default ->
                throw Refusals.unsupported(file, "no, ZIPS or ZIP compression", "compression number " + compression);
        };
    }

    private static String text(ByteBuffer in) {
        StringBuilder text = new StringBuilder();
        for (byte b = in.get(); b != 0; b = in.get()) {
            if (text.length() == LONGEST_NAME) {
                throw new IllegalArgumentException("a name is too long");
            }
            text.append((char) (b & 0xFF));
        }
        return text.toString();
    }
}
