package studio.diorama.models.cameranoise.flow.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Rows in the widest vectors that the processor has. A block of 8 (6, 4) output channels by 3 vectors of pixels stays
/// in
/// registers while all taps are added: per tap 3 loads of pixels, 8 broadcast weights and 24 fused multiply-adds.
///
/// The blocks are written out because only local variables become registers.
final class VectorRowMath implements RowMath {

    private static final VectorSpecies<Float> F = widest();
    private static final int LANES = F.length();

    /// At most 16 lanes: SLACK is made for that.
    private static VectorSpecies<Float> widest() {
        VectorSpecies<Float> preferred = FloatVector.SPECIES_PREFERRED;
        return preferred.length() > 16 ? FloatVector.SPECIES_512 : preferred;
    }

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
        int weightsFrom = 0;
        float[] w = weights.values();
        for (int first = 0; first < weights.outputs(); first += weights.groupAt(first)) {
            int to = outFrom + first * outStride;
            int size = weights.groupAt(first);
            switch (size) {
                case 8 -> group8(in, from, taps, w, weightsFrom, out, to, outStride, count, rectify);
                case 6 -> group6(in, from, taps, w, weightsFrom, out, to, outStride, count, rectify);
                case 4 -> group4(in, from, taps, w, weightsFrom, out, to, outStride, count, rectify);
                default -> throw new IllegalStateException("no group of " + size);
            }
            weightsFrom += size * taps.length;
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
        VectorMask<Float> chosen = chosen(first, step);
        for (int i = 0; i < count; i += LANES) {
            VectorMask<Float> here = F.indexInRange(i, count).and(chosen);
            FloatVector s = tanh(FloatVector.fromArray(F, law, rawAt + i)).mul(gate);
            s.intoArray(logScale, i);
            FloatVector n = FloatVector.fromArray(F, noise, at + i);
            n.fma(exp(s), FloatVector.fromArray(F, law, shiftAt + i)).intoArray(noise, at + i, here);
        }
    }

    @Override
    public void inverseAffine(
            float[] noise, int at, float[] law, int shiftAt, int rawAt, float gate, int first, int step, int count) {
        VectorMask<Float> chosen = chosen(first, step);
        for (int i = 0; i < count; i += LANES) {
            VectorMask<Float> here = F.indexInRange(i, count).and(chosen);
            FloatVector s = tanh(FloatVector.fromArray(F, law, rawAt + i)).mul(gate);
            FloatVector n = FloatVector.fromArray(F, noise, at + i);
            n.sub(FloatVector.fromArray(F, law, shiftAt + i)).mul(exp(s.neg())).intoArray(noise, at + i, here);
        }
    }

    @Override
    public void mix(float[] planes, int at, int planeStride, float[] matrix, int count) {
        for (int i = 0; i < count; i += LANES) {
            VectorMask<Float> here = F.indexInRange(i, count);
            FloatVector a = FloatVector.fromArray(F, planes, at + i);
            FloatVector b = FloatVector.fromArray(F, planes, at + planeStride + i);
            FloatVector c = FloatVector.fromArray(F, planes, at + 2 * planeStride + i);
            for (int row = 0; row < 3; row++) {
                FloatVector sum = a.mul(matrix[3 * row]);
                sum = b.fma(FloatVector.broadcast(F, matrix[3 * row + 1]), sum);
                c.fma(FloatVector.broadcast(F, matrix[3 * row + 2]), sum)
                        .intoArray(planes, at + row * planeStride + i, here);
            }
        }
    }

    private static VectorMask<Float> chosen(int first, int step) {
        return VectorMask.fromLong(F, step == 1 ? -1L : first == 0 ? 0x5555 : 0xAAAA);
    }

