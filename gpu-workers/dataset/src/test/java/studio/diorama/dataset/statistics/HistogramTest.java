package studio.diorama.dataset.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {

    private static Histogram of(long... counts) {
        return new Histogram(0, 10, Arrays.stream(counts).boxed().toList());
    }

    @Test
    void movingAllByThreeBinsCostsThreeBinWidths() {
        assertThat(of(8, 0, 0, 0, 0).wasserstein(of(0, 0, 0, 5, 0))).isEqualTo(6, within(1e-12));
        assertThat(of(1, 2, 3, 0, 0).wasserstein(of(2, 4, 6, 0, 0))).isEqualTo(0, within(1e-12));
    }

    @Test
    void sharesWithNothingInCommonAreOneBitApart() {
        assertThat(of(8, 0).jensenShannon(of(0, 5))).isEqualTo(1, within(1e-12));
        assertThat(of(1, 1).jensenShannon(of(7, 7))).isEqualTo(0, within(1e-12));
        // p = (1/2, 1/2), q = (1, 0): H(3/4, 1/4) - 1/2 = 0.8112781 - 0.5.
        assertThat(of(1, 1).jensenShannon(of(1, 0))).isEqualTo(0.3112781, within(1e-6));
    }

    @Test
    void whatIsOutsideCountsAtTheEnds() {
        Histogram.Builder builder = new Histogram.Builder(0, 1, 4);
        for (double value : new double[] {-5, 0.3, 0.3, 1, 7, Double.NaN, Double.POSITIVE_INFINITY}) {
            builder.add(value);
        }
        assertThat(builder.build().counts()).isEqualTo(List.of(1L, 2L, 0L, 3L));
        assertThat(builder.build().empty()).containsExactly(2);
    }
}
