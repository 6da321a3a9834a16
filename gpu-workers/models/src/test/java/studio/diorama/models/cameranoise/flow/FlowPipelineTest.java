package studio.diorama.models.cameranoise.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb16Image;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;
import studio.diorama.models.cameranoise.NoiseCondition;
import studio.diorama.models.cameranoise.NoiseModels;
import studio.diorama.models.cameranoise.NoiseOptions;
import studio.diorama.models.cameranoise.NoisyImage;
import studio.diorama.models.cameranoise.Pictures;
import studio.diorama.models.cameranoise.Profiles;

class FlowPipelineTest {

    private static final FlowCondition CONDITION = new FlowCondition(1, 300);

    /// Camera noise of a few codes, so that little is clipped.
    private static FlowPipeline flow(FlowPreset preset) {
        return FlowPipeline.of(FlowWeights.of(quiet(preset)));
    }

    private static FlowParameters quiet(FlowPreset preset) {
        FlowParameters random = TestFlows.random(TestFlows.config(preset), 4);
        for (FlowStep step : random.config().steps()) {
            switch (step.kind()) {
                case SIGNAL_DEPENDENT -> quieter(random.of(step, "pixel.1.bias"));
                case CONDITIONAL_LINEAR -> {
                    float[] table = random.of(step, "log_scale");
                    for (int i = 0; i < table.length; i++) {
                        table[i] += 1f;
                    }
                }
                case MIXING, CHECKERBOARD, CHANNELS -> {}
            }
        }
        return random;
    }

    private static void quieter(float[] bias) {
        for (int channel = 0; channel < 3; channel++) {
            bias[channel] += 1f;
        }
    }

    private static NoisyImage draw(FlowPipeline flow, RgbImage clean, NoiseOptions options) {
        return flow.apply(clean, CONDITION, options, Cancellation.NEVER, ProgressSink.NONE);
    }

    @ParameterizedTest
    @EnumSource(FlowPreset.class)
    void tilesWithTheirHaloEqualTheWholeBitForBit(FlowPreset preset) {
        FlowPipeline flow = flow(preset);
        int halo = flow.haloPixels();
        for (RgbImage clean : List.of(Pictures.random8(90, 71), Pictures.random16(90, 71))) {
            NoiseOptions options = NoiseOptions.of(new Seed(3))
                    .withOutputBitDepth(clean.bitDepth())
                    .withCompression(false);
            NoisyImage whole = draw(flow, clean, options);
            for (int[] tile : new int[][] {{33, 0, 20, 30}, {0, 0, 41, 71}, {41, 30, 49, 41}}) {
                int left = Math.max(0, tile[0] - halo);
                int top = Math.max(0, tile[1] - halo);
                int right = Math.min(90, tile[0] + tile[2] + halo);
                int bottom = Math.min(71, tile[1] + tile[3] + halo);
                NoisyImage part =
                        draw(flow, crop(clean, left, top, right - left, bottom - top), options.withOrigin(left, top));
                assertThat(values(crop(part.noisy(), tile[0] - left, tile[1] - top, tile[2], tile[3])))
                        .isEqualTo(values(crop(whole.noisy(), tile[0], tile[1], tile[2], tile[3])));
                assertThat(values(crop(part.level(), tile[0] - left, tile[1] - top, tile[2], tile[3])))
                        .isEqualTo(values(crop(whole.level(), tile[0], tile[1], tile[2], tile[3])));
            }
        }
    }

