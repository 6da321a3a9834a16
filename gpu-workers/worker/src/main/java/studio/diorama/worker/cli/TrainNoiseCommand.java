package studio.diorama.worker.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.fit.PairFolder;
import studio.diorama.models.cameranoise.flow.FlowConfig;
import studio.diorama.models.cameranoise.flow.FlowData;
import studio.diorama.models.cameranoise.flow.FlowPreset;
import studio.diorama.models.cameranoise.flow.FlowSchedule;
import studio.diorama.models.cameranoise.flow.FlowTrainer;
import studio.diorama.models.cameranoise.flow.FlowWeights;
import studio.diorama.models.cameranoise.flow.FlowWeightsFile;
import studio.diorama.models.cameranoise.simulator.SyntheticSensors;
import studio.diorama.tensor.ComputeDevice;

/// Trains the noise flow.
@Command(
        name = "noise",
        description = "Trains the noise flow, on clean and noisy pictures of your own or on simulated cameras. The"
                + " training's folder (FILE.training) keeps checkpoints and curves; started again, it goes on there.")
final class TrainNoiseCommand implements Callable<Integer> {

    @Mixin
    private Reporting reporting;

    @Option(
            names = "--preset",
            defaultValue = "small",
            paramLabel = "small|paper",
            description = "Ours, or the published network (${DEFAULT-VALUE}).")
    private String preset;

    @ArgGroup(multiplicity = "1")
    private Source source;

    /// Exactly one of the two.
    static final class Source {
        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Pairs, in the folders that “noise fit” reads; every third scene is held out.")
        private Path folder;

        @Option(names = "--simulated", description = "Scenes of our own before the six invented training cameras.")
        private boolean simulated;
    }

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The weights, NAME.safetensors.")
    private Path out;

    @Option(names = "--steps", paramLabel = "N", description = "Steps of the optimiser (small 3000, paper 20000).")
    private Long steps;

    @Option(names = "--seed", defaultValue = "0", description = "Of all that is drawn (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--convert-16-bit", description = "Round pictures of 16 bits to 8 instead of refusing them.")
    private boolean convert16Bit;

    @Option(names = "--force", description = "Write over weights that are there.")
    private boolean force;

    @Override
    public Integer call() {
        Outputs.newFile(out, force);
        FlowPreset wanted = preset();
        FlowData data = data();
        FlowSchedule usual = FlowSchedule.of(wanted);
        FlowSchedule schedule = steps == null ? usual : usual.withSteps(steps);
        ComputeDevice device = ComputeDevice.best();
        reporting.err().printf("Training on %s.%n", device.describe());
        long begun = System.nanoTime();
        FlowWeights weights = FlowTrainer.train(
                FlowConfig.of(wanted, data.cameras()),
                data,
                schedule,
                new Seed(seed),
                out.resolveSibling(out.getFileName() + ".training"),
                device,
                reporting.longProgress(),
                Cancellation.NEVER);
        FlowWeightsFile.write(weights, out);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("out", out.toString());
        document.put("preset", wanted.label());
        document.put("dataSha256", weights.dataSha256());
        document.put("training", weights.training());
        document.put("seconds", seconds);
        reporting.answer("%s: %s, %.0f s".formatted(out, weights.training(), seconds), document);
        return 0;
    }

    private FlowPreset preset() {
        try {
            return FlowPreset.of(preset);
        } catch (DioramaException e) {
            throw reporting.wrongUse(e.getMessage());
        }
    }

    private FlowData data() {
        if (source.simulated) {
            return FlowData.simulated(SyntheticSensors.training());
        }
        return FlowData.ofFiles(PairFolder.find(source.folder, Optional.empty(), OptionalInt.empty()), convert16Bit);
    }
}
