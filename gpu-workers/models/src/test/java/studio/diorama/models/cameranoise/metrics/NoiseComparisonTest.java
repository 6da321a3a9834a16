package studio.diorama.models.cameranoise.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.Pictures;

class NoiseComparisonTest {

    @Test
    void aSetAgainstItselfIsZeroEverywhere() {
        NoiseComparison comparison = new NoiseComparison();
        comparison.add(Pictures.flat(96, 64, 100), Pictures.random8(96, 64), Pictures.random8(96, 64));
        assertThat(comparison.report()).isEqualTo(new NoiseReport(0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void everyFifthPatchCounts() {
        // Six patches in a row: the first and the sixth are taken, and only the sixth differs.
        Rgb8Image clean = Pictures.flat(192, 32, 100);
        Rgb8Image differs = Pictures.flat(192, 32, 100);
        for (int y = 0; y < 32; y++) {
            for (int i = 3 * (192 * y + 160); i < 3 * 192 * (y + 1); i++) {
                differs.samples()[i] = 110;
            }
        }
        NoiseComparison comparison = new NoiseComparison();
        comparison.add(clean, clean, differs);
        double n = 3072;
        double sixth = ((n + 1) * Math.log(n + 1) - Math.log(n + 1)) / (n + 130);
        assertThat(comparison.report().kl4()).isCloseTo(sixth / 2, within(1e-9));
    }

    @Test
    void statisticsMatchTheClosedForms() {
        // Residual +3 and −1 in turn along the row: mean 1, deviation 2, neighbours opposed.
        Rgb8Image clean = Pictures.flat(64, 64, 100);
        Rgb8Image noisy = Pictures.flat(64, 64, 100);
        for (int i = 0; i < noisy.samples().length; i++) {
            noisy.samples()[i] = (byte) (i / 3 % 2 == 0 ? 103 : 99);
        }
        NoiseStatistics statistics = new NoiseStatistics();
        statistics.add(clean, noisy);
        assertThat(statistics.mean(0, 6)).isEqualTo(1);
        assertThat(statistics.deviation(0, 6)).isEqualTo(2);
        assertThat(statistics.autocorrelation(1, 0, 1)).isCloseTo(-1, within(1e-9));
        assertThat(statistics.autocorrelation(1, 0, 2)).isCloseTo(1, within(1e-9));
        assertThat(statistics.autocorrelation(1, 1, 1)).isCloseTo(1, within(1e-9));
        assertThat(statistics.channelCorrelation(0, 2)).isCloseTo(1, within(1e-9));
        assertThat(statistics.count(0, 5)).isZero();
    }

    @Test
    void picturesOfTwoSizesAreRefused() {
        assertThatThrownBy(() -> new NoiseComparison()
                        .add(Pictures.flat(4, 4, 1), Pictures.flat(4, 4, 1), Pictures.flat(4, 5, 1)))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("4 × 4 and 4 × 5");
    }
}
