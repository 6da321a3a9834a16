package studio.diorama.models.cameranoise.flow.cpu;

/// CL2 for one camera and ISO: the same affine law at every pixel.
///
/// @param logScale for each channel
/// @param bias for each channel, after scaling
record CompiledTable(float[] logScale, float[] bias) implements CompiledStep {

    @Override
    public RowStep on(Tile tile, Area area, Scratch scratch, int place, Direction direction) {
        return switch (direction) {
            case FORWARD -> y -> forward(tile, area, y);
            case INVERSE -> y -> inverse(tile, area, y);
        };
    }

    private double forward(Tile tile, Area area, int y) {
        double perPixel = 0;
        for (int channel = 0; channel < 3; channel++) {
            float scale = (float) Math.exp(logScale[channel]);
            perPixel += logScale[channel];
            for (int half = 0; half < 2; half++) {
                int at = tile.noiseAt(channel, area.firstColumn(half), y);
                for (int i = at; i < at + area.columns(half); i++) {
                    tile.values()[i] = Math.fma(tile.values()[i], scale, bias[channel]);
                }
            }
        }
        return tile.core().hasRow(y) ? perPixel * tile.core().width() : 0;
    }

    private double inverse(Tile tile, Area area, int y) {
        for (int channel = 0; channel < 3; channel++) {
            float scale = (float) Math.exp(-logScale[channel]);
            for (int half = 0; half < 2; half++) {
                int at = tile.noiseAt(channel, area.firstColumn(half), y);
                for (int i = at; i < at + area.columns(half); i++) {
                    tile.values()[i] = (tile.values()[i] - bias[channel]) * scale;
                }
            }
        }
        return 0;
    }
}
