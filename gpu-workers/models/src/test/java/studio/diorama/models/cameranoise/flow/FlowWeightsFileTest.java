package studio.diorama.models.cameranoise.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.diorama.common.DioramaException;
import studio.diorama.tensor.weights.NamedTensors;
import studio.diorama.tensor.weights.StoredTensor;

class FlowWeightsFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(FlowPreset.class)
    void aRoundTripKeepsEveryBitAndTheSecondFileIsTheFirst(FlowPreset preset) throws IOException {
        FlowConfig config =
                TestFlows.config(preset).without(StepKind.CHECKERBOARD).withoutIso();
        FlowWeights weights = new FlowWeights(
                TestFlows.random(config, 11),
                "abc",
                "by hand",
                Optional.of(new FlowWeights.Calibration(1.25, 4.5, -0.125, 0.5)));
        Path first = folder.resolve("first.safetensors");
        FlowWeightsFile.write(weights, first);
        FlowWeights read = FlowWeightsFile.read(first);
        assertThat(read.config()).isEqualTo(config);
        assertThat(read.dataSha256()).isEqualTo("abc");
        assertThat(read.training()).isEqualTo("by hand");
        assertThat(read.calibration()).isEqualTo(weights.calibration());
        for (String name : weights.parameters().names()) {
            assertThat(read.parameters().of(name))
                    .isEqualTo(weights.parameters().of(name));
        }
        Path second = folder.resolve("second.safetensors");
        FlowWeightsFile.write(read, second);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format|other|other",
                "preset|large|small, paper",
                "cameras|[]|1 to 1000 cameras",
                "cameras|{|metadata",
                "table_isos|[400, 100]|rise",
                "order|GRB|metadata",
                "gate_norm|perhaps|perhaps",
                "calibration|[1]|four numbers"
            })
    void badMetadataIsRefusedByName(String key, String text, String told) {
        NamedTensors good =
                FlowWeightsFile.toTensors(FlowWeights.of(TestFlows.random(TestFlows.config(FlowPreset.SMALL), 1)));
        assertThatThrownBy(() -> FlowWeightsFile.of(good.withMetadata(key, text)))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining(told);
    }

    @Test
    void missingIllShapedAndInfiniteTensorsAreRefusedByName() {
        FlowConfig config = TestFlows.config(FlowPreset.SMALL);
        NamedTensors good = FlowWeightsFile.toTensors(FlowWeights.of(TestFlows.random(config, 1)));
        assertThatThrownBy(() -> FlowWeightsFile.of(with(good, "camera_embedding", null)))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("camera_embedding");
        assertThatThrownBy(() ->
                        FlowWeightsFile.of(with(good, "camera_embedding", StoredTensor.ofFloats(new float[8], 4, 2))))
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll("camera_embedding", "[2, 4]", "[4, 2]");
        float[] infinite = new float[8];
        infinite[3] = Float.POSITIVE_INFINITY;
        assertThatThrownBy(
                        () -> FlowWeightsFile.of(with(good, "camera_embedding", StoredTensor.ofFloats(infinite, 2, 4))))
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll("camera_embedding", "Infinity");
        assertThatThrownBy(() -> FlowWeightsFile.of(with(good, "extra", StoredTensor.ofFloats(new float[1], 1))))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("tensors");
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "not weights, though long enough to be read");
        assertThatThrownBy(() -> FlowWeightsFile.read(text)).isInstanceOf(DioramaException.class);
        assertThatThrownBy(() -> FlowWeightsFile.read(folder.resolve("none")))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("none");
    }

    private static NamedTensors with(NamedTensors tensors, String name, StoredTensor tensor) {
        NamedTensors.Builder builder = NamedTensors.builder();
        tensors.tensors().forEach((key, value) -> {
            if (!key.equals(name)) {
                builder.put(key, value);
            }
        });
        if (tensor != null) {
            builder.put(name, tensor);
        }
        tensors.metadata().forEach(builder::metadata);
        return builder.build();
    }
}
