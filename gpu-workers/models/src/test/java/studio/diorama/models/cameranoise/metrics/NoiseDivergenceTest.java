package studio.diorama.models.cameranoise.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoiseDivergenceTest {

    /// Real: residual 0 three times, 10 once. Synthetic: the other way round.
    private static final long[] REAL = counts(0, 3, 10, 1);

    private static final long[] SYNTHETIC = counts(0, 1, 10, 3);

    @ParameterizedTest
    @EnumSource(NoiseDivergence.class)
    void ofASetWithItselfIsZero(NoiseDivergence divergence) {
        assertThat(divergence.of(REAL, REAL)).isZero();
    }

    @Test
    void smoothedOnesMatchTheHandComputation() {
        // 128 bins of one, two of four and two among 4 + 130 counts: 4 ln(4/2) + 2 ln(2/4), over 134.
        assertThat(NoiseDivergence.KL4.of(REAL, SYNTHETIC)).isCloseTo(2 * Math.log(2) / 134, within(1e-12));
        assertThat(NoiseDivergence.KL66.of(REAL, SYNTHETIC)).isCloseTo(2 * Math.log(2) / 70, within(1e-12));
    }

    @Test
    void rawOnesMatchTheHandComputation() {
        assertThat(NoiseDivergence.KL66RAW.of(REAL, SYNTHETIC)).isCloseTo(0.5 * Math.log(3), within(1e-12));
        assertThat(NoiseDivergence.KL256.of(REAL, SYNTHETIC)).isCloseTo(0.5 * Math.log(3), within(1e-12));
    }

    @Test
    void rawOnesLeaveOutBinsThatOneSideLacks() {
        assertThat(NoiseDivergence.KL256.of(counts(0, 1, 10, 1), counts(0, 1, 20, 3)))
                .isCloseTo(0.5 * Math.log(2), within(1e-12));
    }

    @Test
    void binsLieAsPublished() {
        assertThat(NoiseDivergence.KL4.bin(-1)).isEqualTo(64);
        assertThat(NoiseDivergence.KL4.bin(0)).isEqualTo(65);
        assertThat(NoiseDivergence.KL4.bin(3)).isEqualTo(65);
        assertThat(NoiseDivergence.KL66.bin(-26)).isZero();
        assertThat(NoiseDivergence.KL66.bin(-25)).isEqualTo(1);
        assertThat(NoiseDivergence.KL66.bin(0)).isEqualTo(33);
        assertThat(NoiseDivergence.KL66.bin(25)).isEqualTo(64);
        assertThat(NoiseDivergence.KL66.bin(26)).isEqualTo(65);
        assertThat(NoiseDivergence.KL256.bin(-255)).isZero();
        assertThat(NoiseDivergence.KL256.bin(255)).isEqualTo(255);
    }

    private static long[] counts(int first, long firstCount, int second, long secondCount) {
        long[] counts = new long[NoiseDivergence.RESIDUALS];
        counts[first + 255] = firstCount;
        counts[second + 255] = secondCount;
        return counts;
    }
}
