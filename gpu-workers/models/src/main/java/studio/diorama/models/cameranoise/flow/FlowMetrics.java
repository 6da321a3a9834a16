package studio.diorama.models.cameranoise.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import studio.diorama.common.Cancellation;
import studio.diorama.models.cameranoise.data.PatchBatch;
import studio.diorama.models.cameranoise.flow.cpu.CompiledFlow;

/// What good means: the likelihood of held-out patches. What noise looks like is judged by
/// [studio.diorama.models.cameranoise.metrics.NoiseComparison], the same for every model.
public final class FlowMetrics {

    /// Of the validation patches' excess, so that a picture unlike any of them is not refused at once.
    private static final double EXCESS_MARGIN = 0.1;

    private FlowMetrics() {}

    /// Each held-out patch under its own condition, in the data's order.
    ///
    /// @param draws dequantisations to average
    public static List<FlowLikelihood.Judgement> judgements(
            FlowParameters parameters, List<PatchBatch> heldOut, int draws) {
        ChannelOrder order = parameters.config().order();
        List<FlowLikelihood.Judgement> judgements = new ArrayList<>();
        for (PatchBatch patches : heldOut) {
            judgements.addAll(IntStream.range(0, patches.count())
                    .parallel()
                    .mapToObj(patch -> FlowLikelihood.judge(
                            CompiledFlow.of(parameters, PatchPair.condition(patches, patch)),
                            new PatchPair(patches, patch, order),
                            draws,
                            Cancellation.NEVER))
                    .toList());
        }
        return judgements;
    }

    /// Mean nats per dimension.
    public static double negativeLogLikelihood(List<FlowLikelihood.Judgement> judgements) {
        return judgements.stream()
                .mapToDouble(FlowLikelihood.Judgement::negativeLogLikelihood)
                .average()
                .orElse(Double.NaN);
    }

    /// The ranges that held-out patches fill; excess without the outermost hundredth on both sides, and a margin.
    public static FlowWeights.Calibration calibration(List<FlowLikelihood.Judgement> judgements) {
        List<Double> excesses = judgements.stream()
                .map(FlowLikelihood.Judgement::excess)
                .sorted()
                .toList();
        int cut = excesses.size() / 100;
        return new FlowWeights.Calibration(
                judgements.stream()
                        .map(FlowLikelihood.Judgement::negativeLogLikelihood)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                judgements.stream()
                        .map(FlowLikelihood.Judgement::negativeLogLikelihood)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                excesses.get(cut) - EXCESS_MARGIN,
                excesses.get(excesses.size() - 1 - cut) + EXCESS_MARGIN);
    }
}
