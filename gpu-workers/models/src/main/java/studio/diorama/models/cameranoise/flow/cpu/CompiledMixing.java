package studio.diorama.models.cameranoise.flow.cpu;

/// The invertible 1×1 convolution.
///
/// @param matrix (3 × 3) row-major, noise towards base
/// @param inverse its inverse
/// @param logDeterminant per pixel
record CompiledMixing(float[] matrix, float[] inverse, double logDeterminant) implements CompiledStep {

    @Override
    public double forward(Tile tile, Area area, Scratch scratch) {
        apply(tile, area, matrix);
        return logDeterminant * tile.core().width() * tile.core().height();
    }

    @Override
    public void inverse(Tile tile, Area area, Scratch scratch) {
        apply(tile, area, inverse);
    }

    private static void apply(Tile tile, Area area, float[] matrix) {
        for (int y = area.top(); y < area.bottom(); y++) {
            RowMath.fastest()
                    .mix(tile.values(), tile.at(Tile.NOISE, area.left(), y), tile.planeStride(), matrix, area.width());
        }
    }
}
