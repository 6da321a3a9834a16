package studio.diorama.models.cameranoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.ChromaSubsampling;
import studio.diorama.imaging.Rgb16Image;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;

/// What every noise model promises, run over every model.
class NoiseModelTest {

    private static final NoiseCondition CONDITION = new NoiseCondition(Profiles.srgb(), 800);

    static List<NoiseModel> models() {
        return NoiseModels.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void tilesInAnyOrderEqualTheWhole(NoiseModel model) {
        for (RgbImage clean : List.of(Pictures.random8(67, 45), Pictures.random16(67, 45))) {
            for (int bits : new int[] {8, 16}) {
                NoiseOptions options =
                        NoiseOptions.of(new Seed(3)).withOutputBitDepth(bits).withCompression(false);
                NoisyImage whole = model.apply(clean, CONDITION, options, Cancellation.NEVER, ProgressSink.NONE);
                for (int[] tile : new int[][] {{32, 16, 35, 29}, {0, 0, 32, 16}, {66, 0, 1, 45}}) {
                    NoisyImage part = model.apply(
                            crop(clean, tile),
                            CONDITION,
                            options.withOrigin(tile[0], tile[1]),
                            Cancellation.NEVER,
                            ProgressSink.NONE);
                    assertThat(values(part.noisy())).isEqualTo(values(crop(whole.noisy(), tile)));
                    assertThat(values(part.level())).isEqualTo(values(crop(whole.level(), tile)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void threadsDoNotChangeTheResult(NoiseModel model) {
        Rgb8Image clean = Pictures.random8(33, 301);
        NoiseOptions options = NoiseOptions.of(new Seed(9));
        NoisyImage one = model.apply(clean, CONDITION, options, Cancellation.NEVER, ProgressSink.NONE);
        NoisyImage four = model.apply(clean, CONDITION, options.withThreads(4), Cancellation.NEVER, ProgressSink.NONE);
        assertThat(values(four.noisy())).isEqualTo(values(one.noisy()));
        assertThat(values(four.level())).isEqualTo(values(one.level()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void theSeedDecidesTheNoise(NoiseModel model) {
        Rgb8Image clean = Pictures.flat(40, 40, 128);
        int[] first = values(Pictures.noisy(model, clean, CONDITION, 1));
        assertThat(values(Pictures.noisy(model, clean, CONDITION, 1))).isEqualTo(first);
        assertThat(values(Pictures.noisy(model, clean, CONDITION, 2))).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,17", "17,1", "3,5", "8,8"})
    void anySizeIsTaken(int width, int height) {
        CameraProfile jpeg = Profiles.camera(
                new ToneCurve.Srgb(), WhiteBalance.NEUTRAL, new Compression.Jpeg(90, ChromaSubsampling.YUV_420));
        for (NoiseModel model : models()) {
            RgbImage noisy = Pictures.noisy(model, Pictures.random8(width, height), new NoiseCondition(jpeg, 100), 1);
            assertThat(noisy.width()).isEqualTo(width);
            assertThat(noisy.height()).isEqualTo(height);
        }
    }

    @ParameterizedTest
    @CsvSource({"60,0", "128,1", "200,2"})
    void spreadFollowsTheLawThroughTheToneCurve(int code, int channel) {
        Rgb8Image clean = Pictures.flat(300, 300, code);
        NoiseOptions options = NoiseOptions.of(new Seed(4)).withOutputBitDepth(16);
        NoiseCondition condition = new NoiseCondition(Profiles.srgb(), 100);
        NoisyImage drawn =
                new HeteroscedasticNoise().apply(clean, condition, options, Cancellation.NEVER, ProgressSink.NONE);

        double encoded = code / 255.0;
        double light = Math.pow((encoded + 0.055) / 1.055, 2.4);
        double gain = new double[] {2, 1, 1.5}[channel];
        double shot = new double[] {2e-4, 1e-4, 3e-4}[channel];
        double read = new double[] {4e-7, 2e-7, 6e-7}[channel];
        double lightDeviation = gain * Math.sqrt(shot * light / gain + read);
        double slope = 1.055 / 2.4 * Math.pow(light, 1 / 2.4 - 1);
        double expected = 255 * slope * lightDeviation;

        int[] values = values(drawn.noisy());
        double sum = 0;
        double squares = 0;
        for (int i = channel; i < values.length; i += 3) {
            double difference = values[i] / 257.0 - code;
            sum += difference;
            squares += difference * difference;
        }
        double count = values.length / 3.0;
        double measured = Math.sqrt(squares / count - sum / count * (sum / count));
        assertThat(measured).isCloseTo(expected, within(0.01 * expected));
        assertThat(values(drawn.level())[channel] / 256.0).isCloseTo(expected, within(0.01 * expected));
    }

    @Test
    void isoBetweenFittedOnesIsInterpolatedInItsLogarithm() {
        IsoNoise noise = new NoiseCondition(Profiles.srgb(), 200).noise();
        assertThat(noise.green().shot()).isCloseTo(2e-4, within(1e-12));
        assertThat(noise.green().readVariance()).isCloseTo(8e-7, within(1e-15));
        assertThat(new NoiseCondition(Profiles.srgb(), 1600).noise().red().shot())
                .isEqualTo(2e-4 * 16);
    }

    @ParameterizedTest
    @CsvSource({"99.9", "1601", "NaN", "-1"})
    void isoOutsideTheFittedRangeIsRefusedNamingTheRange(double iso) {
        assertThatThrownBy(() -> new NoiseCondition(Profiles.srgb(), iso))
                .isInstanceOfSatisfying(
                        DioramaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContaining("ISO 100 to ISO 1600");
    }

    @Test
    void cancellationStopsTheWork() {
        assertThatThrownBy(() -> new IsotropicNoise()
                        .apply(
                                Pictures.flat(10, 1000, 5),
                                CONDITION,
                                NoiseOptions.of(new Seed(0)).withThreads(2),
                                () -> true,
                                ProgressSink.NONE))
                .isInstanceOfSatisfying(
                        DioramaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    }

    @Test
    void progressReachesTheEnd() {
        List<Double> fractions = new ArrayList<>();
        new HeteroscedasticNoise()
                .apply(
                        Pictures.flat(10, 200, 5),
                        CONDITION,
                        NoiseOptions.of(new Seed(0)),
                        Cancellation.NEVER,
                        (stage, fraction) -> fractions.add(fraction));
        assertThat(fractions).isSorted().endsWith(1.0);
    }

    /// The entropy of a Gaussian is what its own density says of its draws.
    @ParameterizedTest
    @CsvSource({"400", "1600"})
    void likelihoodOfItsOwnDrawsIsTheGaussianEntropy(double iso) {
        CameraProfile plain = Profiles.camera(new ToneCurve.Gamma(1), WhiteBalance.NEUTRAL, new Compression.Lossless());
        NoiseCondition condition = new NoiseCondition(plain, iso);
        NoiseModel model = new IsotropicNoise();
        Rgb8Image clean = Pictures.flat(256, 256, 120);
        Rgb8Image noisy = (Rgb8Image) Pictures.noisy(model, clean, condition, 1);
        double deviation = 255 * condition.noise().isotropicSigma();
        double entropy = Math.log(deviation * Math.sqrt(2 * Math.PI * Math.E));
        assertThat(model.negativeLogLikelihood(clean, noisy, condition)).isCloseTo(entropy, within(0.01));
        assertThat(model.negativeLogLikelihood(clean, noisy, new NoiseCondition(plain, 100)))
                .isGreaterThan(entropy + 0.1);
    }

    @Test
    void unknownModelIsRefusedNamingTheKnownOnes() {
        assertThatThrownBy(() -> NoiseModels.byName("perlin"))
                .hasMessageContaining("\"perlin\"")
                .hasMessageContaining("heteroscedastic, isotropic");
    }

    private static int[] values(RgbImage picture) {
        int[] values = new int[3 * picture.width() * picture.height()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (picture) {
                case Rgb8Image p -> p.samples()[i] & 0xFF;
                case Rgb16Image p -> p.samples()[i] & 0xFFFF;
            };
        }
        return values;
    }

    private static RgbImage crop(RgbImage picture, int[] tile) {
        int count = 3 * tile[2];
        byte[] bytes = new byte[count * tile[3]];
        short[] shorts = new short[count * tile[3]];
        for (int y = 0; y < tile[3]; y++) {
            int from = 3 * ((tile[1] + y) * picture.width() + tile[0]);
            switch (picture) {
                case Rgb8Image p -> System.arraycopy(p.samples(), from, bytes, y * count, count);
                case Rgb16Image p -> System.arraycopy(p.samples(), from, shorts, y * count, count);
            }
        }
        return switch (picture) {
            case Rgb8Image _ -> new Rgb8Image(tile[2], tile[3], bytes);
            case Rgb16Image _ -> new Rgb16Image(tile[2], tile[3], shorts);
        };
    }
}
