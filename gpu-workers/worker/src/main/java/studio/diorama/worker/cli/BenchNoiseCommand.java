package studio.diorama.worker.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.diorama.models.cameranoise.bench.NoiseBenchmark;
import studio.diorama.models.cameranoise.bench.NoiseBenchmarkOptions;
import studio.diorama.models.cameranoise.bench.NoiseBenchmarkReport;
import studio.diorama.models.cameranoise.flow.FlowPipeline;
import studio.diorama.models.cameranoise.flow.FlowWeightsFile;

/// Speed of the noise models, and how near they come to real noise.
@Command(
        name = "noise",
        description = "How fast the noise models draw, and how near they come to real and simulated noise; the flow"
                + " beside the classical models. Every result is told on standard error as it comes.")
final class BenchNoiseCommand implements Callable<Integer> {

    @Mixin
    private Reporting reporting;

    @Mixin
    private NoiseBenchData data;

    @Option(
            names = "--steps",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Steps of the flow that is trained on real pairs, a second each on two cores; 0 leaves that"
                    + " part out (${DEFAULT-VALUE}).")
    private long steps;

    @Option(
            names = "--ablation-steps",
            defaultValue = "0",
            paramLabel = "N",
            description =
                    "Steps of each of six flows, five of which lack a part; 0 leaves them out (${DEFAULT-VALUE}).")
    private long ablationSteps;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "A flow of simulated cameras to judge instead of the one that ships.")
    private Path weights;

    @Override
    public Integer call() {
        if (steps < 0 || ablationSteps < 0) {
            throw reporting.wrongUse(
                    "--steps and --ablation-steps must be 0 or more, got %d and %d.".formatted(steps, ablationSteps));
        }
        Optional<FlowPipeline> flow =
                weights == null ? FlowPipeline.builtIn() : Optional.of(FlowPipeline.of(FlowWeightsFile.read(weights)));
        NoiseBenchmarkReport report = NoiseBenchmark.run(
                new NoiseBenchmarkOptions(data.folder(reporting), flow, steps, ablationSteps, data.trainings()),
                reporting.err());
        reporting.answer(report.toText(), report);
        return 0;
    }
}
