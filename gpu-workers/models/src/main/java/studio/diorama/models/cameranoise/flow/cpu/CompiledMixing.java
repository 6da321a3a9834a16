package studio.diorama.models.cameranoise.flow.cpu;

/// The invertible 1×1 convolution.
///
/// @param matrix (3 × 3) row-major, noise towards base
/// @param inverse its inverse
/// @param logDeterminant per pixel
record CompiledMixing(float[] matrix, float[] inverse, double logDeterminant) implements CompiledStep {

    @Override
    public RowStep on(Tile tile, Area area, Scratch scratch, int place, Direction direction) {
        float[] factors = switch (direction) {
            case FORWARD -> matrix;
            case INVERSE -> inverse;
        };
        return y -> apply(tile, area, y, factors);
    }

    private double apply(Tile tile, Area area, int y, float[] factors) {
        for (int half = 0; half < 2; half++) {
            int at = tile.at(Tile.NOISE, area.firstColumn(half), y);
            RowMath.fastest().mix(tile.values(), at, tile.planeStride(), factors, area.columns(half));
        }
        return tile.core().hasRow(y) ? logDeterminant * tile.core().width() : 0;
    }
}
