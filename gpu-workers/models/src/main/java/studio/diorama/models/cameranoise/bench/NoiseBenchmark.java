package studio.diorama.models.cameranoise.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.NoiseSource;
import studio.diorama.models.cameranoise.fit.PairFolder;
import studio.diorama.models.cameranoise.simulator.PairSimulator;
import studio.diorama.models.cameranoise.simulator.SyntheticSensor;
import studio.diorama.models.cameranoise.simulator.SyntheticSensors;

/// What the camera noise models are worth, measured: how fast they draw, and how near their noise comes to real and to
/// simulated noise that they were not fitted on.
public final class NoiseBenchmark {

    private static final Path REAL_PAIRS = Path.of("camera-noise", "polyu", "CroppedImages");
    private static final Path CLEAN_PHOTOS = Path.of("photos", "kodak");
    private static final int SIMULATED_SCENES = 6;

    private NoiseBenchmark() {}

    /// @param sharedData the folder that holds `camera-noise/polyu` and `photos/kodak`; a part without its data says
    /// so
    public static void run(Path sharedData, PrintStream output) {
        SpeedBenchmark.run(output);
        Path real = sharedData.resolve(REAL_PAIRS);
        if (Files.isDirectory(real)) {
            output.println();
            output.println("Real pairs (PolyU), fitted on training scenes, judged on held-out scenes:");
            new QualityBenchmark(output).run(PairFolder.find(real, Optional.empty(), OptionalInt.empty()));
        } else {
            output.println("Real pairs: no folder " + REAL_PAIRS + " in the data, left out.");
        }
        Path photos = sharedData.resolve(CLEAN_PHOTOS);
        if (Files.isDirectory(photos)) {
            simulated(photos, output);
        } else {
            output.println("Simulated pairs: no folder " + CLEAN_PHOTOS + " in the data, left out.");
        }
    }

    private static void simulated(Path photos, PrintStream output) {
        output.println();
        output.println("Simulated pairs, fitted on training photographs, judged on held-out photographs:");
        List<NoiseSource> scenes =
                PhotoFolder.sources(photos).stream().limit(SIMULATED_SCENES).toList();
        QualityBenchmark quality = new QualityBenchmark(output);
        try {
            Path folder = Files.createTempDirectory("diorama-noise-bench");
            try {
                for (SyntheticSensor sensor : SyntheticSensors.all()) {
                    List<Integer> isos = List.of(sensor.minimumIso() * 4, sensor.maximumIso());
                    PairSimulator.write(
                            scenes, sensor, isos, new Seed(17), folder, Cancellation.NEVER, ProgressSink.NONE);
                }
                quality.run(PairFolder.find(folder, Optional.empty(), OptionalInt.empty()));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
