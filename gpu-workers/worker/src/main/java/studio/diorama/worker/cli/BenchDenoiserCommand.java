package studio.diorama.worker.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.diorama.models.cameranoise.bench.DenoiserBenchmark;
import studio.diorama.models.cameranoise.bench.DenoiserReport;
import studio.diorama.models.cameranoise.bench.NoiseBenchmarkOptions;

/// What drawn noise is worth for training.
@Command(
        name = "denoiser",
        description = "Trains one small denoiser with each kind of noise over the same clean pictures, and has it clean"
                + " real pictures of held-out scenes: the nearer the noise, the better the denoiser. Takes about half an"
                + " hour on two cores.")
final class BenchDenoiserCommand implements Callable<Integer> {

    @Mixin
    private Reporting reporting;

    @Mixin
    private NoiseBenchData data;

    @Option(
            names = "--steps",
            defaultValue = "600",
            paramLabel = "N",
            description = "Steps of each denoiser (${DEFAULT-VALUE}).")
    private long steps;

    @Option(
            names = "--flow-steps",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Steps of the flow, which is trained on the training scenes first (${DEFAULT-VALUE}).")
    private long flowSteps;

    @Override
    public Integer call() {
        if (steps < 1 || flowSteps < 1) {
            throw reporting.wrongUse(
                    "--steps and --flow-steps must be 1 or more, got %d and %d.".formatted(steps, flowSteps));
        }
        DenoiserReport report = DenoiserBenchmark.run(
                new NoiseBenchmarkOptions(data.folder(reporting), Optional.empty(), flowSteps, 0, data.trainings()),
                steps,
                reporting.err());
        reporting.answer(report.toText(), report);
        return 0;
    }
}
