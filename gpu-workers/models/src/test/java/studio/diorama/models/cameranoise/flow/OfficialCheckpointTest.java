package studio.diorama.models.cameranoise.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.diorama.common.DioramaException;
import studio.diorama.models.cameranoise.flow.cpu.Area;
import studio.diorama.models.cameranoise.flow.cpu.CompiledFlow;
import studio.diorama.models.cameranoise.flow.cpu.Scratch;
import studio.diorama.models.cameranoise.flow.cpu.Tile;
import studio.diorama.tensor.weights.StoredTensor;
import studio.diorama.tensor.weights.TorchValue;

class OfficialCheckpointTest {

    private static final String CHECKPOINT = "DIORAMA_OFFICIAL_NOISE_FLOW";
    private static final List<Double> ISOS = List.of(100.0, 400.0, 800.0, 1600.0, 3200.0);

    @ParameterizedTest
    @CsvSource({
        "steps.2.log_scale, model.2.log_scale",
        "steps.2.bias, model.2.bias",
        "steps.3.permutation, model.3.p",
        "steps.3.lower, model.3.l",
        "steps.3.upper, model.3.u",
        "steps.3.sign, model.3.sign_s",
        "steps.3.log_diagonal, model.3.log_s",
        "steps.4.first.weight, model.4._shift_and_log_scale.conv2d_1.weight",
        "steps.4.first_norm.running_var, model.4._shift_and_log_scale.net.1.running_var",
        "steps.4.second.bias, model.4._shift_and_log_scale.conv2d_2.bias",
        "steps.4.second_norm.weight, model.4._shift_and_log_scale.net.4.weight",
        "steps.21.last.weight, model.21._shift_and_log_scale.conv2d_3.weight",
        "steps.21.log_gain, model.21._shift_and_log_scale.logs",
        "steps.21.scale, model.21._shift_and_log_scale.scale",
        "steps.4.gate.initial.weight, model.4._encoder.initial_layer.weight",
        "steps.4.gate.blocks.2.norm.1.running_mean, model.4._encoder.blocks.2.batch_norm_layers.1.running_mean",
        "steps.4.gate.blocks.0.linear.0.bias, model.4._encoder.blocks.0.linear_layers.0.bias",
        "steps.4.gate.final.bias, model.4._encoder.final_layer.bias"
    })
    void publishedNamesAreKnown(String ours, String published) {
        assertThat(OfficialCheckpoint.officialName(ours)).isEqualTo(published);
    }

    @Test
    void everyNumberFindsItsPlaceAndUntrainedPairsAreNotOffered() {
        FlowParameters numbers = TestFlows.random(official(), 2);
        // N6 (camera 3) was never seen at ISO 1600 (row 3 · 5 + 3).
        for (FlowStep step : numbers.config().steps()) {
            if (step.kind() == StepKind.CONDITIONAL_LINEAR) {
                for (int channel = 0; channel < 3; channel++) {
                    numbers.of(step, "log_scale")[3 * 18 + channel] = 0;
                    numbers.of(step, "bias")[3 * 18 + channel] = 0;
                }
            }
        }
        FlowWeights read = OfficialCheckpoint.read(checkpoint(numbers, Map.of()));
        assertThat(read.training()).contains("30");
        assertThat(read.config().order()).isEqualTo(ChannelOrder.BGR);
        for (String name : numbers.names()) {
            assertThat(read.parameters().of(name)).isEqualTo(numbers.of(name));
        }
        assertThat(read.config().cameras().get(3))
                .isEqualTo(new FlowCamera("N6", List.of(100.0, 400.0, 800.0, 3200.0)));
        FlowCondition between = new FlowCondition(3, 1600);
        assertThat(between.isInterpolated(read.config())).isTrue();
        assertThat(between.tablePlace(read.config()).weightAbove()).isCloseTo(0.5, within(1e-12));
        assertThat(new FlowCondition(2, 1600).isInterpolated(read.config())).isFalse();
    }

    @Test
    void aTensorThatIsMissingOrIllShapedIsNamed() {
        FlowParameters numbers = TestFlows.random(official(), 2);
        String key = "model.4._shift_and_log_scale.logs";
        assertThatThrownBy(() -> OfficialCheckpoint.read(
                        checkpoint(numbers, Map.of(key, StoredTensor.ofFloats(new float[3], 3)))))
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll(key, "4 numbers", "[3]");
        assertThatThrownBy(() -> OfficialCheckpoint.read(new TorchValue.Dictionary(Map.of())))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("state_dict");
    }

    /// The figures that the published weights give, worked out once with the published network. The weights are for
    /// non-commercial use and not part of Diorama: name yours (epoch 30 or 60) in the environment.
    @Test
    void thePublishedWeightsGiveThePublishedFigures() {
        String file = System.getenv(CHECKPOINT);
        assumeTrue(file != null, "environment variable " + CHECKPOINT + " names no checkpoint of the published flow");
        FlowWeights weights = FlowWeightsFile.read(Path.of(file));
        if (weights.training().endsWith("epoch 30")) {
            assertThat(nll(weights, "S6", 3200)).isCloseTo(19948.80, within(0.5));
            assertThat(nll(weights, "GP", 800)).isCloseTo(40065.96, within(1.0));
            assertThat(nll(weights, "IP", 100)).isCloseTo(43950.82, within(1.0));
            Tile tile = goldenTile(halo(weights));
            double logDeterminant = flow(weights, "S6", 3200).forward(tile, new Scratch());
            assertThat(logDeterminant - 3072 * FlowLosses.DEQUANTISATION).isCloseTo(-9417.86, within(0.5));
            assertThat(tile.values()[tile.noiseAt(0, 0, 0)]).isCloseTo(-.36418f, within(1e-3f));
            assertThat(tile.values()[tile.noiseAt(1, 0, 0)]).isCloseTo(-.89643f, within(1e-3f));
            assertThat(tile.values()[tile.noiseAt(2, 0, 0)]).isCloseTo(-.11239f, within(1e-3f));
            assertThat(drawnSum(weights, "S6", 3200)).isCloseTo(411580, within(5L));
            assertThat(drawnSum(weights, "GP", 800)).isCloseTo(466460, within(5L));
            assertThat(drawnSum(weights, "IP", 100)).isCloseTo(472674, within(5L));
        } else {
            assertThat(weights.training()).endsWith("epoch 60");
            assertThat(nll(weights, "S6", 3200)).isCloseTo(24948.26, within(0.5));
            assertThat(nll(weights, "GP", 800)).isCloseTo(88789.06, within(2.0));
            assertThat(nll(weights, "IP", 100)).isCloseTo(88383.48, within(2.0));
        }
    }

