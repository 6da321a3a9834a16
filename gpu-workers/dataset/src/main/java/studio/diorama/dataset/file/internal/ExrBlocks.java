package studio.diorama.dataset.file.internal;

import studio.diorama.dataset.file.ExrChannel;
import studio.diorama.dataset.file.ExrImage;

/// Sixteen lines of an OpenEXR file as bytes, and the reshuffling before ZIP: bytes at even places first, odd ones
/// after, then each as the difference to the one before plus 128.
public final class ExrBlocks {

    /// Lines of a ZIP block.
    public static final int LINES = 16;

    private ExrBlocks() {}

    /// Line after line, in it channel after channel, little-endian.
    public static byte[] raw(ExrImage image, int fromLine, int toLine) {
        int pixelBytes =
                image.channels().stream().mapToInt(c -> c.type().bytes()).sum();
        byte[] raw = new byte[Math.multiplyExact(pixelBytes * (toLine - fromLine), image.width())];
        int at = 0;
        for (int line = fromLine; line < toLine; line++) {
            for (ExrChannel channel : image.channels()) {
                int first = channel.offset() + line * image.width() * channel.stride();
                at = switch (channel.type()) {
                    case HALF -> halves(channel, first, image.width(), raw, at);
                    case FLOAT -> floats(channel, first, image.width(), raw, at);
                    case UINT -> wholes(channel, first, image.width(), raw, at);
                };
            }
        }
        return raw;
    }

    private static int halves(ExrChannel channel, int first, int count, byte[] raw, int start) {
        float[] samples = channel.samples();
        int at = start;
        for (int i = 0, from = first; i < count; i++, from += channel.stride()) {
            short bits = Float.floatToFloat16(samples[from]);
            raw[at] = (byte) bits;
            raw[at + 1] = (byte) (bits >> 8);
            at += 2;
        }
        return at;
    }

    private static int floats(ExrChannel channel, int first, int count, byte[] raw, int start) {
        float[] samples = channel.samples();
        int at = start;
        for (int i = 0, from = first; i < count; i++, from += channel.stride()) {
            put(raw, at, Float.floatToRawIntBits(samples[from]));
            at += 4;
        }
        return at;
    }

    private static int wholes(ExrChannel channel, int first, int count, byte[] raw, int start) {
        float[] samples = channel.samples();
        int at = start;
        for (int i = 0, from = first; i < count; i++, from += channel.stride()) {
            put(raw, at, (int) (long) samples[from]);
            at += 4;
        }
        return at;
    }

    private static void put(byte[] raw, int at, int bits) {
        raw[at] = (byte) bits;
        raw[at + 1] = (byte) (bits >> 8);
        raw[at + 2] = (byte) (bits >> 16);
        raw[at + 3] = (byte) (bits >> 24);
    }

    /// The bytes as they are packed.
    public static byte[] predicted(byte[] raw) {
        byte[] split = new byte[raw.length];
        int half = (raw.length + 1) / 2;
        for (int i = 0; i < raw.length / 2; i++) {
            split[i] = raw[2 * i];
            split[half + i] = raw[2 * i + 1];
        }
        if ((raw.length & 1) == 1) {
            split[half - 1] = raw[raw.length - 1];
        }
        byte[] predicted = new byte[raw.length];
        predicted[0] = split[0];
        for (int i = 1; i < split.length; i++) {
            predicted[i] = (byte) (split[i] - split[i - 1] + 128);
        }
        return predicted;
    }

    /// The other way, into `raw`.
    public static void restore(byte[] predicted, byte[] raw, int length) {
        for (int i = 1; i < length; i++) {
            predicted[i] = (byte) (predicted[i - 1] + predicted[i] - 128);
        }
        int half = (length + 1) / 2;
        for (int i = 0; i < length; i++) {
            raw[i] = predicted[(i & 1) == 0 ? i / 2 : half + i / 2];
        }
    }
}
