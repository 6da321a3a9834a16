package studio.diorama.worker.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.diorama.common.Cancellation;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.flow.FlowNoise;
import studio.diorama.models.cameranoise.flow.FlowScore;

/// Says which camera and ISO a pair looks like.
@Command(
        name = "score",
        description =
                "Ranks every camera and ISO of a noise flow by how well it explains a clean and a noisy picture of"
                        + " one scene (nats per dimension, lower is better), from the middle 256 x 256 pixels.")
final class NoiseScoreCommand implements Callable<Integer> {

    private static final int SHOWN = 5;

    @Mixin
    private Reporting reporting;

    @Option(names = "--clean", required = true, paramLabel = "FILE", description = "The picture without noise.")
    private Path clean;

    @Option(names = "--noisy", required = true, paramLabel = "FILE", description = "The same with noise.")
    private Path noisy;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Weights of the flow: ours, or a checkpoint of the published one (the built-in ones).")
    private Path weights;

    @Option(names = "--convert-16-bit", description = "Round pictures of 16 bits to 8 instead of refusing them.")
    private boolean convert16Bit;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (all processors).")
    private Integer threads;

    @Override
    public Integer call() {
        FlowNoise flow = FlowNoise.ofFileOrBuiltIn(Optional.ofNullable(weights));
        LoadedPair pair = LoadedPair.of(new PairFile("", 0, "", clean, noisy), convert16Bit);
        FlowScore score = flow.score(
                pair.clean(),
                pair.noisy(),
                threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                Cancellation.NEVER,
                reporting.progress());
        reporting.answer(text(score), document(score));
        return 0;
    }

    private static String text(FlowScore score) {
        String ranking = score.ranking().stream()
                .limit(SHOWN)
                .map(candidate -> String.format(
                        Locale.ROOT,
                        "%8.4f  %s, ISO %.0f",
                        candidate.negativeLogLikelihood(),
                        candidate.camera(),
                        candidate.iso()))
                .collect(Collectors.joining(System.lineSeparator()));
        return ranking + String.format(Locale.ROOT, "%nThe first leads by %.4f nats per dimension.", score.margin());
    }

    private static Map<String, Object> document(FlowScore score) {
        List<Map<String, Object>> ranking = score.ranking().stream()
                .map(candidate -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("camera", candidate.camera());
                    entry.put("iso", candidate.iso());
                    entry.put("negativeLogLikelihood", candidate.negativeLogLikelihood());
                    return entry;
                })
                .toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ranking", ranking);
        document.put("margin", Double.isInfinite(score.margin()) ? null : score.margin());
        return document;
    }
}
