package studio.diorama.dataset.run;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import studio.diorama.render.Layer;
import studio.diorama.render.Plane;

/// A layer's values as its file holds them, and their hash. Hashes are of values, not of files: deflate may pack the
/// same values into other bytes elsewhere.
final class LayerValues {

    private static final int CHUNK = 1 << 14;

    private LayerValues() {}

    /// SHA-256 over size, channels and values, little matter whether they come from the renderer or from a file.
    static String hash(Layer layer, Plane plane) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(12)
                .putInt(plane.width())
                .putInt(plane.height())
                .putInt(plane.channels())
                .flip());
        ByteBuffer buffer = ByteBuffer.allocate(4 * CHUNK);
        int count = plane.width() * plane.height() * plane.channels();
        for (int from = 0; from < count; from += CHUNK) {
            buffer.clear();
            for (int i = from; i < Math.min(count, from + CHUNK); i++) {
                buffer.putInt(stored(layer, plane, i));
            }
            digest.update(buffer.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static int stored(Layer layer, Plane plane, int i) {
        return switch (plane) {
            case Plane.Integers integers -> integers.values()[i];
            case Plane.Floats floats -> stored(layer, floats.values()[i]);
        };
    }

    private static int stored(Layer layer, float value) {
        return switch (LayerStorage.of(layer)) {
            case BYTES -> unit(value) & 0xFF;
            case HALF -> Float.floatToFloat16(value);
            // -0 and 0 are the same depth.
            case FLOAT, FLOW -> Float.floatToIntBits(value + 0f);
            case COLOUR, IDS, STATES -> throw new IllegalArgumentException(layer + " holds integers");
        };
    }

    static byte[] colourBytes(int[] packed) {
        byte[] bytes = new byte[packed.length * 3];
        for (int i = 0; i < packed.length; i++) {
            bytes[3 * i] = (byte) (packed[i] >> 16);
            bytes[3 * i + 1] = (byte) (packed[i] >> 8);
            bytes[3 * i + 2] = (byte) packed[i];
        }
        return bytes;
    }

    static int[] packedColour(byte[] bytes) {
        int[] packed = new int[bytes.length / 3];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (bytes[3 * i] & 0xFF) << 16 | (bytes[3 * i + 1] & 0xFF) << 8 | bytes[3 * i + 2] & 0xFF;
        }
        return packed;
    }

    static byte[] stateBytes(int[] states, int channels) {
        byte[] bytes = new byte[states.length / channels * 3];
        for (int i = 0; i < states.length; i++) {
            bytes[i / channels * 3 + i % channels] = (byte) states[i];
        }
        return bytes;
    }

    static int[] states(byte[] bytes, int channels) {
        int[] states = new int[bytes.length / 3 * channels];
        for (int i = 0; i < states.length; i++) {
            states[i] = bytes[i / channels * 3 + i % channels] & 0xFF;
        }
        return states;
    }

    static byte[] unitBytes(float[] values, int channels) {
        int fileChannels = channels == 1 ? 1 : 3;
        byte[] bytes = new byte[values.length / channels * fileChannels];
        for (int i = 0; i < values.length; i++) {
            bytes[i / channels * fileChannels + i % channels] = unit(values[i]);
        }
        return bytes;
    }

    static float[] units(byte[] bytes, int fileChannels, int channels) {
        float[] values = new float[bytes.length / fileChannels * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (bytes[i / channels * fileChannels + i % channels] & 0xFF) / 255f;
        }
        return values;
    }

    private static byte unit(float value) {
        return (byte) (255 * Math.clamp(value, 0f, 1f) + 0.5f);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
