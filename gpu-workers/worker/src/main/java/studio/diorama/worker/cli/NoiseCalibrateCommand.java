package studio.diorama.worker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.calibration.CalibrationPairs;
import studio.diorama.models.cameranoise.calibration.CalibrationRequest;
import studio.diorama.models.cameranoise.calibration.NoiseCalibration;
import studio.diorama.models.cameranoise.data.Burst;
import studio.diorama.models.cameranoise.data.BurstFolder;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.fit.PairFolder;
import studio.diorama.models.cameranoise.flow.FlowWeightsFile;
import studio.diorama.tensor.ComputeDevice;

/// Teaches a flow one's own camera.
@Command(
        name = "calibrate",
        description = "Teaches a noise flow your camera, from bursts of scenes in which nothing moves or from clean and"
                + " noisy pictures, and measures how near it comes on pictures that were held out. Beside FILE it writes"
                + " FILE.report.json; FILE.training keeps checkpoints: started again, it goes on there.")
final class NoiseCalibrateCommand implements Callable<Integer> {

    private static final String DEFAULT_STEPS = "2000";

    @Mixin
    private Reporting reporting;

    @ArgGroup(multiplicity = "1")
    private Source source;

    /// Exactly one of the two.
    static final class Source {
        @Option(
                names = "--bursts",
                paramLabel = "DIR",
                description = "At least 16 frames of one static scene, or a folder of them for each scene.")
        private Path bursts;

        @Option(names = "--pairs", paramLabel = "DIR", description = "Pairs, in the folders that “noise fit” reads.")
        private Path pairs;
    }

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The weights, NAME.safetensors.")
    private Path out;

    @Mixin
    private OwnCameraOptions camera;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = DEFAULT_STEPS,
            description = "Steps of training at most (${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--seed", defaultValue = "0", description = "Of all that is drawn (${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private ThreadsOption threads;

    @Option(names = "--force", description = "Write over files that are there.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        Outputs.newFile(out, force);
        Path reportFile = Outputs.newFile(out.resolveSibling(out.getFileName() + ".report.json"), force);
        Path folder = out.resolveSibling(out.getFileName() + ".training");
        ProgressSink progress = reporting.longProgress();
        CalibrationPairs found = found(folder.resolve("pairs"), progress);
        List<PairFile> pairs = camera.ofOneCamera(found.pairs(), reporting);
        ComputeDevice device = ComputeDevice.best();
        reporting.err().printf("Training on %s.%n", device.describe());
        NoiseCalibration.Calibrated calibrated = NoiseCalibration.run(
                new CalibrationRequest(camera.name(pairs), pairs, steps, new Seed(seed), threads.count(reporting)),
                found.warnings(),
                folder,
                device,
                progress,
                Cancellation.NEVER);
        FlowWeightsFile.write(calibrated.weights(), out);
        Files.writeString(reportFile, calibrated.report().toJson());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("out", out.toString());
        document.put("reportFile", reportFile.toString());
        document.put("report", calibrated.report());
        reporting.answer(calibrated.report().toText(), document);
        return 0;
    }

    private CalibrationPairs found(Path place, ProgressSink progress) {
        if (source.pairs != null) {
            return new CalibrationPairs(PairFolder.find(source.pairs, camera.camera(), camera.iso()), List.of());
        }
        List<Burst> bursts = BurstFolder.find(source.bursts, camera.camera(), camera.iso());
        return CalibrationPairs.of(bursts, place, Cancellation.NEVER, progress);
    }
}
