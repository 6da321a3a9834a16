package studio.diorama.models.cameranoise;

import studio.diorama.common.Seed;

/// Standard normal numbers that belong to places: the number of (seed, x, y, channel) is always the same and never
/// depends on another one having been asked for.
///
/// A row's key is the seed mixed with y; a sample's 64 bits are the key mixed with 3x + channel (SplitMix64, Steele et
/// al. 2014). The bits become a normal number by its inverse distribution: one bit is the sign, the others a tail
/// probability; its binary exponent and next six bits choose one of 64 straight pieces per octave, so the pieces
/// shrink towards the tail (Cheung et al. 2007). Piecewise error below 1e-4; the largest magnitude is 6.3.
public final class CounterGaussian {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final int OCTAVES = 32;
    private static final int PIECE_BITS = 6;
    private static final int PIECES = 1 << PIECE_BITS;

    /// (octave, piece, {value at the piece's start, change over the piece}), 16 KiB, so it stays in the first cache.
    private static final float[] TABLE = table();

    private CounterGaussian() {}

    /// @param y the row in the whole picture
    public static long rowKey(Seed seed, int y) {
        return Seed.mix(seed.value() + GOLDEN_GAMMA * (y + 1L));
    }

    /// The 64 random bits of a sample.
    ///
    /// @param place 3x + channel, x in the whole picture
    public static long bits(long rowKey, long place) {
        return Seed.mix(rowKey + GOLDEN_GAMMA * (place + 1));
    }

    /// The standard normal number of a sample.
    public static float at(long rowKey, long place) {
        return fromBits(bits(rowKey, place));
    }

    static float fromBits(long bits) {
        long tail = (bits >>> 1) | 1; // tail / 2^64 is the probability of anything farther out
        int zeros = Long.numberOfLeadingZeros(tail);
        long mantissa = tail << zeros;
        int octave = Math.min(zeros - 1, OCTAVES - 1);
        int piece = (octave << PIECE_BITS) | (int) (mantissa >>> (63 - PIECE_BITS)) & (PIECES - 1);
        float fraction = (mantissa << (1 + PIECE_BITS) >>> 40) * 0x1p-24f;
        float magnitude = TABLE[2 * piece] + TABLE[2 * piece + 1] * fraction;
        return (bits & 1) == 0 ? magnitude : -magnitude;
    }

    private static float[] table() {
        float[] table = new float[2 * OCTAVES * PIECES];
        for (int octave = 0; octave < OCTAVES; octave++) {
            double lowest = Math.scalb(1.0, -octave - 2);
            for (int piece = 0; piece < PIECES; piece++) {
                double start = -NormalDistribution.quantile(lowest * (1 + piece / (double) PIECES));
                double end = -NormalDistribution.quantile(lowest * (1 + (piece + 1) / (double) PIECES));
                int place = 2 * ((octave << PIECE_BITS) | piece);
                table[place] = (float) start;
                table[place + 1] = (float) (end - start);
            }
        }
        return table;
    }
}
