package studio.diorama.models.cameranoise.flow.cpu;

/// What is done to a row of pixels. Every implementation gives the same bits: each pixel's additions are fused
/// multiply-adds in the order of the taps, and the elementary functions are the same polynomials.
interface RowMath {

    /// Pixels beyond the end that a row may be read and written over: its arrays must be that much longer.
    int SLACK = 48;

    /// out[o][i] += Σ over taps t of in[from + taps[t] + i] · weight(t, o), for i from 0 to `count` (and up to SLACK
    /// more,
    /// which is garbage).
    ///
    /// @param taps where each tap's input lies, relative to the output pixel's place in `in`
    /// @param outStride from one output channel's row to the next one's
    /// @param rectify whether negative sums become 0 at the end
    void accumulate(
            float[] in,
            int from,
            int[] taps,
            PackedWeights weights,
            float[] out,
            int outFrom,
            int outStride,
            int count,
            boolean rectify);

    /// noise = noise · exp(s) + shift with s = gate · tanh(raw), on the pixels first, first + step, … below count.
    ///
    /// @param law holds the rows of shift and raw
    /// @param step 1, or 2 for one colour of a checkerboard
    /// @param logScale gets s at these pixels, garbage at others
    void affine(
            float[] noise,
            int at,
            float[] law,
            int shiftAt,
            int rawAt,
            float gate,
            int first,
            int step,
            int count,
            float[] logScale);

    /// noise = (noise − shift) · exp(−s), the inverse of [#affine].
    void inverseAffine(
            float[] noise, int at, float[] law, int shiftAt, int rawAt, float gate, int first, int step, int count);

    /// (r, g, b) = M (r, g, b), M row-major.
    void mix(float[] planes, int at, int planeStride, float[] matrix, int count);

    /// The fastest that this machine has.
    static RowMath fastest() {
        return Holder.FASTEST;
    }

    /// Chosen once.
    final class Holder {
        private static final RowMath FASTEST = choose();

        private Holder() {}

        private static RowMath choose() {
            // An incubating module: it is there only where the launcher names it.
            boolean vectors =
                    ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
            return vectors ? new VectorRowMath() : new PlainRowMath();
        }
    }
}
