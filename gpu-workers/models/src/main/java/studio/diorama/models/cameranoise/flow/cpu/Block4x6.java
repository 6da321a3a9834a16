package studio.diorama.models.cameranoise.flow.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Four output channels by six vectors of pixels, like [Block8x3].
final class Block4x6 {

    private static final VectorSpecies<Float> F = VectorRowMath.F;
    private static final int LANES = F.length();
    private static final int PIXELS = 6 * LANES;

    private Block4x6() {}

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
            FloatVector s0d = s0a;
            FloatVector s0e = s0a;
            FloatVector s0f = s0a;
            FloatVector s1a = FloatVector.broadcast(F, start[first + 1]);
            FloatVector s1b = s1a;
            FloatVector s1c = s1a;
            FloatVector s1d = s1a;
            FloatVector s1e = s1a;
            FloatVector s1f = s1a;
            FloatVector s2a = FloatVector.broadcast(F, start[first + 2]);
            FloatVector s2b = s2a;
            FloatVector s2c = s2a;
            FloatVector s2d = s2a;
            FloatVector s2e = s2a;
            FloatVector s2f = s2a;
            FloatVector s3a = FloatVector.broadcast(F, start[first + 3]);
            FloatVector s3b = s3a;
            FloatVector s3c = s3a;
            FloatVector s3d = s3a;
            FloatVector s3e = s3a;
            FloatVector s3f = s3a;
            int at = weightsFrom;
            int from = row.from() + i;
            for (int tap : taps) {
                int q = from + tap;
                FloatVector a = FloatVector.fromArray(F, in, q);
                FloatVector b = FloatVector.fromArray(F, in, q + LANES);
                FloatVector c = FloatVector.fromArray(F, in, q + 2 * LANES);
                FloatVector d = FloatVector.fromArray(F, in, q + 3 * LANES);
                FloatVector e = FloatVector.fromArray(F, in, q + 4 * LANES);
                FloatVector f = FloatVector.fromArray(F, in, q + 5 * LANES);
                FloatVector w0 = FloatVector.broadcast(F, w[at]);
                s0a = a.fma(w0, s0a);
                s0b = b.fma(w0, s0b);
                s0c = c.fma(w0, s0c);
                s0d = d.fma(w0, s0d);
                s0e = e.fma(w0, s0e);
                s0f = f.fma(w0, s0f);
                FloatVector w1 = FloatVector.broadcast(F, w[at + 1]);
                s1a = a.fma(w1, s1a);
                s1b = b.fma(w1, s1b);
                s1c = c.fma(w1, s1c);
                s1d = d.fma(w1, s1d);
                s1e = e.fma(w1, s1e);
                s1f = f.fma(w1, s1f);
                FloatVector w2 = FloatVector.broadcast(F, w[at + 2]);
                s2a = a.fma(w2, s2a);
                s2b = b.fma(w2, s2b);
                s2c = c.fma(w2, s2c);
                s2d = d.fma(w2, s2d);
                s2e = e.fma(w2, s2e);
                s2f = f.fma(w2, s2f);
                FloatVector w3 = FloatVector.broadcast(F, w[at + 3]);
                s3a = a.fma(w3, s3a);
                s3b = b.fma(w3, s3b);
                s3c = c.fma(w3, s3c);
                s3d = d.fma(w3, s3d);
                s3e = e.fma(w3, s3e);
                s3f = f.fma(w3, s3f);
                at += 4;
            }
            int p = row.to() + first * stride + i;
            s0a.intoArray(out, p);
            s0b.intoArray(out, p + LANES);
            s0c.intoArray(out, p + 2 * LANES);
            s0d.intoArray(out, p + 3 * LANES);
            s0e.intoArray(out, p + 4 * LANES);
            s0f.intoArray(out, p + 5 * LANES);
            p += stride;
            s1a.intoArray(out, p);
            s1b.intoArray(out, p + LANES);
            s1c.intoArray(out, p + 2 * LANES);
            s1d.intoArray(out, p + 3 * LANES);
            s1e.intoArray(out, p + 4 * LANES);
            s1f.intoArray(out, p + 5 * LANES);
            p += stride;
            s2a.intoArray(out, p);
            s2b.intoArray(out, p + LANES);
            s2c.intoArray(out, p + 2 * LANES);
            s2d.intoArray(out, p + 3 * LANES);
            s2e.intoArray(out, p + 4 * LANES);
            s2f.intoArray(out, p + 5 * LANES);
            p += stride;
            s3a.intoArray(out, p);
            s3b.intoArray(out, p + LANES);
            s3c.intoArray(out, p + 2 * LANES);
            s3d.intoArray(out, p + 3 * LANES);
            s3e.intoArray(out, p + 4 * LANES);
            s3f.intoArray(out, p + 5 * LANES);
        }
    }
}
