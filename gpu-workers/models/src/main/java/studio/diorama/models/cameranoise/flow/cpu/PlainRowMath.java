package studio.diorama.models.cameranoise.flow.cpu;

/// Loops that any Java virtual machine runs.
final class PlainRowMath implements RowMath {

    @Override
    public void accumulate(
            float[] in,
            int from,
            int[] taps,
            PackedWeights weights,
            float[] out,
            int outFrom,
            int outStride,
            int count,
            boolean rectify) {
        int groupStart = 0;
        for (int first = 0; first < weights.outputs(); first += weights.groupAt(first)) {
            int size = weights.groupAt(first);
            for (int o = 0; o < size; o++) {
                int row = outFrom + (first + o) * outStride;
                for (int tap = 0; tap < taps.length; tap++) {
                    addScaled(in, from + taps[tap], weights.values()[groupStart + tap * size + o], out, row, count);
                }
                if (rectify) {
                    rectify(out, row, count);
                }
            }
            groupStart += size * taps.length;
        }
    }

    private static void addScaled(float[] in, int from, float weight, float[] out, int to, int count) {
        for (int i = 0; i < count; i++) {
            out[to + i] = Math.fma(in[from + i], weight, out[to + i]);
        }
    }

    private static void rectify(float[] row, int from, int count) {
        for (int i = from; i < from + count; i++) {
            row[i] = Math.max(row[i], 0f);
        }
    }

    @Override
    public void affine(
            float[] noise,
            int at,
            float[] law,
            int shiftAt,
            int rawAt,
            float gate,
            int first,
            int step,
            int count,
            float[] logScale) {
        for (int i = first; i < count; i += step) {
            float s = gate * Elementary.tanh(law[rawAt + i]);
            logScale[i] = s;
            noise[at + i] = Math.fma(noise[at + i], Elementary.exp(s), law[shiftAt + i]);
        }
    }

    @Override
    public void inverseAffine(
            float[] noise, int at, float[] law, int shiftAt, int rawAt, float gate, int first, int step, int count) {
        for (int i = first; i < count; i += step) {
            float s = gate * Elementary.tanh(law[rawAt + i]);
            noise[at + i] = (noise[at + i] - law[shiftAt + i]) * Elementary.exp(-s);
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
