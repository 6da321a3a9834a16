package studio.diorama.models.cameranoise.metrics;

import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.imaging.Rgb8Image;

/// Real against synthetic noise over the same clean pictures, one picture at a time.
///
/// `kl4` follows the published protocol: a value for every fifth 32 × 32 × 3 patch of a grid that runs row by row
/// through all pictures, averaged. The other three are taken once, over the residuals of all pictures together.
public final class NoiseComparison {

    private static final int PATCH = 32;
    private static final int EVERY = 5;

    /// Fewer samples than this in a bin say too little about its deviation.
    private static final int FEWEST_SAMPLES = 500;

    private final NoiseStatistics real = new NoiseStatistics();
    private final NoiseStatistics synthetic = new NoiseStatistics();
    private long patches;
    private long patchesTaken;
    private double patchDivergence;

    public void add(Rgb8Image clean, Rgb8Image realNoisy, Rgb8Image syntheticNoisy) {
        requireSameSize(clean, realNoisy);
        requireSameSize(clean, syntheticNoisy);
        real.add(clean, realNoisy);
        synthetic.add(clean, syntheticNoisy);
        for (int top = 0; top + PATCH <= clean.height(); top += PATCH) {
            for (int left = 0; left + PATCH <= clean.width(); left += PATCH) {
                if (patches++ % EVERY == 0) {
                    patchesTaken++;
                    patchDivergence += NoiseDivergence.KL4.of(
                            patch(clean, realNoisy, left, top), patch(clean, syntheticNoisy, left, top));
                }
            }
        }
    }

    public NoiseReport report() {
        return new NoiseReport(
                patchesTaken == 0 ? Double.NaN : patchDivergence / patchesTaken,
                NoiseDivergence.KL66.of(real.residualCounts(), synthetic.residualCounts()),
                NoiseDivergence.KL66RAW.of(real.residualCounts(), synthetic.residualCounts()),
                NoiseDivergence.KL256.of(real.residualCounts(), synthetic.residualCounts()),
                binError((channel, bin) ->
                        Math.abs(synthetic.deviation(channel, bin) / real.deviation(channel, bin) - 1)),
                binError((channel, bin) -> Math.abs(synthetic.mean(channel, bin) - real.mean(channel, bin))),
                autocorrelationError(),
                channelCorrelationError());
    }

    public NoiseStatistics real() {
        return real;
    }

    public NoiseStatistics synthetic() {
        return synthetic;
    }

    /// An error of one bin of clean intensity.
    private interface BinError {
        double of(int channel, int bin);
    }

    private double binError(BinError error) {
        double sum = 0;
        int bins = 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int bin = 0; bin < NoiseStatistics.BINS; bin++) {
                if (real.count(channel, bin) >= FEWEST_SAMPLES && real.deviation(channel, bin) > 0) {
                    sum += error.of(channel, bin);
                    bins++;
                }
            }
        }
        return bins == 0 ? Double.NaN : sum / bins;
    }

    private double autocorrelationError() {
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int axis = 0; axis < 2; axis++) {
                for (int lag = 1; lag <= NoiseStatistics.LAGS; lag++) {
                    sum += Math.abs(
                            synthetic.autocorrelation(channel, axis, lag) - real.autocorrelation(channel, axis, lag));
                }
            }
        }
        return sum / (3 * 2 * NoiseStatistics.LAGS);
    }

    private double channelCorrelationError() {
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            int other = (channel + 1) % 3;
            sum += Math.abs(synthetic.channelCorrelation(channel, other) - real.channelCorrelation(channel, other));
        }
        return sum / 3;
    }

    private static long[] patch(Rgb8Image clean, Rgb8Image noisy, int left, int top) {
        long[] counts = new long[NoiseDivergence.RESIDUALS];
        for (int y = top; y < top + PATCH; y++) {
            int start = 3 * (y * clean.width() + left);
            for (int i = start; i < start + 3 * PATCH; i++) {
                counts[(noisy.samples()[i] & 0xFF) - (clean.samples()[i] & 0xFF) + 255]++;
            }
        }
        return counts;
    }

    private static void requireSameSize(Rgb8Image clean, Rgb8Image noisy) {
        if (clean.width() != noisy.width() || clean.height() != noisy.height()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Clean and noisy pictures must have one size, got %d × %d and %d × %d."
                            .formatted(clean.width(), clean.height(), noisy.width(), noisy.height()));
        }
    }
}
