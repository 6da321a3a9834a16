package studio.diorama.models.cameranoise.flow.cpu;

/// What is done to pixels that lie side by side. Every implementation gives the same bits: each pixel's additions are
/// fused multiply-adds in the order of the taps, and the elementary functions are the same polynomials.
interface RowMath {

    /// Pixels beyond the end that a row may be read and written over: its arrays must be that much longer.
    int SLACK = 96;

    void convolve(ConvolutionRow row);

    /// raw becomes s = gate · tanh(raw), on `count` pixels.
    ///
    /// @param gate within ±[Elementary#MOST], so that exp(s) needs no limit
    void logScale(float[] law, int rawAt, float gate, int count);

    /// noise = noise · exp(s) + shift, on `count` pixels.
    ///
    /// @param law holds the rows of shift and s
    void affine(float[] noise, int at, float[] law, int shiftAt, int scaleAt, int count);

    /// noise = (noise − shift) · exp(−s), the inverse of [#affine].
    void inverseAffine(float[] noise, int at, float[] law, int shiftAt, int scaleAt, int count);

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
