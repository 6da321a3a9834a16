package studio.diorama.dataset.file.internal;

import studio.diorama.dataset.file.ExrChannel;
import studio.diorama.dataset.file.ExrImage;

/// Sixteen lines of an OpenEXR file as bytes, and the reshuffling before ZIP: bytes at even places first, odd ones
/// after, then each as the difference to the one before plus 128.
public final class ExrBlocks {

    /// Lines of a ZIP block.
    public static final int LINES = 16;

    private ExrBlocks() {}

    /// Line after line, in it channel after channel, little-endian; of these bytes all at even places, then all at odd
    /// ones. Samples have two or four bytes, so both halves are equally long.
    public static byte[] split(ExrImage image, int fromLine, int toLine) {
        int pixelBytes =
                image.channels().stream().mapToInt(c -> c.type().bytes()).sum();
        byte[] split = new byte[Math.multiplyExact(pixelBytes * (toLine - fromLine), image.width())];
        int at = 0;
        for (int line = fromLine; line < toLine; line++) {
            for (ExrChannel channel : image.channels()) {
                int first = channel.offset() + line * image.width() * channel.stride();
                at = switch (channel.type()) {
                    case HALF -> halves(channel, first, image.width(), split, at);
                    case FLOAT -> floats(channel, first, image.width(), split, at);
                    case UINT -> wholes(channel, first, image.width(), split, at);
                };
            }
        }
        return split;
    }

    private static int halves(ExrChannel channel, int first, int count, byte[] split, int start) {
        float[] samples = channel.samples();
        int odd = split.length / 2;
        int stride = channel.stride();
        for (int i = 0; i < count; i++) {
            short bits = Float.floatToFloat16(samples[first + i * stride]);
            split[start + i] = (byte) bits;
            split[odd + start + i] = (byte) (bits >> 8);
        }
        return start + count;
    }

    private static int floats(ExrChannel channel, int first, int count, byte[] split, int start) {
        float[] samples = channel.samples();
        int stride = channel.stride();
        for (int i = 0; i < count; i++) {
            put(split, start + 2 * i, Float.floatToRawIntBits(samples[first + i * stride]));
        }
        return start + 2 * count;
    }

    private static int wholes(ExrChannel channel, int first, int count, byte[] split, int start) {
        float[] samples = channel.samples();
        int stride = channel.stride();
        for (int i = 0; i < count; i++) {
            put(split, start + 2 * i, (int) (long) samples[first + i * stride]);
        }
        return start + 2 * count;
    }

    private static void put(byte[] split, int at, int bits) {
        int odd = split.length / 2;
        split[at] = (byte) bits;
        split[odd + at] = (byte) (bits >> 8);
        split[at + 1] = (byte) (bits >> 16);
        split[odd + at + 1] = (byte) (bits >> 24);
    }

    /// The bytes as they are packed: each as its difference to the one before.
    public static byte[] predicted(byte[] split) {
        byte[] predicted = new byte[split.length];
        predicted[0] = split[0];
        for (int i = 1; i < split.length; i++) {
            predicted[i] = (byte) (split[i] - split[i - 1] + 128);
        }
        return predicted;
    }

    /// The bytes in their own order.
    public static byte[] raw(byte[] split) {
        byte[] raw = new byte[split.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = split[(i & 1) * (raw.length / 2) + i / 2];
        }
        return raw;
    }

    /// Undoes the prediction (in place) and the split, into `raw`.
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
