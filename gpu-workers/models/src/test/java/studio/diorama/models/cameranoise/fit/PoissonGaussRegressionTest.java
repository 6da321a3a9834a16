package studio.diorama.models.cameranoise.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.diorama.models.cameranoise.ChannelNoise;

class PoissonGaussRegressionTest {

    private static final double[] LIGHT = {0.001, 0.01, 0.05, 0.1, 0.2, 0.4, 0.7, 0.9};
    private static final double[] EVEN = {1, 1, 1, 1, 1, 1, 1, 1};

    @Test
    void exactPointsGiveBackTheLaw() {
        ChannelNoise law = PoissonGaussRegression.fit(LIGHT, variances(2e-3, 3e-5), EVEN);
        assertThat(law.shot()).isCloseTo(2e-3, within(1e-9));
        assertThat(law.readVariance()).isCloseTo(3e-5, within(1e-11));
    }

    @Test
    void onePointFarOffHardlyMatters() {
        double[] variance = variances(2e-3, 3e-5);
        variance[4] *= 20;
        ChannelNoise law = PoissonGaussRegression.fit(LIGHT, variance, EVEN);
        assertThat(law.shot()).isCloseTo(2e-3, within(0.15 * 2e-3));
        assertThat(law.readVariance()).isCloseTo(3e-5, within(0.1 * 3e-5));
    }

    @Test
    void parametersNeverFallBelowZero() {
        double[] falling = Arrays.stream(LIGHT).map(x -> 1e-3 - 1e-3 * x).toArray();
        assertThat(PoissonGaussRegression.fit(LIGHT, falling, EVEN).shot()).isZero();
        double[] square = Arrays.stream(LIGHT).map(x -> 1e-3 * x * x).toArray();
        assertThat(PoissonGaussRegression.fit(LIGHT, square, EVEN).readVariance())
                .isZero();
    }

    private static double[] variances(double shot, double read) {
        return Arrays.stream(LIGHT).map(x -> shot * x + read).toArray();
    }
}
