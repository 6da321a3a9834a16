package studio.diorama.models.cameranoise.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.diorama.common.Seed;
import studio.diorama.tensor.ComputeDevice;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.SeededTensors;
import studio.diorama.tensor.Tensor;

class FlowMomentsTest {

    private static final double DEVIATION = 0.05;
    private static final int SIDE = 32;

    /// All pixels lie at one level of brightness, which 64 pixels' worth of doubt make count a little less than whole.
    private static final double SHARE = SIDE * SIDE / (SIDE * SIDE + 64.0);

    @Test
    void noiseIsNotFarFromItself() {
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            // Clipping at white adds and takes away the clean picture, which rounds.
            assertThat(distance(scope, white(scope), white(scope))).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void tooMuchNoiseCostsTheSquareOfItsLogarithm() {
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            double measured = distance(scope, white(scope), white(scope).mul(1.1));
            assertThat(measured).isCloseTo(SHARE * Math.pow(Math.log(1.1), 2), within(2e-4));
        }
    }

    @Test
    void biasCostsItsSquareInDeviations() {
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            double measured = distance(scope, white(scope), white(scope).add(0.3 * DEVIATION));
            assertThat(measured).isCloseTo(SHARE * 0.09, within(0.01));
        }
    }

    @Test
    void noiseWithoutGrainIsFarFromNoiseThatHasIt() {
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            Tensor white = white(scope);
            // Each pixel is the mean of two neighbours of a row: half of what they have is common, so ρ = 0.5.
            Tensor wide = SeededTensors.normal(scope, new Seed(2), 0, DEVIATION, 4, 3, SIDE, SIDE + 1);
            Tensor grain =
                    wide.slice(3, 0, SIDE).add(wide.slice(3, 1, SIDE + 1)).mul(Math.sqrt(0.5));
            double measured = distance(scope, grain, white);
            assertThat(measured).isCloseTo(0.25, within(0.05));
        }
    }

    @Test
    void drawsEndAtBlackAsPicturesDo() {
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            Tensor black = scope.of(new float[3 * SIDE * SIDE], 1, 3, SIDE, SIDE);
            Tensor noise = SeededTensors.normal(scope, new Seed(3), 0, DEVIATION, 1, 3, SIDE, SIDE);
            Tensor clipped = noise.maximum(0);
            assertThat(FlowMoments.distance(clipped, noise, black).item()).isZero();
        }
    }

    private static double distance(Scope scope, Tensor real, Tensor drawn) {
        Tensor grey = scope.of(new float[4 * 3 * SIDE * SIDE], 4, 3, SIDE, SIDE).add(0.5);
        return FlowMoments.distance(real, drawn, grey).item();
    }

    private static Tensor white(Scope scope) {
        return SeededTensors.normal(scope, new Seed(1), 0, DEVIATION, 4, 3, SIDE, SIDE);
    }
}
