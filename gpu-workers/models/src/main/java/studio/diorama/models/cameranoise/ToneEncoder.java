package studio.diorama.models.cameranoise;

/// A tone curve made fast: linear light to 8- or 16-bit codes, rounded to nearest, light outside 0 to 1 clipped.
///
/// 8 bits: the light's bucket (of 4096) gives the lowest code in it, and one comparison with the light where the next
/// code begins settles it, so the code is exactly the formula's. 16 bits: straight interpolation in a table over the
/// square root of light, where every usual curve is almost straight; within 0.01 of a code for sRGB.
public final class ToneEncoder {

    private static final int BUCKETS = 4096;
    private static final int KNOTS = 16384;

    private final byte[] lowestCode = new byte[BUCKETS + 1];
    private final float[] codeBegins = new float[257];
    private final float[] encodedAtRoot = new float[KNOTS + 2];

    public ToneEncoder(ToneCurve curve) {
        codeBegins[0] = Float.NEGATIVE_INFINITY;
        for (int code = 1; code < 256; code++) {
            codeBegins[code] = (float) curve.toLinear((code - 0.5) / 255);
        }
        codeBegins[256] = Float.POSITIVE_INFINITY;
        int code = 0;
        for (int bucket = 0; bucket <= BUCKETS; bucket++) {
            while ((float) bucket / BUCKETS >= codeBegins[code + 1]) {
                code++;
            }
            lowestCode[bucket] = (byte) code;
        }
        for (int knot = 0; knot < encodedAtRoot.length; knot++) {
            double root = Math.min(1, knot / (double) KNOTS);
            encodedAtRoot[knot] = (float) curve.toEncoded(root * root);
        }
    }

    /// @return 0 to 255
    public int code8(float light) {
        float clipped = Math.min(1f, Math.max(0f, light));
        int code = lowestCode[(int) (clipped * BUCKETS)] & 0xFF;
        while (clipped >= codeBegins[code + 1]) {
            code++;
        }
        return code;
    }

    /// @return 0 to 65535
    public int code16(float light) {
        return (int) (encoded(light) * 65535f + 0.5f);
    }

    /// @return the encoded value, 0 to 1
    public float encoded(float light) {
        float place = (float) Math.sqrt(Math.min(1f, Math.max(0f, light))) * KNOTS;
        int knot = (int) place;
        float low = encodedAtRoot[knot];
        return low + (encodedAtRoot[knot + 1] - low) * (place - knot);
    }
}
