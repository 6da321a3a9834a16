package studio.diorama.tensor.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.diorama.common.DioramaException;

class SafetensorsFileTest {

    @TempDir
    private Path folder;

    @Test
    void roundTripIsBitEqual() throws IOException {
        NamedTensors weights = NamedTensors.builder()
                .put("flags", new StoredTensor(TensorType.BOOL, List.of(3L), ByteBuffer.wrap(new byte[] {1, 0, 1})))
                .put("weight", StoredTensor.ofFloats(new float[] {1, Float.MIN_VALUE, -0f, Float.NaN}, 2, 2))
                .put("nothing", StoredTensor.ofFloats(new float[0], 0))
                .put("step", StoredTensor.ofLongs(new long[] {-7}))
                .metadata("order", "RGB")
                .metadata("ünïcode \"quoted\"", "line\nbreak")
                .build();
        Path file = folder.resolve("weights.safetensors");
        SafetensorsFile.write(weights, file);
        NamedTensors read = SafetensorsFile.read(file);
        assertThat(read).isEqualTo(weights);
        assertThat(read.tensors().keySet()).containsExactly("flags", "weight", "nothing", "step");
        SafetensorsFile.write(read, folder.resolve("again.safetensors"));
        assertThat(Files.readAllBytes(folder.resolve("again.safetensors"))).isEqualTo(Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    /// The example of the format's description, written down by hand.
    @Test
    void bytesAreThoseOfTheFormat() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        SafetensorsFile.write(
                NamedTensors.builder()
                        .put("a", StoredTensor.ofFloats(new float[] {1.5f}, 1))
                        .build(),
                output);
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}  ";
        assertThat(output.toByteArray()).isEqualTo(file(header, new byte[] {0, 0, (byte) 0xC0, 0x3F}));
        assertThat(header.length() % 8).isZero();
    }

    @Test
    void tensorsMayLieInAnotherOrderThanTheyAreNamed() {
        NamedTensors read = read(file(
                "{\"b\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[1,2]},\"a\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[0,1]}}",
                new byte[] {1, 2}));
        assertThat(read.get("b").toLongs()).containsExactly(2);
        assertThat(read.get("a").toLongs()).containsExactly(1);
        assertThat(read.tensors().keySet()).containsExactly("b", "a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}}|3|after the last tensor",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}}|3|header promises 4 bytes",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[1,3]}}|3|no gap",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]},\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[1,3]}}|3|no overlap",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,3]}}|3|takes 4 bytes",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[3,0]}}|3|takes 3 bytes",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[-3],\"data_offsets\":[0,3]}}|3|at least 0",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[9223372036854775807,9],\"data_offsets\":[0,3]}}|3|impossible shape",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[99999999999999999999],\"data_offsets\":[0,3]}}|3|not sound JSON",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[1.5],\"data_offsets\":[0,3]}}|3|VALUE_NUMBER_FLOAT",
                "{\"a\":{\"dtype\":\"F8_E4M3\",\"shape\":[3],\"data_offsets\":[0,3]}}|3|F8_E4M3",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[3]}}|3|needs dtype, shape and two data_offsets",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3],\"code\":1}}|3|unknown field \"code\"",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]},\"a\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[3,3]}}|3|Duplicate",
                "{\"\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]}}|3|1 to 512 characters",
                "{\"a\\u0000\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]}}|3|control characters",
                "{\"__metadata__\":{\"a\":1}}|0|VALUE_NUMBER_INT",
                "{} {}|0|more in the header",
                "[]|0|begins with {",
                "{\"a\":|0|not sound JSON"
            })
    void hostileHeadersAreRefusedSayingWhy(String header, int dataBytes, String words) {
        assertThatThrownBy(() -> read(file(header, new byte[dataBytes])))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining(words);
    }

    @Test
    void falseLengthsAreRefusedWithoutBelievingThem() {
        byte[] sound = file("{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]}}", new byte[3]);
        for (int length = 0; length < sound.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(sound, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(DioramaException.class);
        }
        for (long claim : new long[] {0, 1, SafetensorsFile.LONGEST_HEADER + 1, -1, Long.MIN_VALUE}) {
            byte[] lying = sound.clone();
            ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putLong(claim);
            assertThatThrownBy(() -> read(lying))
                    .isInstanceOf(DioramaException.class)
                    .hasMessageContaining(Long.toUnsignedString(claim));
        }
    }

    @Test
    void limitOfBytesHolds() {
        byte[] file = file("{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]}}", new byte[3]);
        assertThat(SafetensorsFile.read(new ByteArrayInputStream(file), file.length)
                        .tensors())
                .hasSize(1);
        assertThatThrownBy(() -> SafetensorsFile.read(new ByteArrayInputStream(file), file.length - 1))
                .isInstanceOf(DioramaException.class);
    }

    @Test
    void missingTensorIsNamedWithThoseThereAre() {
        NamedTensors weights = NamedTensors.builder()
                .put("bias", StoredTensor.ofFloats(new float[1], 1))
                .build();
        assertThatThrownBy(() -> weights.get("weight"))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("\"weight\"")
                .hasMessageContaining("bias");
    }

    private static NamedTensors read(byte[] file) {
        return SafetensorsFile.read(new ByteArrayInputStream(file), file.length);
    }

    private static byte[] file(String header, byte[] data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .put(data)
                .array();
    }
}
