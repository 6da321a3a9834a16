package studio.diorama.tensor;

import studio.diorama.common.Seed;

/// Random numbers that depend on their seed and place alone, so that every device and machine draws the same.
///
/// Number i of a seed is SplitMix64's i-th output (Steele, Lea, Flood 2014). Normal numbers are made of pairs of them
/// (Box, Muller 1958) with `StrictMath`, whose results are the same everywhere.
public final class SeededTensors {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private SeededTensors() {}

    /// Numbers of [low, high).
    public static Tensor uniform(Scope scope, Seed seed, double low, double high, long... shape) {
        float[] values = uniforms(seed, count(shape));
        return scope.of(values, shape).mul(high - low).add(low).moveTo(scope);
    }

    public static Tensor normal(Scope scope, Seed seed, double mean, double standardDeviation, long... shape) {
        float[] values = normals(seed, count(shape));
        return scope.of(values, shape).mul(standardDeviation).add(mean).moveTo(scope);
    }

    /// Numbers of [0, 1): multiples of 2⁻²⁴.
    public static float[] uniforms(Seed seed, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (bits(seed, i) >>> 40) * 0x1p-24f;
        }
        return values;
    }

    /// Standard normal numbers.
    public static float[] normals(Seed seed, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i += 2) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(((bits(seed, i) >>> 11) + 1) * 0x1p-53));
            double angle = (bits(seed, i + 1L) >>> 11) * 0x1p-53 * 2 * Math.PI;
            values[i] = (float) (radius * StrictMath.cos(angle));
            if (i + 1 < count) {
                values[i + 1] = (float) (radius * StrictMath.sin(angle));
            }
        }
        return values;
    }

    private static long bits(Seed seed, long index) {
        return Seed.mix(seed.value() + GOLDEN_GAMMA * (index + 1));
    }

    private static int count(long[] shape) {
        long count = 1;
        for (long size : shape) {
            count = Math.multiplyExact(count, size);
        }
        return Math.toIntExact(count);
    }
}
