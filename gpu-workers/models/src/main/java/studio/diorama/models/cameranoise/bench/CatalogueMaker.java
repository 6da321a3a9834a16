package studio.diorama.models.cameranoise.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.CameraProfileCodec;
import studio.diorama.models.cameranoise.HeteroscedasticNoise;
import studio.diorama.models.cameranoise.NoiseCondition;
import studio.diorama.models.cameranoise.NoiseOptions;
import studio.diorama.models.cameranoise.NoiseSource;
import studio.diorama.models.cameranoise.Provenance;
import studio.diorama.models.cameranoise.fit.FitRequest;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.fit.NoiseFit;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.fit.PairFolder;
import studio.diorama.models.cameranoise.metrics.NoiseComparison;
import studio.diorama.models.cameranoise.metrics.NoiseReport;
import studio.diorama.models.cameranoise.simulator.PairSimulator;
import studio.diorama.models.cameranoise.simulator.SyntheticSensor;
import studio.diorama.models.cameranoise.simulator.SyntheticSensors;

/// Makes the cameras that ship: every synthetic sensor photographs a folder of clean pictures at each full ISO stop,
/// the profile is fitted on three quarters of them, and judged on the others.
public final class CatalogueMaker {

    private static final Seed SEED = new Seed(2022);

    private CatalogueMaker() {}

    /// Arguments: folder of clean photographs, folder for profiles, folder for pairs (both made), code version.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            System.err.println("expected: PHOTOS PROFILES PAIRS CODE_VERSION");
            System.exit(2);
        }
        make(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), arguments[3], System.out);
    }

    /// Writes a profile for each sensor and `index.txt`, and prints what they are worth on the held-out photographs.
    public static void make(Path photos, Path profiles, Path pairs, String codeVersion, PrintStream output)
            throws IOException {
        Files.createDirectories(profiles);
        List<NoiseSource> scenes = PhotoFolder.sources(photos);
        List<String> index = new ArrayList<>();
        for (SyntheticSensor sensor : SyntheticSensors.all()) {
            Path folder = pairs.resolve(slug(sensor));
            PairSimulator.write(scenes, sensor, stops(sensor), SEED, folder, Cancellation.NEVER, ProgressSink.NONE);
            List<PairFile> training = new ArrayList<>();
            List<PairFile> heldOut = new ArrayList<>();
            for (PairFile pair : PairFolder.find(folder, Optional.empty(), OptionalInt.empty())) {
                (isHeldOut(scenes, pair) ? heldOut : training).add(pair);
            }
            CameraProfile profile = fit(sensor, training, codeVersion);
            String file = slug(sensor) + CameraProfileCodec.FILE_EXTENSION;
            Files.write(profiles.resolve(file), CameraProfileCodec.write(profile));
            index.add(file);
            judge(profile, heldOut, output);
        }
        Files.writeString(profiles.resolve("index.txt"), String.join("\n", index) + "\n");
    }

    private static CameraProfile fit(SyntheticSensor sensor, List<PairFile> training, String codeVersion) {
        Provenance provenance = new Provenance(
                "Simulated with the synthetic sensor \"%s\" of sensors.json over three of every four Kodak photographs, seed %d"
                        .formatted(sensor.name(), SEED.value()),
                "Free: the Kodak photographs are released for unrestricted use, the noise is simulated",
                CatalogueMaker.class.getName() + " PHOTOS PROFILES PAIRS CODE_VERSION",
                codeVersion);
        FitRequest request = FitRequest.of(
                        sensor.name(), "A simulated camera. " + sensor.description(), provenance, training)
                .withThreads(Runtime.getRuntime().availableProcessors());
        return NoiseFit.fit(request, Cancellation.NEVER, ProgressSink.NONE);
    }

    private static void judge(CameraProfile profile, List<PairFile> heldOut, PrintStream output) {
        for (double iso : profile.levels().stream().map(level -> level.iso()).toList()) {
            NoiseComparison comparison = new NoiseComparison();
            for (PairFile files : heldOut) {
                if (files.iso() == iso) {
                    LoadedPair pair = LoadedPair.of(files, false);
                    NoiseOptions options = NoiseOptions.of(SEED.child("judge/" + files.scene()));
                    Rgb8Image drawn = (Rgb8Image) new HeteroscedasticNoise()
                            .apply(
                                    pair.clean(),
                                    new NoiseCondition(profile, iso),
                                    options,
                                    Cancellation.NEVER,
                                    ProgressSink.NONE)
                            .noisy();
                    comparison.add(pair.clean(), pair.noisy(), drawn);
                }
            }
            NoiseReport report = comparison.report();
            output.println("| %s | %.0f | %.4f | %.4f | %.1f | %.2f | %.3f | %.3f |"
                    .formatted(
                            profile.name(),
                            iso,
                            report.kl4(),
                            report.kl66(),
                            100 * report.deviationError(),
                            report.meanError(),
                            report.autocorrelationError(),
                            report.channelCorrelationError()));
        }
    }

    /// Every fourth photograph.
    private static boolean isHeldOut(List<NoiseSource> scenes, PairFile pair) {
        int place = scenes.stream().map(NoiseSource::name).toList().indexOf(pair.scene());
        return place % 4 == 3;
    }

    private static List<Integer> stops(SyntheticSensor sensor) {
        List<Integer> stops = new ArrayList<>();
        for (int iso = sensor.minimumIso(); iso <= sensor.maximumIso(); iso *= 2) {
            stops.add(iso);
        }
        return stops;
    }

    private static String slug(SyntheticSensor sensor) {
        return sensor.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
