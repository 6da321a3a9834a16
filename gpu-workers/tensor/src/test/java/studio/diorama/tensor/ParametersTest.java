package studio.diorama.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;
import studio.diorama.common.Seed;
import studio.diorama.tensor.weights.NamedTensors;
import studio.diorama.tensor.weights.StoredTensor;

final class ParametersTest {

    @Test
    void survivesARoundTrip() {
        try (Parameters parameters = some(1);
                Parameters others = some(2)) {
            NamedTensors snapshot = parameters.snapshot();
            assertThat(snapshot.tensors().keySet()).containsExactly("weight", "bias", "order");
            assertThat(others.snapshot()).isNotEqualTo(snapshot);
            others.copyFrom(snapshot);
            assertThat(others.snapshot()).isEqualTo(snapshot);
            try (Parameters third = some(3)) {
                third.copyFrom(others);
                assertThat(third.snapshot()).isEqualTo(snapshot);
            }
        }
    }

    @Test
    void countsWhatTrainingChanges() {
        try (Parameters parameters = some(1)) {
            assertThat(parameters.count()).isEqualTo(8);
            assertThat(parameters.trainable()).containsOnlyKeys("weight", "bias");
        }
    }

    @Test
    void copiesWhatItIsGiven() {
        try (Parameters parameters = new Parameters(ComputeDevice.CPU);
                Scope scope = Scope.open(ComputeDevice.CPU)) {
            Tensor initial = scope.ones(2);
            parameters.declare("weight", initial);
            parameters.set("weight", scope.full(5, 2));
            assertThat(initial.toFloats()).containsExactly(1, 1);
            assertThat(parameters.get("weight").toFloats()).containsExactly(5, 5);
            assertThat(parameters.get("weight").isRecorded()).isTrue();
        }
    }

    @Test
    void saysWhatDoesNotFit() {
        try (Parameters parameters = some(1);
                Scope scope = Scope.open(ComputeDevice.CPU)) {
            NamedTensors short1 = NamedTensors.builder()
                    .put("weight", StoredTensor.ofFloats(new float[6], 2, 3))
                    .put("gain", StoredTensor.ofFloats(new float[1], 1))
                    .build();
            assertThatThrownBy(() -> parameters.copyFrom(short1))
                    .isInstanceOf(DioramaException.class)
                    .hasMessageContaining("[bias, order] missing, [gain] not known");
            NamedTensors turned = NamedTensors.builder()
                    .put("weight", StoredTensor.ofFloats(new float[6], 3, 2))
                    .put("bias", StoredTensor.ofFloats(new float[2], 2))
                    .put("order", StoredTensor.ofLongs(new long[2], 2))
                    .build();
            assertThatThrownBy(() -> parameters.copyFrom(turned)).hasMessageContaining("(2, 3) and has (3, 2)");
            assertThatThrownBy(() -> parameters.get("gain")).hasMessageContaining("[weight, bias, order]");
            assertThatThrownBy(() -> parameters.declare("bias", scope.ones(2))).hasMessageContaining("already");
            assertThatThrownBy(() -> parameters.set("bias", scope.ones(3))).hasMessageContaining("(2), got (3)");
        }
    }

    private static Parameters some(long seed) {
        Parameters parameters = new Parameters(ComputeDevice.CPU);
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            parameters.declare("weight", SeededTensors.normal(scope, new Seed(seed), 0, 1, 2, 3));
            parameters.declareFixed("order", scope.ofLongs(new long[] {seed, 1L << 40}, 2));
            parameters.declare("bias", scope.full((double) seed, 2));
        }
        return parameters;
    }
}
