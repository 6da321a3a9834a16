package studio.diorama.models.cameranoise.flow.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Rows in the widest vectors that the processor has.
final class VectorRowMath implements RowMath {

    static final VectorSpecies<Float> F = widest();
    private static final int LANES = F.length();

    /// At most 16 lanes: SLACK is made for that.
    private static VectorSpecies<Float> widest() {
        VectorSpecies<Float> preferred = FloatVector.SPECIES_PREFERRED;
        return preferred.length() > 16 ? FloatVector.SPECIES_512 : preferred;
    }

    @Override
    public void convolve(ConvolutionRow row) {
        PackedWeights weights = row.weights();
        int weightsFrom = 0;
        for (int first = 0; first < weights.outputs(); first += weights.groupAt(first)) {
            int size = weights.groupAt(first);
            switch (size) {
                case 8 -> Block8x3.convolve(row, first, weightsFrom);
                case 6 -> Block6x3.convolve(row, first, weightsFrom);
                case 4 -> Block4x6.convolve(row, first, weightsFrom);
                default -> throw new IllegalStateException("no block of " + size);
            }
            weightsFrom += size * weights.taps();
        }
        if (row.rectified()) {
            for (int output = 0; output < weights.outputs(); output++) {
                rectify(row.out(), row.to() + output * row.stride(), row.count());
            }
        }
    }

    /// Apart from the blocks: within, it would push their sums out of the registers.
    private static void rectify(float[] row, int from, int count) {
        for (int i = from; i < from + count; i += LANES) {
            FloatVector.fromArray(F, row, i)
                    .reinterpretAsInts()
                    .max(0)
                    .reinterpretAsFloats()
                    .intoArray(row, i);
        }
    }

    // One elementary function a loop: the compiler gives up on more of them and then boxes every vector.

    @Override
    public void logScale(float[] law, int rawAt, float gate, int count) {
        for (int i = rawAt; i < rawAt + count; i += LANES) {
            FloatVector limited = limited(FloatVector.fromArray(F, law, i), Elementary.TANH_MOST);
            FloatVector denominator = exp(limited.add(limited)).add(1f);
            FloatVector tanh = FloatVector.broadcast(F, 1f)
                    .sub(FloatVector.broadcast(F, 2f).div(denominator));
            tanh.mul(gate).intoArray(law, i);
        }
    }

    @Override
    public void affine(float[] noise, int at, float[] law, int shiftAt, int scaleAt, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector scale = exp(FloatVector.fromArray(F, law, scaleAt + i));
            FloatVector n = FloatVector.fromArray(F, noise, at + i);
            put(n.fma(scale, FloatVector.fromArray(F, law, shiftAt + i)), noise, at, i, count);
        }
    }

    @Override
    public void inverseAffine(float[] noise, int at, float[] law, int shiftAt, int scaleAt, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector scale = exp(FloatVector.fromArray(F, law, scaleAt + i).neg());
            FloatVector n = FloatVector.fromArray(F, noise, at + i);
            put(n.sub(FloatVector.fromArray(F, law, shiftAt + i)).mul(scale), noise, at, i, count);
        }
    }

    @Override
    public void mix(float[] planes, int at, int planeStride, float[] matrix, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector a = FloatVector.fromArray(F, planes, at + i);
            FloatVector b = FloatVector.fromArray(F, planes, at + planeStride + i);
            FloatVector c = FloatVector.fromArray(F, planes, at + 2 * planeStride + i);
            for (int row = 0; row < 3; row++) {
                FloatVector sum = a.mul(matrix[3 * row]);
                sum = b.fma(FloatVector.broadcast(F, matrix[3 * row + 1]), sum);
                sum = c.fma(FloatVector.broadcast(F, matrix[3 * row + 2]), sum);
                put(sum, planes, at + row * planeStride, i, count);
            }
        }
    }

    /// Beyond `count` nothing may change: that can be the zeros beyond the picture's border.
    private static void put(FloatVector vector, float[] row, int at, int i, int count) {
        if (i + LANES <= count) {
            vector.intoArray(row, at + i);
        } else {
            VectorMask<Float> left = F.indexInRange(i, count);
            vector.intoArray(row, at + i, left);
        }
    }

    private static FloatVector limited(FloatVector x, float most) {
        FloatVector below = x.blend(most, x.compare(VectorOperators.GT, most));
        return below.blend(-most, below.compare(VectorOperators.LT, -most));
    }

    /// @param x within ±MOST
    private static FloatVector exp(FloatVector x) {
        FloatVector biased = x.fma(Elementary.LOG2_E, Elementary.TO_WHOLE);
        FloatVector whole = biased.sub(Elementary.TO_WHOLE);
        FloatVector high = whole.fma(FloatVector.broadcast(F, -Elementary.LN2_HIGH), x);
        FloatVector r = whole.fma(FloatVector.broadcast(F, -Elementary.LN2_LOW), high);
        FloatVector p = FloatVector.broadcast(F, Elementary.EXP[0]);
        p = p.fma(r, FloatVector.broadcast(F, Elementary.EXP[1]));
        p = p.fma(r, FloatVector.broadcast(F, Elementary.EXP[2]));
        p = p.fma(r, FloatVector.broadcast(F, Elementary.EXP[3]));
        p = p.fma(r, FloatVector.broadcast(F, Elementary.EXP[4]));
        p = p.fma(r, FloatVector.broadcast(F, Elementary.EXP[5]));
        FloatVector mantissa = p.mul(r).fma(r, r).add(1f);
        IntVector exponent = biased.reinterpretAsInts()
                .sub(Elementary.TO_WHOLE_BITS)
                .add(127)
                .lanewise(VectorOperators.LSHL, 23);
        return mantissa.mul(exponent.reinterpretAsFloats());
    }
}
