package studio.diorama.models.cameranoise.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the flow is meant to reach beside the classical models, from one table's averages.
final class QualityTargets {

    private static final double LIKELIHOOD_GAIN = 0.2;
    private static final double DIVERGENCE_RATIO = 0.6;
    private static final double LAG_1_ERROR = 0.05;
    private static final double DEVIATION_PERCENT = 10;
    private static final double MEAN_ERROR = 0.5;

    private QualityTargets() {}

    /// Empty where the flow was not judged.
    static List<BenchFigure> onSimulated(String name, QualityTable table) {
        List<BenchFigure> figures = new ArrayList<>();
        table.average(Contender.FLOW).ifPresent(flow -> {
            QualityRow heteroscedastic =
                    table.average(Contender.HETEROSCEDASTIC).orElseThrow();
            double bestGaussian = Stream.of(Contender.SRGB_GAUSSIAN, Contender.ISOTROPIC, Contender.HETEROSCEDASTIC)
                    .map(table::average)
                    .flatMap(Optional::stream)
                    .mapToDouble(row -> row.report().kl4())
                    .min()
                    .orElseThrow();
            figures.add(BenchFigure.atLeast(
                    name + ": NLL below heteroscedastic by",
                    heteroscedastic.negativeLogLikelihood() - flow.negativeLogLikelihood(),
                    "nats/dim",
                    LIKELIHOOD_GAIN));
            figures.add(BenchFigure.atMost(
                    name + ": kl4 over that of the best Gaussian",
                    flow.report().kl4() / bestGaussian,
                    "",
                    DIVERGENCE_RATIO));
            figures.add(BenchFigure.atMost(name + ": lag-1 autocorrelation error", flow.lag1Error(), "", LAG_1_ERROR));
            figures.add(BenchFigure.atMost(
                    name + ": error of the standard deviation by intensity",
                    100 * flow.report().deviationError(),
                    "%",
                    DEVIATION_PERCENT));
            figures.add(BenchFigure.atMost(
                    name + ": error of the mean by intensity", flow.report().meanError(), "codes", MEAN_ERROR));
        });
        return figures;
    }

    /// Empty where the flow was not judged.
    static List<BenchFigure> onReal(QualityTable table) {
        return table.average(Contender.FLOW)
                .map(flow -> List.of(BenchFigure.atLeast(
                        "real pairs: NLL below heteroscedastic by",
                        table.average(Contender.HETEROSCEDASTIC).orElseThrow().negativeLogLikelihood()
                                - flow.negativeLogLikelihood(),
                        "nats/dim",
                        0)))
                .orElse(List.of());
    }
}
