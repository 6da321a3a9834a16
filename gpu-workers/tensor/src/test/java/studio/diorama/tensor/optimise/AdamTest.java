package studio.diorama.tensor.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.diorama.tensor.ComputeDevice;
import studio.diorama.tensor.GradientTape;
import studio.diorama.tensor.Gradients;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.Tensor;
import studio.diorama.tensor.weights.NamedTensors;

final class AdamTest {

    private static final double RATE = 0.05;

    @Test
    void followsThePapersAlgorithm() {
        follows(AdamSettings.ADAM);
        follows(AdamSettings.adamW(0.3));
        follows(new AdamSettings(0.5, 0.9, 1e-3, 0.1));
    }

    /// Minimises a x⁴ + b x in two numbers and compares with the algorithm written out.
    private static void follows(AdamSettings settings) {
        double[] x = {1.5, -0.7};
        double[] first = new double[2];
        double[] second = new double[2];
        try (Parameters parameters = oneParameter(1.5f, -0.7f);
                Adam adam = new Adam(parameters, settings)) {
            for (int step = 1; step <= 30; step++) {
                step(parameters, adam);
                for (int i = 0; i < 2; i++) {
                    double gradient = 4 * x[i] * x[i] * x[i] - 1;
                    first[i] = settings.beta1() * first[i] + (1 - settings.beta1()) * gradient;
                    second[i] = settings.beta2() * second[i] + (1 - settings.beta2()) * gradient * gradient;
                    double mean = first[i] / (1 - Math.pow(settings.beta1(), step));
                    double square = second[i] / (1 - Math.pow(settings.beta2(), step));
                    x[i] -= RATE * settings.weightDecay() * x[i];
                    x[i] -= RATE * mean / (Math.sqrt(square) + settings.epsilon());
                }
            }
            assertThat(parameters.get("x").toDoubles()).containsExactly(x, within(2e-5));
        }
    }

    @Test
    void goesOnFromItsState() {
        try (Parameters parameters = oneParameter(1, 2);
                Parameters others = oneParameter(0, 0);
                Adam adam = new Adam(parameters, AdamSettings.ADAM);
                Adam other = new Adam(others, AdamSettings.ADAM)) {
            step(parameters, adam);
            step(parameters, adam);
            NamedTensors state = adam.state();
            others.copyFrom(parameters.snapshot());
            other.restore(state);
            assertThat(other.steps()).isEqualTo(2);
            step(parameters, adam);
            step(others, other);
            assertThat(others.snapshot()).isEqualTo(parameters.snapshot());
            assertThat(other.state()).isEqualTo(adam.state());
            assertThatThrownBy(() -> other.restore(parameters.snapshot())).hasMessageContaining("how many steps");
        }
    }

    @Test
    void refusesWhatCannotConverge() {
        assertThatThrownBy(() -> new AdamSettings(1, 0.9, 1e-8, 0)).hasMessageContaining("betas");
        assertThatThrownBy(() -> new AdamSettings(0.9, 0.9, 0, 0)).hasMessageContaining("epsilon");
    }

    static Parameters oneParameter(float... values) {
        Parameters parameters = new Parameters(ComputeDevice.CPU);
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            parameters.declare("x", scope.of(values, values.length));
        }
        return parameters;
    }

    private static void step(Parameters parameters, Adam adam) {
        try (Scope scope = Scope.open(ComputeDevice.CPU);
                GradientTape tape = GradientTape.open(parameters)) {
            Tensor x = parameters.get("x");
            Gradients gradients = tape.backward(x.pow(4).sub(x).sum());
            adam.step(gradients, RATE);
        }
    }
}
