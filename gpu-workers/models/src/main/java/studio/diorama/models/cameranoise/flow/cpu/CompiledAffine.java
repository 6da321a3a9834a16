package studio.diorama.models.cameranoise.flow.cpu;

/// SA for one camera and ISO: a network of 1×1 convolutions reads the clean pixel and gives its affine law. What
/// camera and ISO contribute is in the biases.
///
/// @param hidden (width, 3) weights
/// @param hiddenBias (width)
/// @param last (6, width) weights: the first three give ls = gate · tanh(·), the others shift
/// @param lastBias (6)
/// @param gate the bound of ls
record CompiledAffine(PackedWeights hidden, float[] hiddenBias, PackedWeights last, float[] lastBias, float gate)
        implements CompiledStep {

    @Override
    public RowStep on(Tile tile, Area area, Scratch scratch, int place, Direction direction) {
        int stride = tile.halfStride();
        int[] cleanTaps = {0, tile.planeStride(), 2 * tile.planeStride()};
        int[] hiddenTaps = new int[hidden.outputs()];
        for (int i = 0; i < hiddenTaps.length; i++) {
            hiddenTaps[i] = i * stride;
        }
        return y -> {
            double sum = 0;
            for (int half = 0; half < 2; half++) {
                law(tile, area, y, half, cleanTaps, hiddenTaps, scratch);
                sum += transform(tile, area, y, half, scratch, direction);
            }
            return sum;
        };
    }

    private void law(Tile tile, Area area, int y, int half, int[] cleanTaps, int[] hiddenTaps, Scratch scratch) {
        RowMath math = RowMath.fastest();
        int stride = tile.halfStride();
        int count = area.columns(half);
        int from = tile.cleanAt(0, area.firstColumn(half), y);
        math.convolve(new ConvolutionRow(
                tile.values(), from, cleanTaps, hidden, hiddenBias, scratch.hidden, 0, stride, count, true));
        math.convolve(new ConvolutionRow(
                scratch.hidden, 0, hiddenTaps, last, lastBias, scratch.law, 0, stride, count, false));
    }

    private double transform(Tile tile, Area area, int y, int half, Scratch scratch, Direction direction) {
        RowMath math = RowMath.fastest();
        int count = area.columns(half);
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            int at = tile.noiseAt(channel, area.firstColumn(half), y);
            int scaleAt = channel * tile.halfStride();
            int shiftAt = (3 + channel) * tile.halfStride();
            math.logScale(scratch.law, scaleAt, gate, count);
            switch (direction) {
                case FORWARD -> {
                    math.affine(tile.values(), at, scratch.law, shiftAt, scaleAt, count);
                    sum += LogScales.sum(scratch.law, scaleAt, tile, area, y, half);
                }
                case INVERSE -> math.inverseAffine(tile.values(), at, scratch.law, shiftAt, scaleAt, count);
            }
        }
        return sum;
    }
}
