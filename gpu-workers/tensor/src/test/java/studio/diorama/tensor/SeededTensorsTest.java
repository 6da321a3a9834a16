package studio.diorama.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.diorama.common.Seed;

final class SeededTensorsTest {

    private static final int MANY = 200_000;

    @Test
    void drawsWhatTheLawSays() {
        float[] uniform = SeededTensors.uniforms(new Seed(1), MANY);
        float[] normal = SeededTensors.normals(new Seed(1), MANY);
        assertThat(mean(uniform, 1)).isCloseTo(0.5, within(0.003));
        assertThat(mean(uniform, 2)).isCloseTo(1 / 3.0, within(0.003));
        assertThat(mean(normal, 1)).isCloseTo(0, within(0.01));
        assertThat(mean(normal, 2)).isCloseTo(1, within(0.015));
        assertThat(mean(normal, 4)).isCloseTo(3, within(0.1));
        double neighbours = 0;
        for (int i = 1; i < MANY; i++) {
            neighbours += normal[i] * normal[i - 1];
        }
        assertThat(neighbours / MANY).isCloseTo(0, within(0.01));
        for (float value : uniform) {
            assertThat(value >= 0 && value < 1).isTrue();
        }
    }

    @Test
    void dependsOnSeedAndPlaceAlone() {
        float[] few = SeededTensors.normals(new Seed(5), 7);
        assertThat(Arrays.copyOf(SeededTensors.normals(new Seed(5), 100), 7)).containsExactly(few);
        assertThat(SeededTensors.normals(new Seed(6), 7)).isNotEqualTo(few);
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            Tensor tensor = SeededTensors.normal(scope, new Seed(5), 0, 1, 7);
            assertThat(tensor.toFloats()).containsExactly(few);
            assertThat(SeededTensors.uniform(scope, new Seed(5), -1, 3, 2, 2).toFloats())
                    .containsExactly(scale(SeededTensors.uniforms(new Seed(5), 4)));
        }
    }

    private static float[] scale(float[] uniform) {
        float[] scaled = new float[uniform.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = uniform[i] * 4 - 1;
        }
        return scaled;
    }

    private static double mean(float[] values, int power) {
        double sum = 0;
        for (float value : values) {
            sum += Math.pow(value, power);
        }
        return sum / values.length;
    }
}