    private static FloatVector exp(FloatVector x) {
        FloatVector clamped = x.min(Elementary.MOST).max(-Elementary.MOST);
        FloatVector biased = clamped.fma(Elementary.LOG2_E, Elementary.TO_WHOLE);
        FloatVector whole = biased.sub(Elementary.TO_WHOLE);
        FloatVector high = whole.fma(FloatVector.broadcast(F, -Elementary.LN2_HIGH), clamped);
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

    private static FloatVector tanh(FloatVector x) {
        FloatVector clamped = x.min(Elementary.TANH_MOST).max(-Elementary.TANH_MOST);
        FloatVector denominator = exp(clamped.add(clamped)).add(1f);
        return FloatVector.broadcast(F, 1f).sub(FloatVector.broadcast(F, 2f).div(denominator));
    }

    private static void group8(
            float[] in,
            int from,
            int[] taps,
            float[] w,
            int weightsFrom,
            float[] out,
            int outFrom,
            int stride,
            int count,
            boolean rectify) {
        for (int i = 0; i < count; i += 3 * LANES) {
            int p = outFrom + i;
            FloatVector s0a = FloatVector.fromArray(F, out, p);
            FloatVector s0b = FloatVector.fromArray(F, out, p + LANES);
            FloatVector s0c = FloatVector.fromArray(F, out, p + 2 * LANES);
            FloatVector s1a = FloatVector.fromArray(F, out, p + 1 * stride);
            FloatVector s1b = FloatVector.fromArray(F, out, p + 1 * stride + LANES);
            FloatVector s1c = FloatVector.fromArray(F, out, p + 1 * stride + 2 * LANES);
            FloatVector s2a = FloatVector.fromArray(F, out, p + 2 * stride);
            FloatVector s2b = FloatVector.fromArray(F, out, p + 2 * stride + LANES);
            FloatVector s2c = FloatVector.fromArray(F, out, p + 2 * stride + 2 * LANES);
            FloatVector s3a = FloatVector.fromArray(F, out, p + 3 * stride);
            FloatVector s3b = FloatVector.fromArray(F, out, p + 3 * stride + LANES);
            FloatVector s3c = FloatVector.fromArray(F, out, p + 3 * stride + 2 * LANES);
            FloatVector s4a = FloatVector.fromArray(F, out, p + 4 * stride);
            FloatVector s4b = FloatVector.fromArray(F, out, p + 4 * stride + LANES);
            FloatVector s4c = FloatVector.fromArray(F, out, p + 4 * stride + 2 * LANES);
            FloatVector s5a = FloatVector.fromArray(F, out, p + 5 * stride);
            FloatVector s5b = FloatVector.fromArray(F, out, p + 5 * stride + LANES);
            FloatVector s5c = FloatVector.fromArray(F, out, p + 5 * stride + 2 * LANES);
            FloatVector s6a = FloatVector.fromArray(F, out, p + 6 * stride);
            FloatVector s6b = FloatVector.fromArray(F, out, p + 6 * stride + LANES);
            FloatVector s6c = FloatVector.fromArray(F, out, p + 6 * stride + 2 * LANES);
            FloatVector s7a = FloatVector.fromArray(F, out, p + 7 * stride);
            FloatVector s7b = FloatVector.fromArray(F, out, p + 7 * stride + LANES);
            FloatVector s7c = FloatVector.fromArray(F, out, p + 7 * stride + 2 * LANES);
            int at = weightsFrom;
            for (int tap : taps) {
                int q = from + tap + i;
                FloatVector a = FloatVector.fromArray(F, in, q);
                FloatVector b = FloatVector.fromArray(F, in, q + LANES);
                FloatVector c = FloatVector.fromArray(F, in, q + 2 * LANES);
                FloatVector w0 = FloatVector.broadcast(F, w[at]);
                s0a = a.fma(w0, s0a);
                s0b = b.fma(w0, s0b);
                s0c = c.fma(w0, s0c);
                FloatVector w1 = FloatVector.broadcast(F, w[at + 1]);
                s1a = a.fma(w1, s1a);
                s1b = b.fma(w1, s1b);
                s1c = c.fma(w1, s1c);
                FloatVector w2 = FloatVector.broadcast(F, w[at + 2]);
                s2a = a.fma(w2, s2a);
                s2b = b.fma(w2, s2b);
                s2c = c.fma(w2, s2c);
                FloatVector w3 = FloatVector.broadcast(F, w[at + 3]);
                s3a = a.fma(w3, s3a);
                s3b = b.fma(w3, s3b);
                s3c = c.fma(w3, s3c);
                FloatVector w4 = FloatVector.broadcast(F, w[at + 4]);
                s4a = a.fma(w4, s4a);
                s4b = b.fma(w4, s4b);
                s4c = c.fma(w4, s4c);
                FloatVector w5 = FloatVector.broadcast(F, w[at + 5]);
                s5a = a.fma(w5, s5a);
                s5b = b.fma(w5, s5b);
                s5c = c.fma(w5, s5c);
                FloatVector w6 = FloatVector.broadcast(F, w[at + 6]);
                s6a = a.fma(w6, s6a);
                s6b = b.fma(w6, s6b);
                s6c = c.fma(w6, s6c);
                FloatVector w7 = FloatVector.broadcast(F, w[at + 7]);
                s7a = a.fma(w7, s7a);
                s7b = b.fma(w7, s7b);
                s7c = c.fma(w7, s7c);
                at += 8;
            }
            if (rectify) {
                s0a = s0a.max(0f);
                s0b = s0b.max(0f);
                s0c = s0c.max(0f);
                s1a = s1a.max(0f);
                s1b = s1b.max(0f);
                s1c = s1c.max(0f);
                s2a = s2a.max(0f);
                s2b = s2b.max(0f);
                s2c = s2c.max(0f);
                s3a = s3a.max(0f);
                s3b = s3b.max(0f);
                s3c = s3c.max(0f);
                s4a = s4a.max(0f);
                s4b = s4b.max(0f);
                s4c = s4c.max(0f);
                s5a = s5a.max(0f);
                s5b = s5b.max(0f);
                s5c = s5c.max(0f);
                s6a = s6a.max(0f);
                s6b = s6b.max(0f);
                s6c = s6c.max(0f);
                s7a = s7a.max(0f);
                s7b = s7b.max(0f);
                s7c = s7c.max(0f);
            }
            s0a.intoArray(out, p);
            s0b.intoArray(out, p + LANES);
            s0c.intoArray(out, p + 2 * LANES);
            s1a.intoArray(out, p + 1 * stride);
            s1b.intoArray(out, p + 1 * stride + LANES);
            s1c.intoArray(out, p + 1 * stride + 2 * LANES);
            s2a.intoArray(out, p + 2 * stride);
            s2b.intoArray(out, p + 2 * stride + LANES);
            s2c.intoArray(out, p + 2 * stride + 2 * LANES);
            s3a.intoArray(out, p + 3 * stride);
            s3b.intoArray(out, p + 3 * stride + LANES);
            s3c.intoArray(out, p + 3 * stride + 2 * LANES);
            s4a.intoArray(out, p + 4 * stride);
            s4b.intoArray(out, p + 4 * stride + LANES);
            s4c.intoArray(out, p + 4 * stride + 2 * LANES);
            s5a.intoArray(out, p + 5 * stride);
            s5b.intoArray(out, p + 5 * stride + LANES);
            s5c.intoArray(out, p + 5 * stride + 2 * LANES);
            s6a.intoArray(out, p + 6 * stride);
            s6b.intoArray(out, p + 6 * stride + LANES);
            s6c.intoArray(out, p + 6 * stride + 2 * LANES);
            s7a.intoArray(out, p + 7 * stride);
            s7b.intoArray(out, p + 7 * stride + LANES);
            s7c.intoArray(out, p + 7 * stride + 2 * LANES);
        }
    }

    private static void group6(
            float[] in,
            int from,
            int[] taps,
            float[] w,
            int weightsFrom,
            float[] out,
            int outFrom,
            int stride,
            int count,
            boolean rectify) {
        for (int i = 0; i < count; i += 3 * LANES) {
            int p = outFrom + i;
            FloatVector s0a = FloatVector.fromArray(F, out, p);
            FloatVector s0b = FloatVector.fromArray(F, out, p + LANES);
            FloatVector s0c = FloatVector.fromArray(F, out, p + 2 * LANES);
            FloatVector s1a = FloatVector.fromArray(F, out, p + 1 * stride);
            FloatVector s1b = FloatVector.fromArray(F, out, p + 1 * stride + LANES);
            FloatVector s1c = FloatVector.fromArray(F, out, p + 1 * stride + 2 * LANES);
            FloatVector s2a = FloatVector.fromArray(F, out, p + 2 * stride);
            FloatVector s2b = FloatVector.fromArray(F, out, p + 2 * stride + LANES);
            FloatVector s2c = FloatVector.fromArray(F, out, p + 2 * stride + 2 * LANES);
            FloatVector s3a = FloatVector.fromArray(F, out, p + 3 * stride);
            FloatVector s3b = FloatVector.fromArray(F, out, p + 3 * stride + LANES);
            FloatVector s3c = FloatVector.fromArray(F, out, p + 3 * stride + 2 * LANES);
            FloatVector s4a = FloatVector.fromArray(F, out, p + 4 * stride);
            FloatVector s4b = FloatVector.fromArray(F, out, p + 4 * stride + LANES);
            FloatVector s4c = FloatVector.fromArray(F, out, p + 4 * stride + 2 * LANES);
            FloatVector s5a = FloatVector.fromArray(F, out, p + 5 * stride);
            FloatVector s5b = FloatVector.fromArray(F, out, p + 5 * stride + LANES);
            FloatVector s5c = FloatVector.fromArray(F, out, p + 5 * stride + 2 * LANES);
            int at = weightsFrom;
            for (int tap : taps) {
                int q = from + tap + i;
                FloatVector a = FloatVector.fromArray(F, in, q);
                FloatVector b = FloatVector.fromArray(F, in, q + LANES);
                FloatVector c = FloatVector.fromArray(F, in, q + 2 * LANES);
                FloatVector w0 = FloatVector.broadcast(F, w[at]);
                s0a = a.fma(w0, s0a);
                s0b = b.fma(w0, s0b);
                s0c = c.fma(w0, s0c);
                FloatVector w1 = FloatVector.broadcast(F, w[at + 1]);
                s1a = a.fma(w1, s1a);
                s1b = b.fma(w1, s1b);
                s1c = c.fma(w1, s1c);
                FloatVector w2 = FloatVector.broadcast(F, w[at + 2]);
                s2a = a.fma(w2, s2a);
                s2b = b.fma(w2, s2b);
                s2c = c.fma(w2, s2c);
                FloatVector w3 = FloatVector.broadcast(F, w[at + 3]);
                s3a = a.fma(w3, s3a);
                s3b = b.fma(w3, s3b);
                s3c = c.fma(w3, s3c);
                FloatVector w4 = FloatVector.broadcast(F, w[at + 4]);
                s4a = a.fma(w4, s4a);
                s4b = b.fma(w4, s4b);
                s4c = c.fma(w4, s4c);
                FloatVector w5 = FloatVector.broadcast(F, w[at + 5]);
                s5a = a.fma(w5, s5a);
                s5b = b.fma(w5, s5b);
                s5c = c.fma(w5, s5c);
                at += 6;
            }
            if (rectify) {
                s0a = s0a.max(0f);
                s0b = s0b.max(0f);
                s0c = s0c.max(0f);
                s1a = s1a.max(0f);
                s1b = s1b.max(0f);
                s1c = s1c.max(0f);
                s2a = s2a.max(0f);
                s2b = s2b.max(0f);
                s2c = s2c.max(0f);
                s3a = s3a.max(0f);
                s3b = s3b.max(0f);
                s3c = s3c.max(0f);
                s4a = s4a.max(0f);
                s4b = s4b.max(0f);
                s4c = s4c.max(0f);
                s5a = s5a.max(0f);
                s5b = s5b.max(0f);
                s5c = s5c.max(0f);
            }
            s0a.intoArray(out, p);
            s0b.intoArray(out, p + LANES);
            s0c.intoArray(out, p + 2 * LANES);
            s1a.intoArray(out, p + 1 * stride);
            s1b.intoArray(out, p + 1 * stride + LANES);
            s1c.intoArray(out, p + 1 * stride + 2 * LANES);
            s2a.intoArray(out, p + 2 * stride);
            s2b.intoArray(out, p + 2 * stride + LANES);
            s2c.intoArray(out, p + 2 * stride + 2 * LANES);
            s3a.intoArray(out, p + 3 * stride);
            s3b.intoArray(out, p + 3 * stride + LANES);
            s3c.intoArray(out, p + 3 * stride + 2 * LANES);
            s4a.intoArray(out, p + 4 * stride);
            s4b.intoArray(out, p + 4 * stride + LANES);
            s4c.intoArray(out, p + 4 * stride + 2 * LANES);
            s5a.intoArray(out, p + 5 * stride);
            s5b.intoArray(out, p + 5 * stride + LANES);
            s5c.intoArray(out, p + 5 * stride + 2 * LANES);
        }
    }

    private static void group4(
            float[] in,
            int from,
            int[] taps,
            float[] w,
            int weightsFrom,
            float[] out,
            int outFrom,
            int stride,
            int count,
            boolean rectify) {
        for (int i = 0; i < count; i += 3 * LANES) {
            int p = outFrom + i;
            FloatVector s0a = FloatVector.fromArray(F, out, p);
            FloatVector s0b = FloatVector.fromArray(F, out, p + LANES);
            FloatVector s0c = FloatVector.fromArray(F, out, p + 2 * LANES);
            FloatVector s1a = FloatVector.fromArray(F, out, p + 1 * stride);
            FloatVector s1b = FloatVector.fromArray(F, out, p + 1 * stride + LANES);
            FloatVector s1c = FloatVector.fromArray(F, out, p + 1 * stride + 2 * LANES);
            FloatVector s2a = FloatVector.fromArray(F, out, p + 2 * stride);
            FloatVector s2b = FloatVector.fromArray(F, out, p + 2 * stride + LANES);
            FloatVector s2c = FloatVector.fromArray(F, out, p + 2 * stride + 2 * LANES);
            FloatVector s3a = FloatVector.fromArray(F, out, p + 3 * stride);
            FloatVector s3b = FloatVector.fromArray(F, out, p + 3 * stride + LANES);
            FloatVector s3c = FloatVector.fromArray(F, out, p + 3 * stride + 2 * LANES);
            int at = weightsFrom;
            for (int tap : taps) {
                int q = from + tap + i;
                FloatVector a = FloatVector.fromArray(F, in, q);
                FloatVector b = FloatVector.fromArray(F, in, q + LANES);
                FloatVector c = FloatVector.fromArray(F, in, q + 2 * LANES);
                FloatVector w0 = FloatVector.broadcast(F, w[at]);
                s0a = a.fma(w0, s0a);
                s0b = b.fma(w0, s0b);
                s0c = c.fma(w0, s0c);
                FloatVector w1 = FloatVector.broadcast(F, w[at + 1]);
                s1a = a.fma(w1, s1a);
                s1b = b.fma(w1, s1b);
                s1c = c.fma(w1, s1c);
                FloatVector w2 = FloatVector.broadcast(F, w[at + 2]);
                s2a = a.fma(w2, s2a);
                s2b = b.fma(w2, s2b);
                s2c = c.fma(w2, s2c);
                FloatVector w3 = FloatVector.broadcast(F, w[at + 3]);
                s3a = a.fma(w3, s3a);
                s3b = b.fma(w3, s3b);
                s3c = c.fma(w3, s3c);
                at += 4;
            }
            if (rectify) {
                s0a = s0a.max(0f);
                s0b = s0b.max(0f);
                s0c = s0c.max(0f);
                s1a = s1a.max(0f);
                s1b = s1b.max(0f);
                s1c = s1c.max(0f);
                s2a = s2a.max(0f);
                s2b = s2b.max(0f);
                s2c = s2c.max(0f);
                s3a = s3a.max(0f);
                s3b = s3b.max(0f);
                s3c = s3c.max(0f);
            }
            s0a.intoArray(out, p);
            s0b.intoArray(out, p + LANES);
            s0c.intoArray(out, p + 2 * LANES);
            s1a.intoArray(out, p + 1 * stride);
            s1b.intoArray(out, p + 1 * stride + LANES);
            s1c.intoArray(out, p + 1 * stride + 2 * LANES);
            s2a.intoArray(out, p + 2 * stride);
            s2b.intoArray(out, p + 2 * stride + LANES);
            s2c.intoArray(out, p + 2 * stride + 2 * LANES);
            s3a.intoArray(out, p + 3 * stride);
            s3b.intoArray(out, p + 3 * stride + LANES);
            s3c.intoArray(out, p + 3 * stride + 2 * LANES);
        }
    }
}
