package studio.diorama.models.cameranoise.flow.cpu;

/// An affine coupling for one camera and ISO: conv 3×3, ReLU, conv 1×1, ReLU, border ring, conv 3×3. Batch norm and
/// gains are folded into the weights.
///
/// A checkerboard coupling changes the pixels of one colour (parity of x + y) and sees the others. Its first
/// convolution leaves out the taps that see a pixel of the hidden colour, and so differs between the colours; what the
/// mask channel would add is in the start. Its last convolution is worked out at one colour only.
///
/// @param inputPlanes planes of the tile that the network reads
/// @param first (width, inputs × 3 × 3) at pixels of either colour
/// @param second (width, width)
/// @param secondBias (width)
/// @param last (2 × transformed, width × 3 × 3): shifts, then raw log-scales
/// @param gate factor of tanh
/// @param transformed the noise planes that change
/// @param parity of x + y of the pixels that change; −1 for all
record CompiledCoupling(
        int[] inputPlanes,
        Convolution[] first,
        PackedWeights second,
        float[] secondBias,
        Convolution last,
        float gate,
        int[] transformed,
        int parity)
        implements CompiledStep {

    static final int MOST_WIDTH = 16;

    @Override
    public int reach() {
        return 2;
    }

    @Override
    public RowStep on(Tile tile, Area area, Scratch scratch, int place, Direction direction) {
        return new CouplingRows(this, tile, area, scratch, place, direction);
    }

    /// Whether pixels of a row's even (half 0) or odd columns change.
    boolean transforms(int y, int half) {
        return parity < 0 || ((y + half) & 1) == parity;
    }
}
