package studio.diorama.models.cameranoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.diorama.common.Seed;

class CounterGaussianTest {

    private static final int ROWS = 1000;
    private static final int PLACES = 1000;

    /// The first six moments of a million numbers, within five standard errors.
    @Test
    void momentsAreThoseOfTheNormalDistribution() {
        double[] expected = {0, 1, 0, 3, 0, 15};
        double[] variance = {1, 2, 15, 96, 945, 10170};
        double[] sums = new double[6];
        for (double z : million()) {
            double power = 1;
            for (int moment = 0; moment < 6; moment++) {
                power *= z;
                sums[moment] += power;
            }
        }
        for (int moment = 0; moment < 6; moment++) {
            double error = 5 * Math.sqrt(variance[moment] / (ROWS * PLACES));
            assertThat(sums[moment] / (ROWS * PLACES)).isCloseTo(expected[moment], within(error));
        }
    }

    /// Kolmogorov and Smirnov's distance; 1.95 / √n is passed by all but one of a thousand seeds.
    @Test
    void distributionIsNormal() {
        double[] sorted = million();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double below = 1 - Math.exp(NormalDistribution.logUpperTail(sorted[i]));
            distance = Math.max(distance, Math.max(below - i / 1e6, (i + 1) / 1e6 - below));
        }
        assertThat(distance).isLessThan(1.95 / 1000);
    }

    @Test
    void neighboursAreUncorrelated() {
        double[] numbers = million();
        for (int lag : new int[] {1, 2, 3, PLACES, PLACES + 1}) {
            double sum = 0;
            for (int i = lag; i < numbers.length; i++) {
                sum += numbers[i] * numbers[i - lag];
            }
            assertThat(sum / numbers.length).isCloseTo(0, within(5e-3));
        }
    }

    @Test
    void piecesMeetTheInverseDistribution() {
        for (double p = 0.49; p > 1e-8; p *= 0.93) {
            long tail = (long) (p * 0x1p63);
            assertThat(CounterGaussian.fromBits(tail << 2))
                    .isCloseTo((float) -NormalDistribution.quantile(p), within(2e-4f));
        }
        assertThat(CounterGaussian.fromBits(0)).isFinite();
        assertThat(CounterGaussian.fromBits(-1L)).isFinite();
    }

    private static double[] million() {
        double[] numbers = new double[ROWS * PLACES];
        for (int y = 0; y < ROWS; y++) {
            long key = CounterGaussian.rowKey(new Seed(1), y);
            for (int place = 0; place < PLACES; place++) {
                numbers[y * PLACES + place] = CounterGaussian.at(key, place);
            }
        }
        return numbers;
    }
}
