package studio.diorama.models.cameranoise.flow.cpu;

/// SA for one camera and ISO: a network of 1×1 convolutions reads the clean pixel and gives its affine law. What camera
/// and ISO contribute is in the biases.
///
/// @param hidden (width, 3) weights
/// @param hiddenBias (width)
/// @param last (6, width) weights: the first three give ls = gate · tanh(·), the others shift
/// @param lastBias (6)
/// @param gate the bound of ls
record CompiledAffine(PackedWeights hidden, float[] hiddenBias, PackedWeights last, float[] lastBias, float gate)
        implements CompiledStep {

    @Override
    public double forward(Tile tile, Area area, Scratch scratch) {
        scratch.fit(tile.rowStride());
        double sum = 0;
        for (int y = area.top(); y < area.bottom(); y++) {
            law(tile, area, y, scratch);
            for (int channel = 0; channel < 3; channel++) {
                RowMath.fastest()
                        .affine(
                                tile.values(),
                                tile.noiseAt(channel, area.left(), y),
                                scratch.law,
                                (3 + channel) * tile.rowStride(),
                                channel * tile.rowStride(),
                                gate,
                                0,
                                1,
                                area.width(),
                                scratch.logScale);
                sum += LogScales.sum(scratch.logScale, tile, area, y, 0, 1);
            }
        }
        return sum;
    }

    @Override
    public void inverse(Tile tile, Area area, Scratch scratch) {
        scratch.fit(tile.rowStride());
        for (int y = area.top(); y < area.bottom(); y++) {
            law(tile, area, y, scratch);
            for (int channel = 0; channel < 3; channel++) {
                RowMath.fastest()
                        .inverseAffine(
                                tile.values(),
                                tile.noiseAt(channel, area.left(), y),
                                scratch.law,
                                (3 + channel) * tile.rowStride(),
                                channel * tile.rowStride(),
                                gate,
                                0,
                                1,
                                area.width());
            }
        }
    }

    private void law(Tile tile, Area area, int y, Scratch scratch) {
        int stride = tile.rowStride();
        for (int o = 0; o < hidden.outputs(); o++) {
            java.util.Arrays.fill(scratch.hidden, o * stride, o * stride + area.width(), hiddenBias[o]);
        }
        int[] cleanTaps = {0, tile.planeStride(), 2 * tile.planeStride()};
        int from = tile.cleanAt(0, area.left(), y);
        RowMath math = RowMath.fastest();
        math.accumulate(tile.values(), from, cleanTaps, hidden, scratch.hidden, 0, stride, area.width(), true);
        int[] hiddenTaps = new int[hidden.outputs()];
        for (int i = 0; i < hiddenTaps.length; i++) {
            hiddenTaps[i] = i * stride;
        }
        for (int o = 0; o < last.outputs(); o++) {
            java.util.Arrays.fill(scratch.law, o * stride, o * stride + area.width(), lastBias[o]);
        }
        math.accumulate(scratch.hidden, 0, hiddenTaps, last, scratch.law, 0, stride, area.width(), false);
    }
}
