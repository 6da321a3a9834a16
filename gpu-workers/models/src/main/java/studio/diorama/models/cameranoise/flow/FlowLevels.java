package studio.diorama.models.cameranoise.flow;

import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.CounterGaussian;
import studio.diorama.models.cameranoise.NoisyImage;
import studio.diorama.models.cameranoise.flow.cpu.Area;

/// The level map's values of one camera and ISO: the deviation of a flow's noise by clean code and channel.
///
/// Measured, by repeats: 256 flat squares, one for each grey level and slightly coloured, are drawn eight times; a
/// code's deviation is that of the clipped values of one pixel, over the inner pixels of its square, smoothed over
/// codes near it. What a neighbourhood's texture does to the deviation is not told. The same for the same weights.
///
/// @param values (3 × 256) by place in R, G, B, then code; 256 steps a code
record FlowLevels(short[] values) {

    private static final int SQUARE = 16;
    private static final int SIDE = 16 * SQUARE;
    /// Pixels at a square's border that are left out, for they see another colour.
    private static final int MARGIN = 4;

    private static final int REPEATS = 8;
    /// Codes that a square's channels lie apart from its grey level at most.
    private static final int COLOUR = 20;
    /// Of the smoothing, in codes.
    private static final double BANDWIDTH = 4;

    private static final Seed SEED = new Seed(7).child("noise flow/levels");

    static FlowLevels of(FlowSampler sampler, int threads, Cancellation cancellation) {
        float[] codes = codes();
        Area picture = new Area(0, 0, SIDE, SIDE);
        float[] sums = new float[3 * SIDE * SIDE];
        float[] squares = new float[3 * SIDE * SIDE];
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            sampler.draw(
                    picture,
                    SEED.child("repeat/" + repeat),
                    (place, x, y, row) -> {
                        for (int i = 0; i < row.length; i++) {
                            row[i] = (codes[place * 256 + square(x + i, y)] + 0.5f) / 256f;
                        }
                    },
                    (place, x, y, row) -> {
                        for (int i = 0; i < row.length; i++) {
                            int at = (place * SIDE + y) * SIDE + x + i;
                            float code =
                                    Math.clamp(256f * row[i] - 0.5f, 0f, 255f) - codes[place * 256 + square(x + i, y)];
                            sums[at] += code;
                            squares[at] += code * code;
                        }
                    },
                    threads,
                    cancellation,
                    ProgressSink.NONE);
        }
        double[] variances = new double[3 * 256];
        int inner = (SQUARE - 2 * MARGIN) * (SQUARE - 2 * MARGIN);
        for (int i = 0; i < sums.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE % SIDE;
            if (isInner(x) && isInner(y)) {
                double variance = Math.max(0, squares[i] - sums[i] * (double) sums[i] / REPEATS) / (REPEATS - 1);
                variances[i / (SIDE * SIDE) * 256 + square(x, y)] += variance / inner;
            }
        }
        return new FlowLevels(smoothed(codes, variances));
    }

    /// @param code of 8 bits
    short at(int place, int code) {
        return values[place * 256 + code];
    }

    private static boolean isInner(int place) {
        return place % SQUARE >= MARGIN && place % SQUARE < SQUARE - MARGIN;
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
