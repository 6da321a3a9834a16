package studio.diorama.models.cameranoise.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.diorama.tensor.training.CurvePoint;

class RealFlowTest {

    @Test
    void secondsPerStepAreTheMedianSoThatOneLongPauseDoesNotCount() {
        assertThat(RealFlow.secondsPerStep(List.of(
                        loss(10, 20), loss(20, 25), validation(20, 60), loss(30, 65), loss(40, 70), loss(50, 75))))
                .isEqualTo(0.5);
    }

    @Test
    void ofAShortTrainingTheyAreTheWholeTime() {
        assertThat(RealFlow.secondsPerStep(List.of(validation(4, 10)))).isEqualTo(2.5);
    }

    private static CurvePoint loss(long step, double seconds) {
        return new CurvePoint(step, Map.of("total", 1.0), 1e-3, 1, Map.of(), seconds);
    }

    private static CurvePoint validation(long step, double seconds) {
        return new CurvePoint(step, Map.of(), 1e-3, 0, Map.of("nll", 1.0), seconds);
    }
}
