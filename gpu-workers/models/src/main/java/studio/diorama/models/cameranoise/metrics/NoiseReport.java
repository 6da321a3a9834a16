package studio.diorama.models.cameranoise.metrics;

import java.util.List;

/// How far synthetic noise is from real noise; 0 everywhere means that they agree.
///
/// @param kl4 see [NoiseDivergence#KL4]; NaN where no picture holds a 32 × 32 patch
/// @param kl66 see [NoiseDivergence#KL66]
/// @param kl66raw see [NoiseDivergence#KL66RAW]
/// @param kl256 see [NoiseDivergence#KL256]
/// @param deviationError mean of |synthetic / real − 1| of the standard deviation, over 16 clean-intensity bins per
/// channel that hold at least 500 samples
/// @param meanError mean absolute difference of the mean residual over the same bins, 8-bit codes
/// @param autocorrelationError mean absolute difference over channels, both axes and lags 1 to 4
/// @param channelCorrelationError mean absolute difference over the three pairs of channels
public record NoiseReport(
        double kl4,
        double kl66,
        double kl66raw,
        double kl256,
        double deviationError,
        double meanError,
        double autocorrelationError,
        double channelCorrelationError) {

    /// The mean of each figure.
    public static NoiseReport average(List<NoiseReport> reports) {
        return new NoiseReport(
                mean(reports, NoiseReport::kl4),
                mean(reports, NoiseReport::kl66),
                mean(reports, NoiseReport::kl66raw),
                mean(reports, NoiseReport::kl256),
                mean(reports, NoiseReport::deviationError),
                mean(reports, NoiseReport::meanError),
                mean(reports, NoiseReport::autocorrelationError),
                mean(reports, NoiseReport::channelCorrelationError));
    }

    private static double mean(List<NoiseReport> reports, java.util.function.ToDoubleFunction<NoiseReport> figure) {
        return reports.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}
