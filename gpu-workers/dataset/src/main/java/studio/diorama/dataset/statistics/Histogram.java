package studio.diorama.dataset.statistics;

import java.util.ArrayList;
import java.util.List;

/// Counts in bins of equal width; what is outside counts in the first or last bin.
///
/// @param low where the first bin begins
/// @param high where the last bin ends
/// @param counts one for each bin
public record Histogram(double low, double high, List<Long> counts) {

    public Histogram {
        counts = List.copyOf(counts);
        if (!(low < high) || counts.isEmpty()) {
            throw new IllegalArgumentException("Expected bins from low to high, got %s to %s".formatted(low, high));
        }
    }

    /// How many values were counted.
    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /// Bins without any value.
    public List<Integer> empty() {
        List<Integer> empty = new ArrayList<>();
        for (int bin = 0; bin < counts.size(); bin++) {
            if (counts.get(bin) == 0) {
                empty.add(bin);
            }
        }
        return empty;
    }

    /// Earth mover's distance in one dimension, in the unit of the values; both histograms share their bins.
    public double wasserstein(Histogram other) {
        requireSameBins(other);
        double distance = 0;
        double ahead = 0;
        for (int bin = 0; bin < counts.size(); bin++) {
            ahead += share(bin) - other.share(bin);
            distance += Math.abs(ahead) * (high - low) / counts.size();
        }
        return distance;
    }

    /// Jensen-Shannon divergence in bits: 0 for equal shares, 1 where nothing is shared.
    public double jensenShannon(Histogram other) {
        requireSameBins(other);
        double divergence = 0;
        for (int bin = 0; bin < counts.size(); bin++) {
            double p = share(bin);
            double q = other.share(bin);
            double middle = (p + q) / 2;
            divergence += (term(p, middle) + term(q, middle)) / 2;
        }
        return divergence;
    }

    private static double term(double share, double middle) {
        return share == 0 ? 0 : share * StrictMath.log(share / middle) / StrictMath.log(2);
    }

    private double share(int bin) {
        long total = total();
        return total == 0 ? 0 : (double) counts.get(bin) / total;
    }

    private void requireSameBins(Histogram other) {
        if (low != other.low || high != other.high || counts.size() != other.counts.size()) {
            throw new IllegalArgumentException("Expected histograms with the same bins");
        }
    }

    /// Counts values as they come.
    static final class Builder {
        private final double low;
        private final double high;
        private final long[] counts;

        Builder(double low, double high, int bins) {
            this.low = low;
            this.high = high;
            this.counts = new long[bins];
        }

        void add(double value) {
            if (!Double.isNaN(value)) {
                int bin = (int) Math.floor((value - low) / (high - low) * counts.length);
                counts[Math.clamp(bin, 0, counts.length - 1)]++;
            }
        }

        Histogram build() {
            List<Long> all = new ArrayList<>();
            for (long count : counts) {
                all.add(count);
            }
            return new Histogram(low, high, all);
        }
    }
}
