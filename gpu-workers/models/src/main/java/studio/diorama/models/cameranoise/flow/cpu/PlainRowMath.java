package studio.diorama.models.cameranoise.flow.cpu;

import java.util.Arrays;

/// Loops that any Java virtual machine runs.
final class PlainRowMath implements RowMath {

    @Override
    public void convolve(ConvolutionRow row) {
        PackedWeights weights = row.weights();
        for (int output = 0; output < weights.outputs(); output++) {
            int to = row.to() + output * row.stride();
            Arrays.fill(row.out(), to, to + row.count(), row.start()[output]);
            for (int tap = 0; tap < row.taps().length; tap++) {
                addScaled(
                        row.in(),
                        row.from() + row.taps()[tap],
                        weights.values()[weights.place(output, tap)],
                        row.out(),
                        to,
                        row.count());
            }
            if (row.rectified()) {
                rectify(row.out(), to, row.count());
            }
        }
    }

    private static void addScaled(float[] in, int from, float weight, float[] out, int to, int count) {
        for (int i = 0; i < count; i++) {
            out[to + i] = Math.fma(in[from + i], weight, out[to + i]);
        }
    }

    private static void rectify(float[] row, int from, int count) {
        for (int i = from; i < from + count; i++) {
            row[i] = Elementary.rectified(row[i]);
        }
    }

    @Override
    public void logScale(float[] law, int rawAt, float gate, int count) {
        for (int i = rawAt; i < rawAt + count; i++) {
            law[i] = gate * Elementary.tanh(law[i]);
        }
    }

    @Override
    public void affine(float[] noise, int at, float[] law, int shiftAt, int scaleAt, int count) {
        for (int i = 0; i < count; i++) {
            noise[at + i] = Math.fma(noise[at + i], Elementary.exp(law[scaleAt + i]), law[shiftAt + i]);
        }
    }

    @Override
    public void inverseAffine(float[] noise, int at, float[] law, int shiftAt, int scaleAt, int count) {
        for (int i = 0; i < count; i++) {
            noise[at + i] = (noise[at + i] - law[shiftAt + i]) * Elementary.exp(-law[scaleAt + i]);
        }
    }

    @Override
    public void mix(float[] planes, int at, int planeStride, float[] matrix, int count) {
        for (int i = at; i < at + count; i++) {
            float a = planes[i];
            float b = planes[i + planeStride];
            float c = planes[i + 2 * planeStride];
            for (int row = 0; row < 3; row++) {
                float sum = matrix[3 * row] * a;
                sum = Math.fma(matrix[3 * row + 1], b, sum);
                planes[i + row * planeStride] = Math.fma(matrix[3 * row + 2], c, sum);
            }
        }
    }
}
