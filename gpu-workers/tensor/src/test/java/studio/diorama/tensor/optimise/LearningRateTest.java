package studio.diorama.tensor.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LearningRateTest {

    @Test
    void staysConstant() {
        assertThat(new LearningRate.Constant(0.1).at(12345)).isEqualTo(0.1);
    }

    @Test
    void risesAndFallsAlongACosine() {
        LearningRate rate = new LearningRate.Cosine(1, 0.2, 10, 110);
        assertThat(rate.at(0)).isCloseTo(0.1, within(1e-12));
        assertThat(rate.at(9)).isCloseTo(1, within(1e-12));
        assertThat(rate.at(10)).isCloseTo(1, within(1e-12));
        assertThat(rate.at(60)).isCloseTo(0.6, within(1e-12));
        assertThat(rate.at(85)).isCloseTo(0.6 + 0.4 * Math.cos(0.75 * Math.PI), within(1e-12));
        assertThat(rate.at(110)).isCloseTo(0.2, within(1e-12));
        assertThat(rate.at(1000)).isCloseTo(0.2, within(1e-12));
        assertThat(new LearningRate.Cosine(1, 0, 0, 5).at(0)).isEqualTo(1);
    }

    @Test
    void fallsInStairs() {
        LearningRate rate = new LearningRate.Stairs(1, 0.5, 100);
        assertThat(rate.at(99)).isEqualTo(1);
        assertThat(rate.at(100)).isEqualTo(0.5);
        assertThat(rate.at(399)).isEqualTo(0.125);
    }

    @Test
    void refusesWhatIsNoSchedule() {
        assertThatThrownBy(() -> new LearningRate.Constant(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new LearningRate.Cosine(1, 2, 0, 5)).hasMessageContaining("last rate");
        assertThatThrownBy(() -> new LearningRate.Cosine(1, 0, 5, 5)).hasMessageContaining("warm-up");
        assertThatThrownBy(() -> new LearningRate.Stairs(1, 0.5, 0)).hasMessageContaining("at least 1");
    }
}
