package studio.diorama.models.cameranoise.flow.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Six output channels by three vectors of pixels, like [Block8x3].
final class Block6x3 {

    private static final VectorSpecies<Float> F = VectorRowMath.F;
    private static final int LANES = F.length();
    private static final int PIXELS = 3 * LANES;

    private Block6x3() {}

    /// @param first of the outputs
    /// @param weightsFrom where their weights start
    static void convolve(ConvolutionRow row, int first, int weightsFrom) {
        float[] in = row.in();
        int[] taps = row.taps();
        float[] w = row.weights().values();
        float[] start = row.start();
        float[] out = row.out();
        int stride = row.stride();
        for (int i = 0; i < row.count(); i += PIXELS) {
            FloatVector s0a = FloatVector.broadcast(F, start[first]);
            FloatVector s0b = s0a;
            FloatVector s0c = s0a;
            FloatVector s1a = FloatVector.broadcast(F, start[first + 1]);
            FloatVector s1b = s1a;
            FloatVector s1c = s1a;
            FloatVector s2a = FloatVector.broadcast(F, start[first + 2]);
            FloatVector s2b = s2a;
            FloatVector s2c = s2a;
            FloatVector s3a = FloatVector.broadcast(F, start[first + 3]);
            FloatVector s3b = s3a;
            FloatVector s3c = s3a;
            FloatVector s4a = FloatVector.broadcast(F, start[first + 4]);
            FloatVector s4b = s4a;
            FloatVector s4c = s4a;
            FloatVector s5a = FloatVector.broadcast(F, start[first + 5]);
            FloatVector s5b = s5a;
            FloatVector s5c = s5a;
            int at = weightsFrom;
            int from = row.from() + i;
            for (int tap : taps) {
                int q = from + tap;
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
            int p = row.to() + first * stride + i;
            s0a.intoArray(out, p);
            s0b.intoArray(out, p + LANES);
            s0c.intoArray(out, p + 2 * LANES);
            p += stride;
            s1a.intoArray(out, p);
            s1b.intoArray(out, p + LANES);
            s1c.intoArray(out, p + 2 * LANES);
            p += stride;
            s2a.intoArray(out, p);
            s2b.intoArray(out, p + LANES);
            s2c.intoArray(out, p + 2 * LANES);
            p += stride;
            s3a.intoArray(out, p);
            s3b.intoArray(out, p + LANES);
            s3c.intoArray(out, p + 2 * LANES);
            p += stride;
            s4a.intoArray(out, p);
            s4b.intoArray(out, p + LANES);
            s4c.intoArray(out, p + 2 * LANES);
            p += stride;
            s5a.intoArray(out, p);
            s5b.intoArray(out, p + LANES);
            s5c.intoArray(out, p + 2 * LANES);
        }
    }
}
