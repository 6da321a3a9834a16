package studio.diorama.models.cameranoise.flow.cpu;

/// The rows that one thread works in; they grow to the widest tile and are used again.
public final class Scratch {

    float[] hidden = new float[0];
    float[] law = new float[0];
    float[] logScale = new float[0];
    final float[] segment;

    public Scratch() {
        segment = new float[CompiledCoupling.MOST_WIDTH * CompiledCoupling.SEGMENT_STRIDE + RowMath.SLACK];
    }

    /// @param rowStride floats of a row, slack included
    void fit(int rowStride) {
        int hiddenNeeded = (3 * CompiledCoupling.MOST_WIDTH + 1) * rowStride;
        if (hidden.length < hiddenNeeded) {
            hidden = new float[hiddenNeeded];
            law = new float[7 * rowStride];
            logScale = new float[rowStride];
        }
    }
}