    @Test
    void theRecipeOfThePublishedFiguresIsTheirs() {
        long clean = 0;
        long noisy = 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < 32; y++) {
                for (int x = 0; x < 32; x++) {
                    clean += goldenClean(channel, x, y);
                    noisy += goldenNoisy(channel, x, y);
                }
            }
        }
        assertThat(clean).isEqualTo(479008);
        assertThat(noisy).isEqualTo(479076);
    }

    private static int goldenClean(int channel, int x, int y) {
        return (64 + 37 * channel + 3 * y + 2 * x) % 224 + 16;
    }

    private static int goldenNoisy(int channel, int x, int y) {
        return Math.clamp(goldenClean(channel, x, y) + (7 * x + 13 * y + 29 * channel) % 41 - 20, 0, 255);
    }

    private static Tile goldenTile(int halo) {
        Area picture = new Area(0, 0, 32, 32);
        Tile tile = new Tile();
        tile.reset(picture, picture, halo);
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < 32; y++) {
                for (int x = 0; x < 32; x++) {
                    float clean = (goldenClean(channel, x, y) + 0.5f) / 256;
                    float noisy = (goldenNoisy(channel, x, y) + 0.5f) / 256;
                    tile.values()[tile.cleanAt(channel, x, y)] = clean;
                    tile.values()[tile.noiseAt(channel, x, y)] = noisy - clean;
                }
            }
        }
        return tile;
    }

    private static double nll(FlowWeights weights, String camera, double iso) {
        Tile tile = goldenTile(halo(weights));
        double logDeterminant = flow(weights, camera, iso).forward(tile, new Scratch());
        double squares = 0;
        for (float z : TestFlows.noiseOf(tile)) {
            squares += (double) z * z;
        }
        return 3072 * FlowLosses.negativeLogLikelihood(squares, logDeterminant, 3072);
    }

    private static long drawnSum(FlowWeights weights, String camera, double iso) {
        Tile tile = goldenTile(halo(weights));
        for (int i = 0; i < 3072; i++) {
            tile.values()[tile.noiseAt(i / 1024, i % 32, i / 32 % 32)] = (float) (1.2 * Math.sin(0.7 * i));
        }
        flow(weights, camera, iso).inverse(tile, new Scratch());
        long sum = 0;
        for (int i = 0; i < 3072; i++) {
            float value = tile.values()[tile.noiseAt(i / 1024, i % 32, i / 32 % 32)]
                    + tile.values()[tile.cleanAt(i / 1024, i % 32, i / 32 % 32)];
            sum += Math.clamp((long) Math.floor(256 * value), 0, 255);
        }
        return sum;
    }

    private static CompiledFlow flow(FlowWeights weights, String camera, double iso) {
        return CompiledFlow.of(
                weights.parameters(), new FlowCondition(weights.config().cameraIndex(camera), iso));
    }

    private static int halo(FlowWeights weights) {
        return weights.config().haloPixels();
    }

    private static FlowConfig official() {
        List<FlowCamera> cameras = Stream.of("IP", "GP", "S6", "N6", "G4")
                .map(name -> new FlowCamera(name, ISOS))
                .toList();
        return new FlowConfig(FlowPreset.PAPER, cameras, ISOS, ChannelOrder.BGR, true, Set.of(), true, true);
    }

    /// As the published training saves it, with the tensors that it keeps besides.
    private static TorchValue checkpoint(FlowParameters numbers, Map<String, StoredTensor> instead) {
        Map<TorchValue, TorchValue> state = new LinkedHashMap<>();
        for (ParameterSpec spec : FlowLayout.of(numbers.config())) {
            long[] shape = spec.shape().stream().mapToLong(Integer::longValue).toArray();
            String key = OfficialCheckpoint.officialName(spec.name());
            StoredTensor tensor = instead.getOrDefault(key, StoredTensor.ofFloats(numbers.of(spec.name()), shape));
            state.put(new TorchValue.Text(key), new TorchValue.Array(tensor));
        }
        state.put(
                new TorchValue.Text("model.0.ldj_per_dim"),
                new TorchValue.Array(StoredTensor.ofFloats(new float[] {-5.545f})));
        state.put(
                new TorchValue.Text("model.4._shift_and_log_scale.net.1.num_batches_tracked"),
                new TorchValue.Array(StoredTensor.ofLongs(new long[] {7})));
        Map<TorchValue, TorchValue> whole = new LinkedHashMap<>();
        whole.put(new TorchValue.Text("epoch_num"), new TorchValue.Whole(30));
        whole.put(new TorchValue.Text("state_dict"), new TorchValue.Dictionary(state));
        return new TorchValue.Dictionary(whole);
    }
}
