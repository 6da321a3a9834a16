package studio.diorama.models.cameranoise.metrics;

import java.util.Arrays;

/// The four Kullback-Leibler divergences that papers on camera noise print, KL(real ‖ synthetic), in nats.
///
/// They are not comparable with each other: always print the name. All are made from counts of the residual
/// (noisy − clean, −255 to 255 in 8-bit codes); [NoiseComparison] says over which pixels.
public enum NoiseDivergence {
    /// Bins of 4 codes from −260 to 260, one added to every count.
    KL4(130, true) {
        @Override
        int bin(int residual) {
            return (residual + 260) / 4;
        }
    },
    /// 64 bins of residual / 255 over ±0.1 and two open tails, one added to every count.
    KL66(66, true) {
        @Override
        int bin(int residual) {
            return within64(residual);
        }
    },
    /// The bins of [#KL66] as counted; bins that either side lacks are left out.
    KL66RAW(66, false) {
        @Override
        int bin(int residual) {
            return within64(residual);
        }
    },
    /// 256 bins of residual / 255 over ±1 as counted; bins that either side lacks are left out.
    KL256(256, false) {
        @Override
        int bin(int residual) {
            return Math.min(255, Math.floorDiv(128 * residual, 255) + 128);
        }
    };

    /// How many residuals there are: −255 to 255.
    public static final int RESIDUALS = 511;

    private final int bins;
    private final boolean oneAdded;

    NoiseDivergence(int bins, boolean oneAdded) {
        this.bins = bins;
        this.oneAdded = oneAdded;
    }

    /// The name in reports: `kl4`, `kl66`, `kl66raw`, `kl256`.
    public String printedName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    abstract int bin(int residual);

    /// @param real how often each residual occurs, entry r + 255 for residual r
    /// @param synthetic the same of the other side
    public double of(long[] real, long[] synthetic) {
        double[] p = shares(real);
        double[] q = shares(synthetic);
        double sum = 0;
        for (int i = 0; i < bins; i++) {
            if (p[i] > 0 && q[i] > 0) {
                sum += p[i] * Math.log(p[i] / q[i]);
            }
        }
        return sum;
    }

    private double[] shares(long[] residualCounts) {
        double[] shares = new double[bins];
        if (oneAdded) {
            Arrays.fill(shares, 1);
        }
        for (int residual = -255; residual <= 255; residual++) {
            shares[bin(residual)] += residualCounts[residual + 255];
        }
        double total = Arrays.stream(shares).sum();
        for (int i = 0; i < bins; i++) {
            shares[i] /= total;
        }
        return shares;
    }

    /// In whole numbers, so that no residual falls on the wrong side of an edge: (r / 255 + 0.1) · 320 = 64 r / 51 +
    /// 32.
    private static int within64(int residual) {
        int inner = Math.floorDiv(64 * residual, 51) + 32;
        return inner < 0 ? 0 : inner >= 64 ? 65 : inner + 1;
    }
}
