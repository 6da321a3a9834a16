package studio.diorama.models.cameranoise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.DioramaException;
import studio.diorama.common.Seed;
import studio.diorama.imaging.PngWriter;
import studio.diorama.imaging.Rgb16Image;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.Pictures;
import studio.diorama.models.cameranoise.fit.PairFolder;
import studio.diorama.models.cameranoise.simulator.SyntheticSensor;
import studio.diorama.models.cameranoise.simulator.SyntheticSensors;

class NoisePatchesTest {

    @TempDir
    private Path folder;

    /// Every sample says where it comes from, so a patch can be checked against its pair.
    private static final class Tagged implements PairSource {

        private final List<Seed> drawn = new ArrayList<>();

        @Override
        public List<String> cameras() {
            return List.of("a", "b", "c");
        }

        @Override
        public ConditionedPair draw(Seed seed) {
            drawn.add(seed);
            int tag = (int) Long.remainderUnsigned(seed.value(), 3);
            byte[] clean = new byte[3 * 20 * 10];
            byte[] noisy = new byte[clean.length];
            for (int i = 0; i < clean.length; i++) {
                int x = i / 3 % 20;
                int y = i / 60;
                clean[i] = (byte) (10 * x + y);
                noisy[i] = (byte) (100 * tag + i % 3);
            }
            return new ConditionedPair(
                    new Rgb8Image(20, 10, clean), new Rgb8Image(20, 10, noisy), tag, 100 * (tag + 1));
        }
    }

    @Test
    void patchesAreCutToPlanesAndKeepTheirCondition() {
        PatchBatch batch = new NoisePatches(new Tagged(), new Seed(3), 4, 5, 10).batch(7, 30);
        for (int patch = 0; patch < 30; patch++) {
            assertThat(batch.iso()[patch]).isEqualTo(100f * (batch.camera()[patch] + 1));
            for (int channel = 0; channel < 3; channel++) {
                int start = (3 * patch + channel) * 16;
                assertThat(batch.noisy()[start + 9]).isEqualTo(100f * batch.camera()[patch] + channel);
                assertThat(batch.clean()[start + 1] - batch.clean()[start]).isEqualTo(10);
                assertThat(batch.clean()[start + 4] - batch.clean()[start]).isEqualTo(1);
                assertThat(batch.clean()[start]).isEqualTo(batch.clean()[3 * patch * 16]);
            }
        }
    }

    @Test
    void stepsDoNotDependOnWhatWasAskedBefore() {
        NoisePatches inOrder = new NoisePatches(new Tagged(), new Seed(3), 4, 5, 10);
        for (int step = 0; step < 40; step++) {
            PatchBatch direct = new NoisePatches(new Tagged(), new Seed(3), 4, 5, 10).batch(step, 6);
            PatchBatch here = inOrder.batch(step, 6);
            assertThat(here.clean()).isEqualTo(direct.clean());
            assertThat(here.noisy()).isEqualTo(direct.noisy());
        }
        assertThat(new NoisePatches(new Tagged(), new Seed(4), 4, 5, 10)
                        .batch(0, 6)
                        .clean())
                .isNotEqualTo(new NoisePatches(new Tagged(), new Seed(3), 4, 5, 10)
                        .batch(0, 6)
                        .clean());
    }

    @Test
    void pairsAreKeptForTheirStepsAndNeverComeBack() {
        Tagged source = new Tagged();
        NoisePatches patches = new NoisePatches(source, new Seed(3), 4, 5, 10);
        for (int step = 0; step < 100; step++) {
            patches.batch(step, 60);
        }
        // 100 steps of 10 for each of 5 places, and for four of them one more because they change in turn.
        assertThat(source.drawn).hasSize(54);
        assertThat(new HashSet<>(source.drawn)).hasSize(54);
    }

    @Test
    void smallPicturesAreRefused() {
        assertThatThrownBy(() -> new NoisePatches(new Tagged(), new Seed(3), 11, 1, 1).batch(0, 1))
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll("20 × 10", "11 × 11");
    }

