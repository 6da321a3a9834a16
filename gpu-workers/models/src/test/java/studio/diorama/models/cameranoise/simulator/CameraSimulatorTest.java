package studio.diorama.models.cameranoise.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
import studio.diorama.models.cameranoise.ToneCurve;
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
            Demosaic.BILINEAR,
            0,
            new ToneCurve.Srgb(),
            new Compression.Lossless(),
            SensorUse.TRAINING);

    @Test
    void greyStaysGreyThroughEverySensor() {
        Rgb8Image grey = Pictures.flat(9, 7, 118);
        for (SyntheticSensor sensor : SyntheticSensors.all()) {
            byte[] samples = new CameraSimulator(sensor).clean(grey).samples();
            double light = new ToneCurve.Srgb().toLinear(118 / 255.0);
            byte expected = (byte) Math.round(255 * sensor.toneCurve().toEncoded(light));
            assertThat(samples).as(sensor.name()).containsOnly(expected);
        }
    }

    /// Profiles were fitted on these pictures, so they must not change: the digests were taken when they were.
    @ParameterizedTest
    @CsvSource({
        "Aster FF, e0e4ff011de59a1689570c66cf3aa3ca445cd3f0d3ac25b17ecaf5976ff5a3d8",
        "Basil APS-C, 70585d72a6f823506cbdcd2a04cd85479a209e9c987acd1050a297e4d3a7f28f",
        "Clove 1-inch, 0e14360dbd4bee9e4cdcb074bd3e22a7cec07b0905290c49e4fcf66f0b02c8e7",
        "Dill phone, a30b6856d9a024c221235249f17182bed7fd48e61fdc5da7b167ed5e6f0f21b1"
    })
    void sensorsWithProfilesKeepTheirExactPictures(String name, String sha256) throws Exception {
        SyntheticSensor sensor = SyntheticSensors.byName(name);
        CameraSimulator camera = new CameraSimulator(sensor);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Rgb8Image scene : List.of(Pictures.smooth(67, 45, 1), Pictures.random8(31, 40))) {
            digest.update(camera.clean(scene).samples());
            digest.update(camera.noisy(scene, 400, new Seed(9)).samples());
            digest.update(camera.noisy(scene, sensor.maximumIso(), new Seed(10)).samples());
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(sha256);
    }

    @Test
    void sixSensorsTrainAndTwoAreHeldOut() {
        assertThat(SyntheticSensors.training()).hasSize(6);
        assertThat(SyntheticSensors.heldOut()).hasSize(2);
        assertThat(SyntheticSensors.all()).extracting(SyntheticSensor::name).doesNotHaveDuplicates();
        assertThat(SyntheticSensors.all())
                .allMatch(sensor -> sensor.minimumIso() <= 100 && sensor.maximumIso() >= 3200);
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

    /// The filters' weights sum to one and mirror neighbours' differences: a picture whose three channels rise along a
    /// slope, at one pace, comes back as it was.
    @ParameterizedTest
    @EnumSource(Demosaic.class)
    void slopesComeBackFromTheMosaic(Demosaic demosaic) {
        int side = 12;
        float[] mosaic = new float[side * side];
        for (int i = 0; i < mosaic.length; i++) {
            mosaic[i] = slope(i % side, i / side);
        }
        double[] rgb = new double[3];
        for (int y = 2; y < side - 2; y++) {
            for (int x = 2; x < side - 2; x++) {
                demosaic.at(mosaic, side, side, x, y, rgb);
                assertThat(rgb).containsExactly(new double[] {slope(x, y), slope(x, y), slope(x, y)}, within(1e-6));
            }
        }
    }

    private static float slope(int x, int y) {
        return 0.1f + 0.03f * x + 0.02f * y;
    }

    /// Impulse responses of figure 2 of Malvar, He, Cutler, in eighths.
    @Test
    void gradientCorrectionHasThePublishedWeights() {
        double[] rgb = new double[3];
        // Green at the red photosite (4, 4): itself, a neighbour beside, one two away.
        assertThat(impulse(4, 4, 4, 4, rgb)[1]).isEqualTo(4 / 8.0);
        assertThat(impulse(5, 4, 4, 4, rgb)[1]).isEqualTo(2 / 8.0);
        assertThat(impulse(4, 6, 4, 4, rgb)[1]).isEqualTo(-1 / 8.0);
        // Blue at the red photosite: itself, a corner, one two away.
        assertThat(impulse(4, 4, 4, 4, rgb)[2]).isEqualTo(6 / 8.0);
        assertThat(impulse(5, 5, 4, 4, rgb)[2]).isEqualTo(2 / 8.0);
        assertThat(impulse(2, 4, 4, 4, rgb)[2]).isEqualTo(-1.5 / 8);
        // Red at the green photosite (5, 4) of a red row: itself, beside, corner, two away along and across.
        assertThat(impulse(5, 4, 5, 4, rgb)[0]).isEqualTo(5 / 8.0);
        assertThat(impulse(4, 4, 5, 4, rgb)[0]).isEqualTo(4 / 8.0);
        assertThat(impulse(4, 5, 5, 4, rgb)[0]).isEqualTo(-1 / 8.0);
        assertThat(impulse(7, 4, 5, 4, rgb)[0]).isEqualTo(-1 / 8.0);
        assertThat(impulse(5, 6, 5, 4, rgb)[0]).isEqualTo(0.5 / 8);
        // Blue there is the same, turned by a quarter.
        assertThat(impulse(5, 5, 5, 4, rgb)[2]).isEqualTo(4 / 8.0);
        assertThat(impulse(7, 4, 5, 4, rgb)[2]).isEqualTo(0.5 / 8);
    }

    private static double[] impulse(int atX, int atY, int x, int y, double[] rgb) {
        float[] mosaic = new float[100];
        mosaic[10 * atY + atX] = 1;
        Demosaic.GRADIENT_CORRECTED.at(mosaic, 10, 10, x, y, rgb);
        return rgb;
    }

    @Test
    void chromaSmoothingKeepsBrightnessAndCalmsColour() {
        int side = 40;
        float[] encoded = new float[3 * side * side];
        java.util.SplittableRandom random = new java.util.SplittableRandom(8);
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = (float) random.nextDouble(0.4, 0.6);
        }
        float[] smooth = encoded.clone();
        ChromaSmoothing.apply(smooth, side, side, 1);
        double before = 0;
        double after = 0;
        for (int i = 0; i < encoded.length; i += 3) {
            assertThat(brightness(smooth, i)).isCloseTo(brightness(encoded, i), within(1e-5));
            before += Math.pow(encoded[i] - brightness(encoded, i), 2);
            after += Math.pow(smooth[i] - brightness(smooth, i), 2);
        }
        // The weights' squares sum to (70 / 256)².
        assertThat(after / before).isCloseTo(Math.pow(70 / 256.0, 2), within(0.03));
        float[] kept = encoded.clone();
        ChromaSmoothing.apply(kept, side, side, 0);
        assertThat(kept).containsExactly(encoded, within(1e-6f));
    }

    private static double brightness(float[] rgb, int i) {
        return 0.299 * rgb[i] + 0.587 * rgb[i + 1] + 0.114 * rgb[i + 2];
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
