package studio.diorama.models.cameranoise.bench;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import studio.diorama.models.cameranoise.metrics.NoiseComparison;
import studio.diorama.models.cameranoise.metrics.NoiseReport;
import studio.diorama.models.cameranoise.metrics.NoiseStatistics;

/// One model's noise beside that of held-out pairs.
///
/// @param group camera and ISO, or `average`
/// @param byScene whether no scene of these pairs was trained on
/// @param model as tables name it
/// @param report see [NoiseReport]
/// @param lag1Error mean absolute difference of the autocorrelation at lag 1, over channels and both axes
/// @param negativeLogLikelihood nats per dimension, see [Contender#negativeLogLikelihood]
public record QualityRow(
        String group,
        boolean byScene,
        String model,
        @JsonUnwrapped NoiseReport report,
        double lag1Error,
        double negativeLogLikelihood) {

    static final String HEADER = String.format(
            Locale.ROOT,
            "  %-26s %-18s %7s %7s %7s %7s %7s %7s %7s %7s %7s %7s",
            "camera, ISO",
            "model",
            "kl4",
            "kl66",
            "kl66raw",
            "kl256",
            "std%",
            "mean",
            "lag1",
            "autoc",
            "chanc",
            "NLL");

    /// The mean of each figure of one model's rows.
    static QualityRow average(String label, List<QualityRow> rows) {
        return new QualityRow(
                label,
                rows.stream().allMatch(QualityRow::byScene),
                rows.getFirst().model(),
                NoiseReport.average(rows.stream().map(QualityRow::report).toList()),
                rows.stream().mapToDouble(QualityRow::lag1Error).average().orElseThrow(),
                rows.stream()
                        .mapToDouble(QualityRow::negativeLogLikelihood)
                        .average()
                        .orElseThrow());
    }

    static double lag1Error(NoiseComparison comparison) {
        NoiseStatistics real = comparison.real();
        NoiseStatistics synthetic = comparison.synthetic();
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int axis = 0; axis < 2; axis++) {
                sum += Math.abs(synthetic.autocorrelation(channel, axis, 1) - real.autocorrelation(channel, axis, 1));
            }
        }
        return sum / 6;
    }

    String toText() {
        return String.format(
                Locale.ROOT,
                "  %-26s %-18s %7.4f %7.4f %7.4f %7.4f %7.1f %7.2f %7.3f %7.3f %7.3f %7.3f",
                group,
                model,
                report.kl4(),
                report.kl66(),
                report.kl66raw(),
                report.kl256(),
                100 * report.deviationError(),
                report.meanError(),
                lag1Error,
                report.autocorrelationError(),
                report.channelCorrelationError(),
                negativeLogLikelihood);
    }
}
