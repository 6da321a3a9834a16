package studio.diorama.models.cameranoise.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Photo;
import studio.diorama.imaging.PhotoMetadata;
import studio.diorama.models.cameranoise.NoiseSource;
import studio.diorama.models.cameranoise.data.ProceduralScene;
import studio.diorama.models.cameranoise.fit.PairFolder;
import studio.diorama.models.cameranoise.simulator.PairSimulator;
import studio.diorama.models.cameranoise.simulator.SyntheticSensor;

/// What simulated cameras photograph, and their pairs. No flow was trained on these scenes: the photographs are never
/// trained on, and the procedural scenes have a seed of their own.
final class BenchScenes {

    private static final int SCENES = 6;
    private static final int SIDE = 512;
    private static final Seed SCENE_SEED = new Seed(23).child("benchmark/scenes");
    private static final Seed PAIR_SEED = new Seed(17);

    /// What flows are trained at, so what they can be asked.
    private static final int HIGHEST_ISO = 6400;

    private BenchScenes() {}

    static List<NoiseSource> photographs(Path folder) {
        return PhotoFolder.sources(folder).stream().limit(SCENES).toList();
    }

    static List<NoiseSource> procedural() {
        return IntStream.range(0, SCENES)
                .mapToObj(i -> NoiseSource.of("scene-" + i, () -> scene(SCENE_SEED.child("scene/" + i))))
                .toList();
    }

    private static Photo scene(Seed seed) {
        return new Photo(
                ProceduralScene.render(SIDE, SIDE, seed),
                new PhotoMetadata(
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        List.of()));
    }

    /// Two stops above the lowest ISO, and the highest.
    static List<Integer> isos(SyntheticSensor sensor) {
        return List.of(sensor.minimumIso() * 4, Math.min(sensor.maximumIso(), HIGHEST_ISO));
    }

    /// Photographs every scene with every sensor into a folder that goes afterwards.
    static <T> T withPairs(List<NoiseSource> scenes, List<SyntheticSensor> sensors, Function<List<PairGroup>, T> work) {
        try {
            Path folder = Files.createTempDirectory("diorama-noise-bench");
            try {
                for (SyntheticSensor sensor : sensors) {
                    PairSimulator.write(
                            scenes, sensor, isos(sensor), PAIR_SEED, folder, Cancellation.NEVER, ProgressSink.NONE);
                }
                return work.apply(PairGroup.of(PairFolder.find(folder, Optional.empty(), OptionalInt.empty())));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
