package studio.diorama.models.cameranoise.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.diorama.models.cameranoise.flow.cpu.Area;
import studio.diorama.models.cameranoise.flow.cpu.CompiledFlow;
import studio.diorama.models.cameranoise.flow.cpu.Scratch;
import studio.diorama.models.cameranoise.flow.cpu.Tile;
import studio.diorama.tensor.ComputeDevice;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;

/// The two ways of computing a flow, over tensors and by the engine, against each other and against brute force.
class FlowNetworkTest {

    private static final List<FlowCondition> CONDITIONS = List.of(new FlowCondition(1, 500), new FlowCondition(0, 100));

    @ParameterizedTest
    @CsvSource({"SMALL,21,17", "SMALL,1,1", "SMALL,1,7", "PAPER,13,19", "PAPER,3,1"})
    void theNetworkIsInvertibleAndTheEngineAgreesWithIt(FlowPreset preset, int height, int width) {
        FlowConfig config = TestFlows.config(preset);
        FlowParameters numbers = TestFlows.random(config, 5);
        int samples = 3 * height * width;
        float[] noise = new float[2 * samples];
        float[] clean = new float[2 * samples];
        for (int i = 0; i < 2; i++) {
            System.arraycopy(TestFlows.noise(height, width, i), 0, noise, i * samples, samples);
            System.arraycopy(TestFlows.clean(height, width, i), 0, clean, i * samples, samples);
        }
        try (Scope scope = Scope.open(ComputeDevice.CPU);
                Parameters parameters = FlowNetwork.load(scope, numbers)) {
            FlowBatch batch = FlowBatch.of(scope, config, noise, clean, CONDITIONS, height, width);
            FlowNetwork network = FlowNetwork.evaluating(config, parameters);
            FlowNetwork.Base base = network.forward(batch);
            assertThat(base.base().shape()).containsExactly(2, 3, height, width);
            assertThat(base.logDeterminant().shape()).containsExactly(2);
            assertThat(network.inverse(base.base(), batch).toFloats()).containsExactly(noise, within(1e-4f));

            double[] logDeterminants = base.logDeterminant().toDoubles();
            float[] z = base.base().toFloats();
            for (int i = 0; i < 2; i++) {
                Area picture = new Area(0, 0, width, height);
                CompiledFlow engine = CompiledFlow.of(numbers, CONDITIONS.get(i));
                float[] ownNoise = TestFlows.noise(height, width, i);
                Tile tile =
                        TestFlows.tile(picture, picture, engine.halo(), ownNoise, TestFlows.clean(height, width, i));
                double logDeterminant = engine.forward(tile, new Scratch());
                assertThat(logDeterminant).isCloseTo(logDeterminants[i], within(1e-5 * samples));
                float[] ownZ = TestFlows.noiseOf(tile);
                for (int j = 0; j < samples; j++) {
                    assertThat(ownZ[j]).isCloseTo(z[i * samples + j], within(2e-5f * (1 + Math.abs(ownZ[j]))));
                }
                engine.inverse(tile, new Scratch());
                assertThat(TestFlows.noiseOf(tile)).containsExactly(ownNoise, within(1e-4f));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"SMALL", "PAPER"})
    void theLogDeterminantIsThatOfTheNumericJacobian(FlowPreset preset) {
        FlowParameters numbers = TestFlows.random(TestFlows.config(preset), 8);
        CompiledFlow engine = CompiledFlow.of(numbers, new FlowCondition(1, 700));
        Area picture = new Area(0, 0, 4, 4);
        float[] noise = TestFlows.noise(4, 4, 3);
        float[] clean = TestFlows.clean(4, 4, 3);
        Tile tile = TestFlows.tile(picture, picture, engine.halo(), noise, clean);
        double logDeterminant = engine.forward(tile, new Scratch());

        double[][] jacobian = new double[48][48];
        float step = 1f / 128;
        for (int column = 0; column < 48; column++) {
            float[] above = forward(engine, picture, moved(noise, column, step), clean);
            float[] below = forward(engine, picture, moved(noise, column, -step), clean);
            for (int row = 0; row < 48; row++) {
                jacobian[row][column] = ((double) above[row] - below[row]) / (2 * step);
            }
        }
        assertThat(logDeterminant).isCloseTo(logAbsoluteDeterminant(jacobian), within(1e-3));
        assertThat(Math.abs(logDeterminant)).isGreaterThan(0.5);
    }

    @Test
    void thePublishedNetworkHas6160Numbers() {
        List<Double> isos = List.of(100.0, 400.0, 800.0, 1600.0, 3200.0);
        List<FlowCamera> cameras = java.util.stream.Stream.of("IP", "GP", "S6", "N6", "G4")
                .map(name -> new FlowCamera(name, isos))
                .toList();
        FlowConfig official =
                new FlowConfig(FlowPreset.PAPER, cameras, isos, ChannelOrder.BGR, true, java.util.Set.of(), true, true);
        assertThat(FlowLayout.trainedNumbers(official)).isEqualTo(6160);
        assertThat(official.steps().getLast().index()).isEqualTo(21);
    }

    @Test
    void twelveCouplingsReach24Pixels() {
        assertThat(TestFlows.config(FlowPreset.SMALL).haloPixels()).isEqualTo(24);
        assertThat(FlowLayout.trainedNumbers(TestFlows.config(FlowPreset.SMALL)))
                .isBetween(27_000, 30_000);
    }

    private static float[] moved(float[] noise, int place, float step) {
        float[] moved = noise.clone();
        moved[place] += step;
        return moved;
    }

    private static float[] forward(CompiledFlow engine, Area picture, float[] noise, float[] clean) {
        Tile tile = TestFlows.tile(picture, picture, engine.halo(), noise, clean);
        engine.forward(tile, new Scratch());
        return TestFlows.noiseOf(tile);
    }

    /// By Gaussian elimination with row pivots.
    private static double logAbsoluteDeterminant(double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            int pivot = i;
            for (int row = i + 1; row < matrix.length; row++) {
                if (Math.abs(matrix[row][i]) > Math.abs(matrix[pivot][i])) {
                    pivot = row;
                }
            }
            double[] kept = matrix[i];
            matrix[i] = matrix[pivot];
            matrix[pivot] = kept;
            sum += Math.log(Math.abs(matrix[i][i]));
            for (int row = i + 1; row < matrix.length; row++) {
                double factor = matrix[row][i] / matrix[i][i];
                for (int column = i; column < matrix.length; column++) {
                    matrix[row][column] -= factor * matrix[i][column];
                }
            }
        }
        return sum;
    }
}
