package studio.diorama.worker.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.diorama.common.Cancellation;
import studio.diorama.common.Seed;
import studio.diorama.dataset.statistics.CocoTarget;
import studio.diorama.dataset.statistics.DatasetStatistics;

/// Counts what frames would hold.
@Command(name = "stats", description = "What a scene's frames will hold, counted without rendering any.")
final class SceneStatsCommand implements Callable<Integer> {

    @Mixin
    private Reporting reporting;

    @Mixin
    private SceneFile scene;

    @Option(
            names = "--frames",
            defaultValue = "1000",
            paramLabel = "N",
            description = "How many frames are drawn (${DEFAULT-VALUE}).")
    private long frames;

    @Option(names = "--seed", defaultValue = "0", description = "Of everything that is drawn (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--target",
            paramLabel = "COCO.json",
            description = "Annotations of real pictures to come near to; the largest gap is told first.")
    private Path target;

    @Override
    public Integer call() {
        DatasetStatistics statistics = SceneFile.usedRightly(
                reporting,
                () -> scene.pipeline()
                        .statistics(scene.read(), new Seed(seed), frames, reporting.progress(), Cancellation.NEVER));
        List<DatasetStatistics.Gap> gaps = target == null ? List.of() : statistics.gaps(CocoTarget.read(target));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("statistics", statistics);
        document.put("emptyBins", statistics.emptyBins());
        if (target != null) {
            document.put("gaps", gaps);
        }
        String text = "%d frames drawn; bins that stay empty: %s%s"
                .formatted(
                        frames,
                        statistics.emptyBins().isEmpty()
                                ? "none"
                                : statistics.emptyBins().entrySet().stream()
                                        .map(bins -> bins.getKey() + " " + bins.getValue())
                                        .collect(Collectors.joining(", ")),
                        gaps.stream()
                                .map(gap -> "\n%s: Wasserstein-1 %.3f (%.2f of its spread), Jensen-Shannon %.3f"
                                        .formatted(
                                                gap.measure(), gap.wasserstein(), gap.relative(), gap.jensenShannon()))
                                .collect(Collectors.joining()));
        reporting.answer(text, document);
        return 0;
    }
}