    @Test
    void filesAreDrawnWithTheirCameraAndIso() throws Exception {
        for (String name : List.of("B_200", "A_3200")) {
            for (String part : List.of("clean", "noisy")) {
                Files.createDirectories(folder.resolve(name).resolve(part));
                PngWriter.write(
                        Pictures.random8(8, 8),
                        folder.resolve(name).resolve(part).resolve("x.png"));
            }
        }
        FilePairs pairs = new FilePairs(PairFolder.find(folder, Optional.empty(), OptionalInt.empty()), false);
        assertThat(pairs.cameras()).containsExactly("A", "B");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            ConditionedPair pair = pairs.draw(new Seed(5).child("" + i));
            seen.add(pair.camera() + " " + pair.iso());
        }
        assertThat(seen).containsExactlyInAnyOrder("0 3200.0", "1 200.0");
        assertThatThrownBy(() -> new FilePairs(
                        PairFolder.find(folder, Optional.empty(), OptionalInt.empty()), List.of("A"), false))
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll("\"B\"", "known are A");
    }

    @Test
    void simulatedPairsCoverCamerasAndIsoAndRepeat() {
        List<SyntheticSensor> sensors = SyntheticSensors.training();
        SimulatedPairs source = new SimulatedPairs(sensors, 100, 6400, 40, true);
        Set<Integer> cameras = new HashSet<>();
        int low = 0;
        for (int i = 0; i < 120; i++) {
            ConditionedPair pair = source.draw(new Seed(1).child("" + i));
            cameras.add(pair.camera());
            SyntheticSensor sensor = sensors.get(pair.camera());
            assertThat(pair.iso()).isBetween(100.0, Math.min(6400.0, sensor.maximumIso()));
            low += pair.iso() < 800 ? 1 : 0;
        }
        assertThat(cameras).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        // Half of the logarithm lies below 800 for a range to 6400, a little more for sensors that end earlier.
        assertThat(low).isBetween(45, 85);
        ConditionedPair once = source.draw(new Seed(8));
        ConditionedPair again = new SimulatedPairs(sensors, 100, 6400, 40, true).draw(new Seed(8));
        assertThat(again.noisy().samples()).isEqualTo(once.noisy().samples());
        assertThat(again.clean().samples()).isEqualTo(once.clean().samples());
        assertThat(once.noisy().samples()).isNotEqualTo(once.clean().samples());
    }

    @Test
    void rangeThatASensorNeverReachesIsRefused() {
        assertThatThrownBy(() -> new SimulatedPairs(SyntheticSensors.training(), 5000, 6400, 40, true))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("Dill phone");
    }

    /// What noise is learnt over must come up: every brightness, plain areas, edges, colours.
    @Test
    void scenesHoldEveryBrightnessAndKindOfDetail() {
        long[] brightness = new long[16];
        long plain = 0;
        long edges = 0;
        long vivid = 0;
        long all = 0;
        for (int i = 0; i < 60; i++) {
            Rgb16Image scene = ProceduralScene.render(96, 96, new Seed(2).child("" + i));
            short[] samples = scene.samples();
            for (int at = 0; at + 5 < samples.length; at += 3, all++) {
                int red = samples[at] & 0xFFFF;
                int green = samples[at + 1] & 0xFFFF;
                int blue = samples[at + 2] & 0xFFFF;
                brightness[green >> 12]++;
                int step = Math.abs(green - (samples[at + 4] & 0xFFFF));
                plain += step < 128 ? 1 : 0;
                edges += step > 20 * 257 ? 1 : 0;
                vivid += Math.max(red, Math.max(green, blue)) > 2 * Math.min(red, Math.min(green, blue)) ? 1 : 0;
            }
        }
        for (long count : brightness) {
            assertThat(count).isGreaterThan(all / 400);
        }
        assertThat(plain).isBetween(all / 5, 9 * all / 10);
        assertThat(edges).isGreaterThan(all / 100);
        assertThat(vivid).isGreaterThan(all / 50);
    }
}
