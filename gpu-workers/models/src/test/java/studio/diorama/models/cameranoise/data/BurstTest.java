package studio.diorama.models.cameranoise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ProgressSink;
import studio.diorama.imaging.PngWriter;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.Pictures;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.fit.PairFolder;

class BurstTest {

    private static final int SIDE = 160;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {0, 4, 20})
    void shiftsAreFoundToAFewHundredthsOfAPixel(double deviation) {
        List<Shift> shifts = wandering(20, 5);
        SyntheticBurst burst = new SyntheticBurst(SIDE, SIDE, shifts, deviation);
        BurstAlignment alignment = align(burst);
        Shift middle = shifts.get(10);
        for (int frame = 0; frame < shifts.size(); frame++) {
            Shift found = alignment.shifts().get(frame);
            Shift expected = shifts.get(frame).plus(-middle.dx(), -middle.dy());
            double bound = 0.02 + 0.004 * deviation;
            assertThat(found.dx()).isCloseTo(expected.dx(), within(bound));
            assertThat(found.dy()).isCloseTo(expected.dy(), within(bound));
        }
    }

    /// Known noise of deviation 6 in, the same out: the frames' own samples are never resampled.
    @Test
    void residualsKeepTheNoiseOfShiftedFrames() {
        int count = 24;
        SyntheticBurst burst = new SyntheticBurst(SIDE, SIDE, wandering(count, 2), 6);
        double[] sums = new double[4];
        List<String> warnings = pairs(burst, 1000, pair -> {
            int width = pair.noisy().width();
            for (int i = 0; i < pair.cleanMean().length - 3; i++) {
                double here = (pair.noisy().samples()[i] & 0xFF) - pair.cleanMean()[i];
                double beside = (pair.noisy().samples()[i + 3] & 0xFF) - pair.cleanMean()[i + 3];
                sums[0]++;
                sums[1] += here;
                sums[2] += here * here;
                sums[3] += here * beside;
            }
            assertThat(width).isLessThan(SIDE);
        });
        double variance = sums[2] / sums[0];
        double expected = (36 + 1 / 12.0) * (1 - 1.0 / count);
        assertThat(sums[1] / sums[0]).isCloseTo(0, within(0.05));
        assertThat(variance).isCloseTo(expected, within(0.03 * expected));
        assertThat(sums[3] / sums[2]).isCloseTo(0, within(0.02));
        assertThat(warnings).isEmpty();
    }

    @Test
    void cleanEstimateIsTheSceneOnEachFramesGrid() {
        List<Shift> shifts = wandering(32, 3);
        SyntheticBurst burst = new SyntheticBurst(SIDE, SIDE, shifts, 2);
        BurstAlignment alignment = align(burst);
        CleanEstimate clean = CleanEstimate.of(burst, alignment, Cancellation.NEVER, ProgressSink.NONE);
        for (int frame : new int[] {0, 7, 16, 31}) {
            float[] mean = clean.onGridOf(frame);
            double squares = 0;
            int count = 0;
            for (int y = 20; y < SIDE - 20; y++) {
                for (int x = 20; x < SIDE - 20; x++, count++) {
                    double error = mean[3 * (y * SIDE + x)] - burst.scene(frame, x, y, 0);
                    squares += error * error;
                }
            }
            // Noise of the mean is 2 / √32 = 0.35; what is left of alignment and interpolation must be of that order.
            assertThat(Math.sqrt(squares / count)).isLessThan(0.6);
        }
    }

    @Test
    void stillFramesAreTakenAsTheyAre() {
        SyntheticBurst burst = new SyntheticBurst(64, 48, Collections.nCopies(16, Shift.NONE), 3);
        BurstAlignment alignment = align(burst);
        assertThat(alignment.shifts()).containsOnly(Shift.NONE);
        List<Rgb8Image> noisy = new ArrayList<>();
        pairs(burst, 4, pair -> noisy.add(pair.noisy()));
        assertThat(noisy).hasSize(4);
        assertThat(noisy.getFirst().samples()).isEqualTo(burst.open(0).samples());
        assertThat(noisy.get(1).samples()).isEqualTo(burst.open(4).samples());
    }

    /// Flat noise has no texture to align by, and must not be moved about.
    @Test
    void plainSceneIsNotMoved() {
        Frames plain = frames(16, frame -> noise(96, frame, 128, 10));
        assertThat(align(plain).shifts()).allMatch(shift -> shift.length() < 0.3);
        pairs(plain, 1, pair -> assertThat(pair.noisy().width()).isGreaterThanOrEqualTo(64));
    }

    @Test
    void farFrameIsRefusedNamingItAndItsShift() {
        List<Shift> shifts = new ArrayList<>(Collections.nCopies(16, Shift.NONE));
        shifts.set(3, new Shift(9, -5));
        assertThatThrownBy(() -> align(new SyntheticBurst(SIDE, SIDE, shifts, 2)))
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll("frame-03.png", "9.0 pixels to the right", "-5.0 down", "at most 8");
    }

    @Test
    void fewFramesAreRefusedNamingTheCount() {
        assertThatThrownBy(() -> align(new SyntheticBurst(SIDE, SIDE, Collections.nCopies(15, Shift.NONE), 2)))
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll("15 frames", "16 to 1000");
    }

    @Test
    void movingThingIsRefusedNamingFrameAndPlace() {
        SyntheticBurst still = new SyntheticBurst(SIDE, SIDE, Collections.nCopies(16, Shift.NONE), 4);
        Frames moving = frames(16, frame -> {
            Rgb8Image picture = still.open(frame);
            if (frame == 5) {
                for (int y = 80; y < 104; y++) {
                    java.util.Arrays.fill(picture.samples(), 3 * (y * SIDE + 40), 3 * (y * SIDE + 64), (byte) 20);
                }
            }
            return picture;
        });
        assertThatThrownBy(() -> pairs(moving, 16, pair -> {}))
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll("Something moves in frame 5", "pixel (");
    }

    @Test
    void turnedCameraIsRefused() {
        int side = 288;
        double angle = 0.02;
        Frames turned = frames(16, frame -> {
            byte[] samples = new byte[3 * side * side];
            SplittableRandom random = new SplittableRandom(frame);
            double here = frame == 9 ? angle : 0;
            for (int i = 0; i < samples.length; i++) {
                double x = i / 3 % side - side / 2.0;
                double y = i / 3 / side - side / 2.0;
                double u = Math.cos(here) * x + Math.sin(here) * y;
                double v = Math.cos(here) * y - Math.sin(here) * x;
                double code =
                        128 + 12 * Math.sin(0.3 * u) + 12 * Math.sin(0.3 * v + 0.05 * u) + 4 * random.nextGaussian();
                samples[i] = (byte) Math.round(code);
            }
            return new Rgb8Image(side, side, samples);
        });
        assertThatThrownBy(() -> pairs(turned, 16, pair -> {}))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("frame 9");
    }

    @Test
    void unsteadyLightIsRefused() {
        SyntheticBurst still = new SyntheticBurst(64, 64, Collections.nCopies(16, Shift.NONE), 2);
        Frames flickering = frames(16, frame -> {
            byte[] samples = still.open(frame).samples();
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (byte) Math.clamp((samples[i] & 0xFF) + (frame == 2 ? 6 : 0), 0, 255);
            }
            return new Rgb8Image(64, 64, samples);
        });
        assertThatThrownBy(() -> pairs(flickering, 16, pair -> {}))
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll("frame 2", "brightness");
    }

    @Test
    void frameOfAnotherSizeIsRefused() {
        Frames mixed = frames(16, frame -> Pictures.random8(64, frame == 4 ? 65 : 64));
        assertThatThrownBy(() -> align(mixed))
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll("frame 4 is 64 × 65", "64 × 64");
    }

    @Test
    void clippedScenesAreWarnedOf() {
        Frames dark = frames(16, frame -> noise(64, frame, 3, 3));
        assertThat(pairs(dark, 1, pair -> {})).singleElement().asString().contains("below 8", "too bright");
        Frames bright = frames(16, frame -> noise(64, frame, 252, 3));
        assertThat(pairs(bright, 1, pair -> {})).singleElement().asString().contains("above 247", "too dark");
    }

    @Test
    void burstFoldersBecomePairsThatAreFoundAgain() throws IOException {
        SyntheticBurst burst = new SyntheticBurst(80, 64, Collections.nCopies(16, Shift.NONE), 3);
        for (int frame = 0; frame < 16; frame++) {
            Path file = folder.resolve("in/My Cam_800/still life/" + burst.name(frame));
            Files.createDirectories(file.getParent());
            PngWriter.write(burst.open(frame), file);
        }
        List<Burst> found = BurstFolder.find(folder.resolve("in"), Optional.empty(), OptionalInt.empty());
        assertThat(found).singleElement().satisfies(only -> {
            assertThat(only.camera()).isEqualTo("My Cam");
            assertThat(only.iso()).isEqualTo(800);
            assertThat(only.scene()).isEqualTo("still life");
            assertThat(only.frames()).hasSize(16);
        });
        Path out = folder.resolve("out");
        BurstPairs.write(found.getFirst(), false, 3, out, Cancellation.NEVER, ProgressSink.NONE);
        List<PairFile> pairs = PairFolder.find(out, Optional.empty(), OptionalInt.empty());
        assertThat(pairs).hasSize(3).allMatch(pair -> pair.camera().equals("My Cam") && pair.iso() == 800);
        assertThat(LoadedPair.of(pairs.getFirst(), false).noisy().samples())
                .isEqualTo(burst.open(0).samples());
    }

    @Test
    void burstFoldersAreReadInAllLayouts() throws IOException {
        for (int frame = 0; frame < 16; frame++) {
            for (String scene : List.of("a", "b")) {
                Files.createDirectories(folder.resolve(scene));
                Files.write(folder.resolve(scene).resolve(frame + ".jpg"), new byte[0]);
            }
        }
        List<Burst> two = BurstFolder.find(folder, Optional.of("Cam"), OptionalInt.of(100));
        assertThat(two).extracting(Burst::scene).containsExactly("a", "b");
        assertThat(BurstFolder.find(folder.resolve("b"), Optional.of("Cam"), OptionalInt.of(100)))
                .extracting(Burst::scene)
                .containsExactly("b");
        Files.delete(folder.resolve("a/3.jpg"));
        assertThatThrownBy(() -> BurstFolder.find(folder, Optional.of("Cam"), OptionalInt.of(100)))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("Burst a has 15 frames");
        Path empty = Files.createDirectories(folder.resolve("c"));
        assertThatThrownBy(() -> BurstFolder.find(empty, Optional.of("Cam"), OptionalInt.of(100)))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("no bursts");
    }

    private static BurstAlignment align(Frames frames) {
        return BurstAlignment.of("test", frames, Cancellation.NEVER, ProgressSink.NONE);
    }

    private static List<String> pairs(Frames frames, int most, java.util.function.Consumer<BurstPair> consumer) {
        return BurstPairs.forEach("test", frames, most, Cancellation.NEVER, ProgressSink.NONE, consumer);
    }

    private static List<Shift> wandering(int count, double reach) {
        SplittableRandom random = new SplittableRandom(4);
        List<Shift> shifts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shifts.add(new Shift(random.nextDouble(-reach, reach) / 2, random.nextDouble(-reach, reach) / 2));
        }
        return shifts;
    }

    private static Rgb8Image noise(int side, int seed, double level, double deviation) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] samples = new byte[3 * side * side];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) Math.round(Math.clamp(level + deviation * random.nextGaussian(), 0, 255));
        }
        return new Rgb8Image(side, side, samples);
    }

    private static Frames frames(int count, java.util.function.IntFunction<Rgb8Image> open) {
        return new Frames() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public String name(int frame) {
                return "frame " + frame;
            }

            @Override
            public Rgb8Image open(int frame) {
                return open.apply(frame);
            }
        };
    }
}
