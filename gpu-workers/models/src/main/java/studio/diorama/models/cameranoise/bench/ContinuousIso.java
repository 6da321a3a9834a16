package studio.diorama.models.cameranoise.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.diorama.common.Seed;
import studio.diorama.imaging.JpegRoundTrip;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;
import studio.diorama.models.cameranoise.Compression;
import studio.diorama.models.cameranoise.NoiseSource;
import studio.diorama.models.cameranoise.flow.FlowCondition;
import studio.diorama.models.cameranoise.flow.FlowPipeline;
import studio.diorama.models.cameranoise.metrics.NoiseComparison;
import studio.diorama.models.cameranoise.metrics.NoiseReport;
import studio.diorama.models.cameranoise.simulator.CameraSimulator;
import studio.diorama.models.cameranoise.simulator.SyntheticSensor;

/// A simulated camera at an ISO half way between two full stops, which only its simulator and a flow over continuous
/// ISO know: the flow at that ISO beside the flow at the nearest full stop, both against the simulator.
///
/// @param camera the sensor's name
/// @param iso between two full stops
/// @param nearestIso the full stop below
/// @param atIso the flow told the ISO
/// @param atNearest the flow told the full stop instead
/// @param simulatorTwice two draws of the simulator: the least that can be reached
public record ContinuousIso(
        String camera, int iso, int nearestIso, NoiseReport atIso, NoiseReport atNearest, NoiseReport simulatorTwice) {

    private static final int FULL_STOP = 800;
    private static final int BETWEEN = 1131;
    private static final int MOST_SCENES = 3;
    private static final Seed SEED = new Seed(31).child("benchmark/continuous");

    static final String HEADER = String.format(
            Locale.ROOT,
            "  %-18s %6s  %10s %10s %10s  %10s %10s %10s",
            "camera",
            "ISO",
            "kl4 at ISO",
            "at " + FULL_STOP,
            "truth twice",
            "std% at ISO",
            "at " + FULL_STOP,
            "truth twice");

    /// Empty where the flow does not know the sensor at this ISO.
    static Optional<ContinuousIso> of(SyntheticSensor sensor, FlowPipeline flow, List<NoiseSource> scenes) {
        Optional<FlowCondition> between = KnownConditions.of(flow, sensor.name(), BETWEEN);
        Optional<FlowCondition> fullStop = KnownConditions.of(flow, sensor.name(), FULL_STOP);
        if (between.isEmpty() || fullStop.isEmpty() || sensor.maximumIso() < BETWEEN) {
            return Optional.empty();
        }
        CameraSimulator camera = new CameraSimulator(sensor);
        NoiseComparison atIso = new NoiseComparison();
        NoiseComparison atNearest = new NoiseComparison();
        NoiseComparison twice = new NoiseComparison();
        for (NoiseSource scene : scenes.stream().limit(MOST_SCENES).toList()) {
            RgbImage picture = scene.open().image();
            Seed seed = SEED.child(scene.name());
            Rgb8Image clean = camera.clean(picture);
            Rgb8Image real = photograph(camera, sensor, picture, seed.child("first"));
            atIso.add(clean, real, new Contender.OfFlow(flow, between.get()).draw(clean, seed));
            atNearest.add(clean, real, new Contender.OfFlow(flow, fullStop.get()).draw(clean, seed));
            twice.add(clean, real, photograph(camera, sensor, picture, seed.child("second")));
        }
        return Optional.of(new ContinuousIso(
                sensor.name(), BETWEEN, FULL_STOP, atIso.report(), atNearest.report(), twice.report()));
    }

    static List<ContinuousIso> all(
            List<SyntheticSensor> sensors, FlowPipeline flow, List<NoiseSource> scenes, BenchProgress progress) {
        progress.say(HEADER);
        List<ContinuousIso> results = new ArrayList<>();
        for (SyntheticSensor sensor : sensors) {
            of(sensor, flow, scenes).ifPresent(result -> {
                results.add(result);
                progress.say(result.toText());
            });
        }
        return List.copyOf(results);
    }

    private static Rgb8Image photograph(CameraSimulator camera, SyntheticSensor sensor, RgbImage picture, Seed seed) {
        Rgb8Image noisy = camera.noisy(picture, BETWEEN, seed);
        return switch (sensor.compression()) {
            case Compression.Lossless _ -> noisy;
            case Compression.Jpeg jpeg -> JpegRoundTrip.apply(noisy, jpeg.quality(), jpeg.subsampling());
        };
    }

    String toText() {
        return String.format(
                Locale.ROOT,
                "  %-18s %6d  %10.4f %10.4f %10.4f  %10.1f %10.1f %10.1f",
                camera,
                iso,
                atIso.kl4(),
                atNearest.kl4(),
                simulatorTwice.kl4(),
                100 * atIso.deviationError(),
                100 * atNearest.deviationError(),
                100 * simulatorTwice.deviationError());
    }
}
