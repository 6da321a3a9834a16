package studio.diorama.models.cameranoise.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.Compression;
import studio.diorama.models.cameranoise.NoiseSource;
import studio.diorama.models.cameranoise.Pictures;
import studio.diorama.models.cameranoise.TestPhotos;
import studio.diorama.models.cameranoise.WhiteBalance;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.fit.PairFolder;

class CameraSimulatorTest {

    private static final SyntheticSensor PLAIN = new SyntheticSensor(
            "Plain",
            "",
            100,
            1600,
            1e-4,
            5e-4,
            1e-3,
            0,
            WhiteBalance.NEUTRAL,
            List.of(List.of(1.0, 0.0, 0.0), List.of(0.0, 1.0, 0.0), List.of(0.0, 0.0, 1.0)),
            new Compression.Lossless());

    @Test
    void greyStaysGreyThroughEverySensor() {
        Rgb8Image grey = Pictures.flat(9, 7, 118);
        for (SyntheticSensor sensor : SyntheticSensors.all()) {
            assertThat(new CameraSimulator(sensor).clean(grey).samples()).isEqualTo(grey.samples());
        }
    }

    /// At a green photosite the picture shows that photosite alone: var = (k·x + r²) · slope².
    @ParameterizedTest
    @CsvSource({"100,90", "1600,90", "1600,180"})
    void photositeNoiseFollowsTheLaw(int iso, int code) {
        Rgb8Image noisy = new CameraSimulator(PLAIN).noisy(Pictures.flat(400, 400, code), iso, new Seed(1));
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = 0; y < 400; y++) {
            for (int x = 1 - y % 2; x < 400; x += 2, count++) {
                double residual = (noisy.samples()[3 * (400 * y + x) + 1] & 0xFF) - code;
                sum += residual;
                squares += residual * residual;
            }
        }
        double light = Math.pow((code / 255.0 + 0.055) / 1.055, 2.4);
        double slope = 255 * 1.055 / 2.4 * Math.pow(light, 1 / 2.4 - 1);
        double read = Math.hypot(5e-4 * iso / 100, 1e-3);
        double expected = slope * slope * (1e-4 * iso / 100 * light + read * read) + 1 / 12.0;
        double measured = squares / count - sum / count * (sum / count);
        assertThat(measured).isCloseTo(expected, within(0.04 * expected));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 4, 29, 31, 500})
    void photonCountsHavePoissonsMeanAndVariance(double expected) {
        int draws = 200_000;
        double sum = 0;
        double squares = 0;
        java.util.SplittableRandom random = new java.util.SplittableRandom(3);
        java.util.Random normal = new java.util.Random(3);
        for (int i = 0; i < draws; i++) {
            double count = PoissonNumber.of(expected, random.nextDouble(), normal.nextGaussian());
            sum += count;
            squares += count * count;
        }
        double mean = sum / draws;
        assertThat(mean).isCloseTo(expected, within(5 * Math.sqrt(expected / draws)));
        assertThat(squares / draws - mean * mean).isCloseTo(expected, within(0.02 * expected + 0.01));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,9", "9,1", "2,2", "7,5"})
    void anySizeIsTaken(int width, int height) {
        for (SyntheticSensor sensor : SyntheticSensors.all()) {
            assertThat(new CameraSimulator(sensor)
                            .noisy(Pictures.random8(width, height), sensor.maximumIso(), new Seed(1))
                            .samples())
                    .hasSize(3 * width * height);
        }
    }

    @Test
    void inverseMatrixUndoesTheMatrix() {
        double[] matrix = {1.7, -0.5, -0.2, -0.1, 1.4, -0.3, 0.1, -0.6, 1.5};
        double[] twice = Matrix3.inverse(Matrix3.inverse(matrix));
        assertThat(twice).containsExactly(matrix, within(1e-9));
    }

    @Test
    void writtenPairsAreFoundAgainAndSeeded(@TempDir Path folder) throws Exception {
        SyntheticSensor sensor = SyntheticSensors.byName("Dill phone");
        List<NoiseSource> scenes = List.of(
                TestPhotos.source("one", Pictures.random8(20, 16)), TestPhotos.source("two", Pictures.random8(16, 20)));
        for (String name : List.of("first", "second")) {
            PairSimulator.write(
                    scenes,
                    sensor,
                    List.of(100, 800),
                    new Seed(5),
                    folder.resolve(name),
                    Cancellation.NEVER,
                    ProgressSink.NONE);
        }
        List<PairFile> pairs = PairFolder.find(folder.resolve("first"), Optional.empty(), OptionalInt.empty());
        assertThat(pairs).extracting(PairFile::camera).containsOnly("Dill phone");
        assertThat(pairs).extracting(PairFile::iso).containsExactly(100, 100, 800, 800);
        assertThat(pairs).extracting(PairFile::scene).containsExactly("one", "two", "one", "two");
        for (PairFile pair : pairs) {
            Path twin = folder.resolve("second").resolve(folder.resolve("first").relativize(pair.noisy()));
            assertThat(Files.readAllBytes(twin)).isEqualTo(Files.readAllBytes(pair.noisy()));
        }
    }

    @Test
    void isoOutsideTheSensorsRangeIsRefusedNamingIt() {
        assertThatThrownBy(() -> new CameraSimulator(PLAIN).noisy(Pictures.flat(2, 2, 9), 3200, new Seed(1)))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("ISO 100 to ISO 1600");
    }
}
