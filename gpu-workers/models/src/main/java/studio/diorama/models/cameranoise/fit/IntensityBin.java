package studio.diorama.models.cameranoise.fit;

import java.util.ArrayList;
import java.util.List;

/// The noise of one channel where the clean picture is about equally bright: eight neighbouring codes.
///
/// @param index 0 to 31, from dark to bright
/// @param samples how many there are
/// @param cleanCode their mean clean code
/// @param spread robust standard deviation in codes: half the distance of the quantiles that enclose 68.27 %
/// @param deviation standard deviation in codes of what lies within five spreads of the median, so that dust and
/// shifted edges do not count
/// @param mean mean of the same, in codes
/// @param lowQuantile residual below which 15.87 % lie
/// @param highQuantile residual above which 15.87 % lie
/// @param clippedShare how many noisy values are 0 or 255
record IntensityBin(
        int index,
        long samples,
        double cleanCode,
        double spread,
        double deviation,
        double mean,
        double lowQuantile,
        double highQuantile,
        double clippedShare) {

    static final int BINS = 32;

    private static final int CODES = 256 / BINS;
    private static final double LOW_SHARE = 0.158655;
    private static final long FEWEST_SAMPLES = 200;

    /// The bins of a channel that hold enough samples, in order.
    static List<IntensityBin> of(CleanNoisyCounts counts, int channel) {
        List<IntensityBin> bins = new ArrayList<>();
        for (int index = 0; index < BINS; index++) {
            long[] residuals = new long[511];
            long samples = 0;
            long clipped = 0;
            double cleanSum = 0;
            for (int clean = index * CODES; clean < (index + 1) * CODES; clean++) {
                for (int noisy = 0; noisy < 256; noisy++) {
                    long count = counts.of(channel, clean, noisy);
                    residuals[noisy - clean + 255] += count;
                    samples += count;
                    cleanSum += (double) count * clean;
                    clipped += noisy == 0 || noisy == 255 ? count : 0;
                }
            }
            if (samples >= FEWEST_SAMPLES) {
                bins.add(of(index, residuals, samples, cleanSum / samples, clipped / (double) samples));
            }
        }
        return bins;
    }

    private static IntensityBin of(int index, long[] residuals, long samples, double cleanCode, double clippedShare) {
        double low = quantile(residuals, samples, LOW_SHARE);
        double high = quantile(residuals, samples, 1 - LOW_SHARE);
        double median = quantile(residuals, samples, 0.5);
        double spread = (high - low) / 2;
        double count = 0;
        double sum = 0;
        double squares = 0;
        for (int residual = -255; residual <= 255; residual++) {
            if (Math.abs(residual - median) <= 5 * spread + 1) {
                double weight = residuals[residual + 255];
                count += weight;
                sum += weight * residual;
                squares += weight * residual * residual;
            }
        }
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
        return new IntensityBin(index, samples, cleanCode, spread, deviation, mean, low, high, clippedShare);
    }

    /// Each code spreads evenly over half a code to either side, so the quantile is not bound to whole codes.
    private static double quantile(long[] residuals, long samples, double share) {
        double wanted = share * samples;
        double below = 0;
        for (int i = 0; i < residuals.length; i++) {
            if (below + residuals[i] >= wanted && residuals[i] > 0) {
                return i - 255 - 0.5 + (wanted - below) / residuals[i];
            }
            below += residuals[i];
        }
        return 255;
    }
}
