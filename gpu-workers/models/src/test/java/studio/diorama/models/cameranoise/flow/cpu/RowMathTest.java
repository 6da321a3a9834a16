package studio.diorama.models.cameranoise.flow.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowMathTest {

    private static final RowMath PLAIN = new PlainRowMath();
    private static final RowMath VECTOR = new VectorRowMath();

    @ParameterizedTest
    @CsvSource({"16,1", "16,47", "6,48", "6,130", "4,100", "8,49", "22,33", "20,97"})
    void vectorsGiveTheBitsOfPlainLoops(int outputs, int count) {
        int inputs = 5;
        int stride = count + 2 * RowMath.SLACK;
        float[] in = random(inputs * stride + 2 * RowMath.SLACK, 1);
        int[] taps = {0, stride, 2 * stride + 1, 3 * stride - 1, 4 * stride};
        PackedWeights weights = PackedWeights.pack(outputs, taps.length, random(outputs * taps.length, 2));
        float[] start = random(outputs, 3);
        for (boolean rectified : new boolean[] {false, true}) {
            float[] plain = new float[outputs * stride];
            float[] vector = new float[outputs * stride];
            PLAIN.convolve(new ConvolutionRow(in, 1, taps, weights, start, plain, 0, stride, count, rectified));
            VECTOR.convolve(new ConvolutionRow(in, 1, taps, weights, start, vector, 0, stride, count, rectified));
            for (int o = 0; o < outputs; o++) {
                assertThat(row(vector, o * stride, count)).isEqualTo(row(plain, o * stride, count));
            }
        }
    }

    @Test
    void aConvolutionIsItsSum() {
        float[] in = random(200, 1);
        float[] weights = random(4 * 3, 2);
        int[] taps = {0, 50, 99};
        float[] start = random(4, 3);
        float[] out = new float[4 * 120];
        PLAIN.convolve(
                new ConvolutionRow(in, 2, taps, PackedWeights.pack(4, 3, weights), start, out, 0, 120, 20, false));
        for (int o = 0; o < 4; o++) {
            for (int i = 0; i < 20; i++) {
                double sum = start[o];
                for (int tap = 0; tap < 3; tap++) {
                    sum += (double) weights[3 * o + tap] * in[2 + taps[tap] + i];
                }
                assertThat((double) out[o * 120 + i]).isCloseTo(sum, within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 37, 64})
    void affineLawsGiveTheSameBitsAndUndoEachOther(int count) {
        int length = count + RowMath.SLACK;
        float[] law = random(2 * length, 5);
        float[] vectorLaw = law.clone();
        float[] raw = law.clone();
        float[] start = random(length, 6);
        float[] plain = start.clone();
        float[] vector = start.clone();
        PLAIN.logScale(law, length, 1.7f, count);
        VECTOR.logScale(vectorLaw, length, 1.7f, count);
        assertThat(row(vectorLaw, 0, length + count)).isEqualTo(row(law, 0, length + count));
        PLAIN.affine(plain, 0, law, 0, length, count);
        VECTOR.affine(vector, 0, vectorLaw, 0, length, count);
        assertThat(vector).isEqualTo(plain);
        for (int i = 0; i < count; i++) {
            assertThat((double) law[length + i]).isCloseTo(1.7 * Math.tanh(raw[length + i]), within(1e-6));
            assertThat((double) plain[i]).isCloseTo(start[i] * Math.exp(law[length + i]) + law[i], within(3e-6));
        }
        PLAIN.inverseAffine(plain, 0, law, 0, length, count);
        VECTOR.inverseAffine(vector, 0, law, 0, length, count);
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
