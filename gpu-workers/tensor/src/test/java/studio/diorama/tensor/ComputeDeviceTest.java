package studio.diorama.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ComputeDeviceTest {

    @Test
    void choosesADeviceThatComputes() {
        ComputeDevice best = ComputeDevice.best();
        try (Scope scope = Scope.open(best)) {
            assertThat(scope.ones(3).sum().item()).isEqualTo(3);
        }
        assertThat(best.describe()).matches("CPU, \\d+ threads?|CUDA 0.*");
        assertThat(ComputeDevice.CPU.describe()).matches("CPU, \\d+ threads?");
        assertThat(ComputeDevice.cuda(97).isUsable()).isFalse();
    }

    @Test
    void refusesWhatIsNoDevice() {
        assertThatThrownBy(() -> ComputeDevice.cuda(-1)).hasMessageContaining("no such device");
    }
}
