package studio.diorama.dataset.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import studio.diorama.common.Seed;

class RandomiserTest {

    private static final Seed SEED = new Seed(0);
    private static final int FRAMES = 4000;

    private static <T> T draw(Randomiser<T> randomiser, long frame) {
        return draw(Varied.of(randomiser), frame, "field");
    }

    private static <T> T draw(Varied<T> varied, long frame, String field) {
        return new Draws(new FrameKey(SEED, frame, FRAMES, 1)).draw(varied, field, 0);
    }

    private static double[] numbers(Randomiser<Components> randomiser) {
        return LongStream.range(0, FRAMES)
                .mapToDouble(frame -> draw(randomiser, frame).single())
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    @Test
    void aUniformNumberHasTheMeanAndVarianceOfItsRange() {
        double[] values = numbers(new Uniform(Components.of(2), Components.of(6)));

        assertThat(mean(values)).isEqualTo(4, within(0.08));
        assertThat(Arrays.stream(values).map(v -> (v - 4) * (v - 4)).average().orElseThrow())
                .isEqualTo(16.0 / 12, within(0.06));
        assertThat(Arrays.stream(values).allMatch(value -> value >= 2 && value < 6))
                .isTrue();
    }

    @Test
    void aUniformWholeNumberTakesBothBoundsEquallyOften() {
        Map<Double, Integer> counts = new HashMap<>();
        for (double value : numbers(new UniformInt(1, 4))) {
            counts.merge(value, 1, Integer::sum);
        }

        assertThat(counts.keySet()).containsExactlyInAnyOrder(1.0, 2.0, 3.0, 4.0);
        assertThat(counts.values()).allMatch(count -> Math.abs(count - FRAMES / 4) < 110);
    }

    @Test
    void aLogUniformNumberIsEquallyLikelyInEachDecade() {
        double[] values = numbers(new LogUniform(Components.of(0.1), Components.of(10)));

        assertThat(Arrays.stream(values).filter(value -> value < 1).count() / (double) FRAMES)
                .isEqualTo(0.5, within(0.03));
    }

    @Test
    void aNormalNumberIsClampedAndOtherwiseABellCurve() {
        Normal normal = new Normal(Components.of(1), Components.of(2), Components.of(-1), Components.of(100));
        double[] values = numbers(normal);

        assertThat(Arrays.stream(values).min().orElseThrow()).isEqualTo(-1);
        assertThat(Arrays.stream(values).filter(value -> value < 1).count() / (double) FRAMES)
                .isEqualTo(0.5, within(0.03));
        assertThat(Arrays.stream(values).filter(value -> value < 3).count() / (double) FRAMES)
                .isEqualTo(0.8413, within(0.02));
    }

    @Test
    void stratifiedSharesAreMetExactlyAtEveryLevel() {
        Choice<String> inner = new Choice<>(
                List.of(
                        new Choice.Portion<>(25, new Constant<>("dusk")),
                        new Choice.Portion<>(75, new Constant<>("night"))),
                true);
        Choice<String> outer = new Choice<>(
                List.of(new Choice.Portion<>(70, new Constant<>("day")), new Choice.Portion<>(30, inner)), true);
        Map<String, Integer> counts = new HashMap<>();
        LongStream.range(0, FRAMES).forEach(frame -> counts.merge(draw(outer, frame), 1, Integer::sum));

        assertThat(counts).containsExactlyInAnyOrderEntriesOf(Map.of("day", 2800, "dusk", 300, "night", 900));
        assertThat(LongStream.range(0, 2800)
                        .filter(frame -> draw(outer, frame).equals("day"))
                        .count())
                .as("quotas are shuffled over the frames, not filled in order")
                .isBetween(1800L, 2100L);
    }

    @Test
    void percentsThatDoNotSumToHundredAreRefused() {
        assertThatThrownBy(() -> new Choice<>(List.of(new Choice.Portion<>(70, new Constant<>("day"))), false))
                .hasMessageContaining("sum to 100")
                .hasMessageContaining("70");
    }

    @Test
    void fieldsOfOneNameDrawTheSameNumbersAndOthersDoNot() {
        Uniform range = new Uniform(Components.of(0), Components.of(1));
        Varied<Components> tied = new Varied<>(range, Period.FRAME, Optional.of("hue"));

        assertThat(draw(tied, 3, "a")).isEqualTo(draw(tied, 3, "b"));
        assertThat(draw(tied, 3, "a")).isNotEqualTo(draw(tied, 4, "a"));
        assertThat(draw(Varied.of(range), 3, "a")).isNotEqualTo(draw(Varied.of(range), 3, "b"));
    }

    @Test
    void aDatasetsValueStaysAndAClipsValueStaysWithinItsClip() {
        Uniform range = new Uniform(Components.of(0), Components.of(1));
        Varied<Components> dataset = new Varied<>(range, Period.DATASET, Optional.empty());

        assertThat(draw(dataset, 3, "a")).isEqualTo(draw(dataset, 700, "a"));
        assertThat(drawInClip(range, 8)).isEqualTo(drawInClip(range, 15)).isNotEqualTo(drawInClip(range, 16));
    }

    private static Components drawInClip(Uniform range, long frame) {
        return new Draws(new FrameKey(SEED, frame, FRAMES, 8)).draw(Varied.of(range), "a", 0);
    }

    @Test
    void anotherTryDrawsAnotherValueAndSaysWhere() {
        Draws draws = new Draws(new FrameKey(SEED, 17, FRAMES, 1));
        Varied<Components> range = Varied.of(new Uniform(Components.of(0), Components.of(1)));

        Components first = draws.draw(range, "objects/mug/2/position", 0);

        assertThat(draws.draw(range, "objects/mug/2/position", 1)).isNotEqualTo(first);
        assertThat(draws.paths())
                .containsExactly("frame/17/objects/mug/2/position/try/0", "frame/17/objects/mug/2/position/try/1");
    }

    @Test
    void uniformRotationsHaveUnitLengthAndNoPreferredDirection() {
        double sum = 0;
        for (long frame = 0; frame < FRAMES; frame++) {
            Components q = Rotations.uniform(new RandomStream(SEED.child("r" + frame)));
            assertThat(q.values().stream().mapToDouble(v -> v * v).sum()).isEqualTo(1, within(1e-12));
            double upY = 1 - 2 * (q.get(0) * q.get(0) + q.get(2) * q.get(2)); // y of the turned y axis
            sum += upY * upY;
        }
        assertThat(sum / FRAMES).isEqualTo(1.0 / 3, within(0.02));
    }

    @Test
    void aShuffleTakesEachRankOnce() {
        for (long size : new long[] {1, 2, 7, 64, 1000}) {
            assertThat(LongStream.range(0, size).map(index -> Shuffle.rank(SEED, index, size)))
                    .hasSize((int) size)
                    .doesNotHaveDuplicates()
                    .allMatch(rank -> rank >= 0 && rank < size);
        }
    }
}
