package studio.diorama.models.cameranoise.flow.cpu;

/// CL2 for one camera and ISO: the same affine law at every pixel.
///
/// @param logScale for each channel
/// @param bias for each channel, after scaling
record CompiledTable(float[] logScale, float[] bias) implements CompiledStep {

    @Override
    public double forward(Tile tile, Area area, Scratch scratch) {
        double perPixel = 0;
        for (int channel = 0; channel < 3; channel++) {
            float scale = (float) Math.exp(logScale[channel]);
            perPixel += logScale[channel];
            for (int y = area.top(); y < area.bottom(); y++) {
                int at = tile.noiseAt(channel, area.left(), y);
                for (int i = at; i < at + area.width(); i++) {
                    tile.values()[i] = Math.fma(tile.values()[i], scale, bias[channel]);
                }
            }
        }
        return perPixel * tile.core().width() * tile.core().height();
    }

    @Override
    public void inverse(Tile tile, Area area, Scratch scratch) {
        for (int channel = 0; channel < 3; channel++) {
            float scale = (float) Math.exp(-logScale[channel]);
            for (int y = area.top(); y < area.bottom(); y++) {
                int at = tile.noiseAt(channel, area.left(), y);
                for (int i = at; i < at + area.width(); i++) {
                    tile.values()[i] = (tile.values()[i] - bias[channel]) * scale;
                }
            }
        }
    }
}
