package studio.diorama.models.cameranoise.flow;

import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.CounterGaussian;
import studio.diorama.models.cameranoise.NoisyImage;
import studio.diorama.models.cameranoise.flow.cpu.Area;

/// The level map's values of one camera and ISO: the deviation of a flow's noise by clean code and channel.
///
/// Measured, by repeats: 256 flat squares, one for each grey level and slightly coloured, are drawn four times; a
/// code's
/// deviation is that of the clipped value around its square's mean, smoothed over codes near it. What a neighbourhood's
/// texture does to its deviation is not told. The same for the same weights.
///
/// @param values (3 × 256) by place in R, G, B, then code; 256 steps a code
record FlowLevels(short[] values) {

    private static final int SQUARE = 16;
    private static final int SIDE = 16 * SQUARE;
    private static final int REPEATS = 4;
    /// Codes that a square's channels lie apart from its grey level at most.
    private static final int COLOUR = 20;
    /// Of the smoothing, in codes.
    private static final double BANDWIDTH = 4;

    private static final Seed SEED = new Seed(7).child("noise flow/levels");

    static FlowLevels of(FlowSampler sampler, int threads, Cancellation cancellation) {
        float[] codes = codes();
        double[] sums = new double[3 * 256];
        double[] squares = new double[3 * 256];
        Area picture = new Area(0, 0, SIDE, SIDE);
        float[] drawn = new float[3 * SIDE * SIDE];
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            sampler.draw(
                    picture,
                    SEED.child("repeat/" + repeat),
                    (place, x, y) -> (codes[place * 256 + square(x, y)] + 0.5f) / 256f,
                    (place, x, y, value) -> drawn[(place * SIDE + y) * SIDE + x] = value,
                    threads,
                    cancellation,
                    ProgressSink.NONE);
            for (int i = 0; i < drawn.length; i++) {
                int place = i / (SIDE * SIDE);
                int entry = place * 256 + square(i % SIDE, i / SIDE % SIDE);
                double code = Math.clamp(256.0 * drawn[i] - 0.5, 0, 255);
                sums[entry] += code;
                squares[entry] += code * code;
            }
        }
        int samples = REPEATS * SQUARE * SQUARE;
        double[] variances = new double[3 * 256];
        for (int i = 0; i < variances.length; i++) {
            double mean = sums[i] / samples;
            variances[i] = Math.max(0, squares[i] / samples - mean * mean);
        }
        return new FlowLevels(smoothed(codes, variances));
    }

    /// @param code of 8 bits
    short at(int place, int code) {
        return values[place * 256 + code];
    }

    private static int square(int x, int y) {
        return y / SQUARE * 16 + x / SQUARE;
    }

    /// The squares' codes: (3 × 256).
    private static float[] codes() {
        float[] codes = new float[3 * 256];
        for (int place = 0; place < 3; place++) {
            long key = CounterGaussian.rowKey(SEED, place);
            for (int square = 0; square < 256; square++) {
                double uniform = (CounterGaussian.bits(key, square) >>> 11) * 0x1p-53;
                codes[place * 256 + square] = (float) Math.clamp(square + COLOUR * (2 * uniform - 1), 0, 255);
            }
        }
        return codes;
    }

    private static short[] smoothed(float[] codes, double[] variances) {
        short[] values = new short[3 * 256];
        for (int place = 0; place < 3; place++) {
            for (int code = 0; code < 256; code++) {
                double sum = 0;
                double weights = 0;
                for (int square = 0; square < 256; square++) {
                    double away = (codes[place * 256 + square] - code) / BANDWIDTH;
                    double weight = StrictMath.exp(-0.5 * away * away);
                    sum += weight * variances[place * 256 + square];
                    weights += weight;
                }
                double level = NoisyImage.LEVELS_PER_CODE * Math.sqrt(sum / weights);
                values[place * 256 + code] = (short) Math.min(65535, Math.round(level));
            }
        }
        return values;
    }
}
