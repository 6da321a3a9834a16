package studio.diorama.dataset.sampling;

import studio.diorama.common.Seed;

/// The numbers of one draw: SplitMix64 (Steele, Lea, Flood 2014) from a seed, the same on every machine.
public final class RandomStream {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1p-53;

    private long state;

    public RandomStream(Seed seed) {
        this.state = seed.value();
    }

    public long nextLong() {
        state += GOLDEN_GAMMA;
        return Seed.mix(state);
    }

    /// At least 0, below 1.
    public double nextDouble() {
        return (nextLong() >>> 11) * TO_UNIT;
    }

    /// A whole number from 0 to `bound` - 1 without bias, by rejection.
    public long nextBelow(long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("Expected a bound of at least 1, got " + bound);
        }
        long limit = Long.MAX_VALUE - Long.MAX_VALUE % bound;
        long candidate = nextLong() >>> 1;
        while (candidate >= limit) {
            candidate = nextLong() >>> 1;
        }
        return candidate % bound;
    }

    /// Mean 0, deviation 1 (Box and Muller 1958).
    public double nextGaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
    }
}
