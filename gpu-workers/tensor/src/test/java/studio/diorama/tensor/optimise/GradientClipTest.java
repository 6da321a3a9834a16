package studio.diorama.tensor.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.diorama.tensor.ComputeDevice;
import studio.diorama.tensor.GradientTape;
import studio.diorama.tensor.Gradients;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;

final class GradientClipTest {

    @Test
    void scalesAllGradientsByOneFactor() {
        clipped(2, 13, new double[] {6 / 13.0, -8 / 13.0}, -24 / 13.0);
    }

    @Test
    void leavesSmallGradientsAlone() {
        clipped(14, 13, new double[] {3, -4}, -12);
        clipped(Double.POSITIVE_INFINITY, 13, new double[] {3, -4}, -12);
    }

    /// The loss 3 a₀ − 4 a₁ − 12 b has gradients of norm 13, negative ones among them.
    private static void clipped(double maximum, double norm, double[] a, double b) {
        try (Parameters parameters = new Parameters(ComputeDevice.CPU);
                Scope scope = Scope.open(ComputeDevice.CPU)) {
            parameters.declare("a", scope.ones(2));
            parameters.declare("b", scope.ones(1));
            try (GradientTape tape = GradientTape.open(parameters)) {
                Gradients gradients = tape.backward(parameters
                        .get("a")
                        .mul(scope.of(new float[] {3, -4}, 2))
                        .sum()
                        .sub(parameters.get("b").mul(12).sum()));
                assertThat(GradientClip.globalNorm(gradients, maximum)).isCloseTo(norm, within(1e-5));
                assertThat(gradients.get("a").toDoubles()).containsExactly(a, within(1e-5));
                assertThat(gradients.get("b").item()).isCloseTo(b, within(1e-5));
            }
        }
    }
}