    @Test
    void pictureLargerThanATileIsTheSameOnAnyNumberOfThreads() {
        FlowPipeline flow = flow(FlowPreset.PAPER);
        Rgb8Image clean = Pictures.random8(530, 300);
        NoiseOptions options = NoiseOptions.of(new Seed(9));
        NoisyImage one = draw(flow, clean, options);
        NoisyImage three = draw(flow, clean, options.withThreads(3));
        assertThat(values(three.noisy())).isEqualTo(values(one.noisy()));
        assertThat(values(draw(flow, clean, NoiseOptions.of(new Seed(10))).noisy()))
                .isNotEqualTo(values(one.noisy()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void anySizeIsTaken(int width) {
        NoisyImage drawn = draw(flow(FlowPreset.SMALL), Pictures.random8(width, 3), NoiseOptions.of(new Seed(1)));
        assertThat(drawn.noisy().width()).isEqualTo(width);
    }

    @ParameterizedTest
    @EnumSource(FlowPreset.class)
    void levelsAreTheDeviationOfManyDraws(FlowPreset preset) {
        FlowPipeline flow = flow(preset);
        // Seen where no border reaches, pixel by pixel: random weights give every place a mean of its own.
        int side = 64;
        Rgb8Image clean = Pictures.flat(side, side, 120);
        int repeats = 64;
        double[] sums = new double[3 * side * side];
        double[] squares = new double[sums.length];
        int[] level = new int[0];
        for (int repeat = 0; repeat < repeats; repeat++) {
            NoisyImage drawn =
                    draw(flow, clean, NoiseOptions.of(new Seed(repeat)).withOutputBitDepth(16));
            int[] noisy = values(drawn.noisy());
            level = values(drawn.level());
            for (int i = 0; i < noisy.length; i++) {
                sums[i] += noisy[i] / 257.0;
                squares[i] += noisy[i] / 257.0 * (noisy[i] / 257.0);
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            double variance = 0;
            int pixels = 0;
            for (int y = flow.haloPixels(); y < side - flow.haloPixels(); y++) {
                for (int x = flow.haloPixels(); x < side - flow.haloPixels(); x++) {
                    int i = 3 * (y * side + x) + channel;
                    variance += (squares[i] - sums[i] * sums[i] / repeats) / (repeats - 1);
                    pixels++;
                }
            }
            double deviation = Math.sqrt(variance / pixels);
            assertThat(level[channel] / NoisyImage.LEVELS_PER_CODE).isCloseTo(deviation, within(0.1 * deviation));
        }
    }

    @Test
    void temperatureScalesTheNoise() {
        FlowPipeline cold = flow(FlowPreset.SMALL).withTemperature(0);
        Rgb8Image clean = Pictures.flat(40, 40, 128);
        assertThat(values(draw(cold, clean, NoiseOptions.of(new Seed(1))).noisy()))
                .isEqualTo(
                        values(draw(cold, clean, NoiseOptions.of(new Seed(2))).noisy()));
    }

    @Test
    void asReleasedEachSquareOf32HasItsOwnBorders() {
        FlowPipeline whole = flow(FlowPreset.PAPER);
        FlowPipeline released = whole.asReleased();
        FlowCondition trained = new FlowCondition(1, 1600);
        NoiseOptions options = NoiseOptions.of(new Seed(2)).withOutputBitDepth(16);
        Rgb8Image square = Pictures.random8(32, 32);
        assertThat(values(released.apply(square, trained, options, Cancellation.NEVER, ProgressSink.NONE)
                        .noisy()))
                .isEqualTo(values(whole.apply(square, trained, options, Cancellation.NEVER, ProgressSink.NONE)
                        .noisy()));
        Rgb8Image large = Pictures.random8(64, 32);
        assertThat(values(released.apply(large, trained, options, Cancellation.NEVER, ProgressSink.NONE)
                        .noisy()))
                .isNotEqualTo(values(whole.apply(large, trained, options, Cancellation.NEVER, ProgressSink.NONE)
                        .noisy()));
        assertThatThrownBy(() -> draw(released, square, options))
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll("300", "[100.0, 1600.0]", "Two");
    }

    @Test
    void whatItDrewIsLikelierUnderItsOwnConditionThanUnderAnyOther() {
        FlowPipeline flow = flow(FlowPreset.PAPER);
        float[] table = flow.weights().parameters().of("steps.2.log_scale");
        for (int row = 0; row < table.length / 3; row++) {
            for (int channel = 0; channel < 3; channel++) {
                table[3 * row + channel] = 2f - 0.5f * row;
            }
        }
        Rgb8Image clean = Pictures.smooth(48, 48, 1);
        FlowCondition truth = new FlowCondition(0, 400);
        Rgb8Image noisy = (Rgb8Image)
                flow.apply(clean, truth, NoiseOptions.of(new Seed(5)), Cancellation.NEVER, ProgressSink.NONE)
                        .noisy();
        FlowScore score = flow.score(clean, noisy, 2, Cancellation.NEVER, ProgressSink.NONE);
        assertThat(score.ranking()).hasSize(4);
        assertThat(score.ranking().getFirst().camera()).isEqualTo("One");
        assertThat(score.ranking().getFirst().iso()).isEqualTo(400);
        assertThat(score.margin()).isGreaterThan(0.02);
        assertThat(flow.judge(clean, noisy, truth, Cancellation.NEVER).excess()).isCloseTo(0, within(0.1));
    }

    @Test
    void nothingIsExtrapolatedAndCamerasAreNamed() {
        FlowPipeline flow = flow(FlowPreset.SMALL);
        Rgb8Image clean = Pictures.flat(8, 8, 100);
        assertThatThrownBy(() -> flow.apply(
                        clean,
                        new FlowCondition(0, 800),
                        NoiseOptions.of(new Seed(1)),
                        Cancellation.NEVER,
                        ProgressSink.NONE))
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll("One", "ISO 100 to ISO 400", "800");
        assertThatThrownBy(() -> flow.condition(new NoiseCondition(Profiles.srgb(), 100)))
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll("Test camera", "One, Two");
        assertThatThrownBy(() -> flow.judge(clean, Pictures.flat(8, 9, 100), CONDITION, Cancellation.NEVER))
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll("8 × 8", "8 × 9");
        assertThatThrownBy(() -> flow.withTemperature(-1)).hasMessageContaining("temperature");
        assertThatThrownBy(() -> NoiseModels.byName("flaw")).isInstanceOf(DioramaException.class);
    }

    private static RgbImage crop(RgbImage picture, int left, int top, int width, int height) {
        int[] all = values(picture);
        byte[] bytes = new byte[3 * width * height];
        short[] shorts = new short[3 * width * height];
        for (int i = 0; i < shorts.length; i++) {
            int x = left + i / 3 % width;
            int y = top + i / 3 / width;
            shorts[i] = (short) all[3 * (y * picture.width() + x) + i % 3];
            bytes[i] = (byte) shorts[i];
        }
        return picture.bitDepth() == 8 ? new Rgb8Image(width, height, bytes) : new Rgb16Image(width, height, shorts);
    }

    private static int[] values(RgbImage picture) {
        return switch (picture) {
            case Rgb8Image p -> {
                int[] values = new int[p.samples().length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = p.samples()[i] & 0xFF;
                }
                yield values;
            }
            case Rgb16Image p -> {
                int[] values = new int[p.samples().length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = p.samples()[i] & 0xFFFF;
                }
                yield values;
            }
        };
    }
}
