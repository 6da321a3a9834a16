package studio.diorama.worker.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.diorama.common.Cancellation;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.flow.FlowPipeline;
import studio.diorama.models.cameranoise.flow.NoiseScore;

/// Judges a pair.
@Command(
        name = "score",
        description = "How likely a pair's noise is: negative log-likelihood in nats per dimension and the named KL"
                + " divergences. Without camera and ISO it tries all that the weights know, the best first.")
final class NoiseScoreCommand implements Callable<Integer> {

    @Mixin
    private Reporting reporting;

    @Option(names = "--clean", required = true, paramLabel = "FILE", description = "The picture without noise.")
    private Path clean;

    @Option(names = "--noisy", required = true, paramLabel = "FILE", description = "The same picture with noise.")
    private Path noisy;

    @Option(names = "--camera", paramLabel = "NAME", description = "That it is said to come from; with --iso.")
    private String camera;

    @Option(names = "--iso", paramLabel = "N", description = "That it is said to be taken at; with --camera.")
    private Double iso;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Our safetensors, or an official checkpoint of the published model (.pth); else the built-in"
                    + " flow.")
    private Path weights;

    @Option(names = "--convert-16-bit", description = "Round pictures of 16 bits to 8 instead of refusing them.")
    private boolean convert16Bit;

    @Mixin
    private ThreadsOption threads;

    @Override
    public Integer call() {
        if ((camera == null) != (iso == null)) {
            throw reporting.wrongUse("--camera and --iso go together: give both, or neither to try all.");
        }
        FlowPipeline flow = FlowPipeline.ofFileOrBuiltIn(Optional.ofNullable(weights));
        LoadedPair pair = LoadedPair.of(new PairFile("", 0, "", clean, noisy), convert16Bit);
        int used = threads.count(reporting);
        NoiseScore score = camera == null
                ? NoiseScore.ofAll(flow, pair.clean(), pair.noisy(), used, Cancellation.NEVER, reporting.progress())
                : NoiseScore.ofOne(flow, camera, iso, pair.clean(), pair.noisy(), used, Cancellation.NEVER);
        reporting.answer(score.toText(), score);
        return 0;
    }
}
