package studio.diorama.tensor.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.diorama.common.DioramaException;

class StoredTensorTest {

    /// Bit patterns written down from the definitions of the formats.
    @ParameterizedTest
    @CsvSource({
        "F32, 0000c0bf, -1.5",
        "F64, 000000000000f8bf, -1.5",
        "F16, 00be, -1.5",
        "BF16, c0bf, -1.5",
        "I64, feffffffffffffff, -2",
        "I32, feffffff, -2",
        "I16, feff, -2",
        "I8, fe, -2",
        "U8, fe, 254",
        "BOOL, 01, 1"
    })
    void everyTypeIsReadLittleEndian(TensorType type, String hex, float expected) {
        StoredTensor tensor =
                new StoredTensor(type, List.of(), ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
        assertThat(tensor.toFloats()).containsExactly(expected);
        if (type.isWhole()) {
            assertThat(tensor.toLongs()).containsExactly((long) expected);
        } else {
            assertThatThrownBy(tensor::toLongs)
                    .isInstanceOf(DioramaException.class)
                    .hasMessageContaining(type.name());
        }
    }

    @Test
    void numbersGoInAndOut() {
        assertThat(StoredTensor.ofFloats(new float[] {1, 2, 3, 4, 5, 6}, 2, 3).toFloats())
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(StoredTensor.ofLongs(new long[] {Long.MIN_VALUE, 7}, 2).toLongs())
                .containsExactly(Long.MIN_VALUE, 7);
        assertThat(StoredTensor.ofFloats(new float[0], 0, 3).elements()).isZero();
    }

    @Test
    void dataIsReadOnlyAndKeepsNoPlace() {
        StoredTensor tensor = StoredTensor.ofFloats(new float[] {1, 2}, 2);
        tensor.data().getFloat();
        assertThat(tensor.data().remaining()).isEqualTo(8);
        assertThatThrownBy(() -> tensor.data().putFloat(0)).isInstanceOf(ReadOnlyBufferException.class);
    }

    @Test
    void shapesThatDoNotFitTheDataAreRefused() {
        assertThatThrownBy(() -> StoredTensor.ofFloats(new float[5], 2, 3)).hasMessageContaining("24 bytes, got 20");
        assertThatThrownBy(() -> StoredTensor.ofFloats(new float[1], -1, -1)).hasMessageContaining("at least 0");
        assertThatThrownBy(() -> StoredTensor.ofFloats(new float[1], 1L << 40, 1L << 40))
                .isInstanceOf(ArithmeticException.class);
    }
}
