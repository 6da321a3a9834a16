package studio.diorama.tensor.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.diorama.tensor.ComputeDevice;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.weights.NamedTensors;

final class ExponentialMovingAverageTest {

    @Test
    void followsTheParameters() {
        try (Parameters parameters = AdamTest.oneParameter(0);
                Scope scope = Scope.open(ComputeDevice.CPU)) {
            parameters.declareFixed("fixed", scope.zeros(1));
            try (ExponentialMovingAverage average = new ExponentialMovingAverage(parameters, 0.25)) {
                double expected = 0;
                for (int update = 1; update <= 20; update++) {
                    parameters.set("x", scope.full(update, 1));
                    parameters.set("fixed", scope.full(-update, 1));
                    average.update();
                    double kept = Math.min(0.25, (1.0 + update) / (10.0 + update));
                    expected = kept * expected + (1 - kept) * update;
                }
                assertThat((double) average.snapshot().get("x").toFloats()[0]).isCloseTo(expected, within(1e-4));
                assertThat(average.snapshot().get("fixed").toFloats()).containsExactly(-20);
            }
        }
    }

    @Test
    void takesTheParametersPlaceForAWhile() {
        try (Parameters parameters = AdamTest.oneParameter(1);
                Scope scope = Scope.open(ComputeDevice.CPU);
                ExponentialMovingAverage average = new ExponentialMovingAverage(parameters, 0.9)) {
            parameters.set("x", scope.full(0.1, 1));
            NamedTensors before = parameters.snapshot();
            assertThat(average.<Double>whileApplied(() -> parameters.get("x").item()))
                    .isEqualTo(1);
            assertThat(parameters.snapshot()).isEqualTo(before);
            assertThatThrownBy(() -> average.whileApplied(() -> {
                        throw new IllegalStateException("validation broke");
                    }))
                    .hasMessage("validation broke");
            assertThat(parameters.snapshot()).isEqualTo(before);
        }
    }

    @Test
    void goesOnFromItsSnapshot() {
        try (Parameters parameters = AdamTest.oneParameter(1);
                Scope scope = Scope.open(ComputeDevice.CPU);
                ExponentialMovingAverage average = new ExponentialMovingAverage(parameters, 0.9);
                ExponentialMovingAverage other = new ExponentialMovingAverage(parameters, 0.9)) {
            parameters.set("x", scope.full(3, 1));
            average.update();
            other.restore(average.snapshot());
            average.update();
            other.update();
            assertThat(other.snapshot()).isEqualTo(average.snapshot());
            assertThatThrownBy(() -> other.restore(parameters.snapshot())).hasMessageContaining("how often");
        }
    }
}
