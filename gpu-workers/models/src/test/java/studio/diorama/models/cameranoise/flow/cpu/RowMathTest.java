package studio.diorama.models.cameranoise.flow.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowMathTest {

    private static final RowMath PLAIN = new PlainRowMath();
    private static final RowMath VECTOR = new VectorRowMath();

    @ParameterizedTest
    @CsvSource({"16,1", "16,47", "6,48", "6,130", "4,100", "8,49", "22,33"})
    void vectorsGiveTheBitsOfPlainLoops(int outputs, int count) {
        int inputs = 5;
        int stride = count + 2 * RowMath.SLACK;
        float[] in = random(inputs * stride + 2 * RowMath.SLACK, 1);
        int[] taps = {0, stride, 2 * stride + 1, 3 * stride - 1, 4 * stride};
        PackedWeights weights = PackedWeights.pack(outputs, taps.length, random(outputs * taps.length, 2));
        for (boolean rectify : new boolean[] {false, true}) {
            float[] plain = random(outputs * stride, 3);
            float[] vector = plain.clone();
            PLAIN.accumulate(in, 1, taps, weights, plain, 0, stride, count, rectify);
            VECTOR.accumulate(in, 1, taps, weights, vector, 0, stride, count, rectify);
            for (int o = 0; o < outputs; o++) {
                assertThat(row(vector, o * stride, count)).isEqualTo(row(plain, o * stride, count));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0,1,37", "0,2,37", "1,2,37", "1,2,1", "0,1,64"})
    void affineLawsGiveTheSameBitsAndUndoEachOther(int first, int step, int count) {
        int length = count + RowMath.SLACK;
        float[] law = random(2 * length, 5);
        float[] start = random(length, 6);
        float[] plain = start.clone();
        float[] vector = start.clone();
        float[] plainScale = new float[length];
        float[] vectorScale = new float[length];
        PLAIN.affine(plain, 0, law, 0, length, 1.7f, first, step, count, plainScale);
        VECTOR.affine(vector, 0, law, 0, length, 1.7f, first, step, count, vectorScale);
        assertThat(vector).isEqualTo(plain);
        for (int i = first; i < count; i += step) {
            assertThat(vectorScale[i]).isEqualTo(plainScale[i]);
            assertThat((double) plainScale[i]).isCloseTo(1.7 * Math.tanh(law[length + i]), within(1e-6));
            assertThat((double) plain[i]).isCloseTo(start[i] * Math.exp(plainScale[i]) + law[i], within(3e-6));
        }
        PLAIN.inverseAffine(plain, 0, law, 0, length, 1.7f, first, step, count);
        VECTOR.inverseAffine(vector, 0, law, 0, length, 1.7f, first, step, count);
        assertThat(vector).isEqualTo(plain);
        assertThat(plain).containsExactly(start, within(3e-6f));
    }

    @Test
    void mixingGivesTheSameBits() {
        float[] plain = random(3 * 100, 7);
        float[] vector = plain.clone();
        float[] matrix = random(9, 8);
        PLAIN.mix(plain, 3, 100, matrix, 45);
        VECTOR.mix(vector, 3, 100, matrix, 45);
        assertThat(vector).isEqualTo(plain);
    }

    @Test
    void exponentialsAreRightToSevenDigits() {
        for (float x = -86; x < 87; x += 0.37f) {
            assertThat(Elementary.exp(x) / Math.exp(x)).isCloseTo(1, within(3e-7));
        }
        for (float x = -12; x < 12; x += 0.11f) {
            assertThat((double) Elementary.tanh(x)).isCloseTo(Math.tanh(x), within(2e-7));
        }
    }

    private static float[] random(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float[] row(float[] values, int from, int count) {
        return java.util.Arrays.copyOfRange(values, from, from + count);
    }
}
