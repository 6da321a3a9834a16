package studio.diorama.models.cameranoise.flow.cpu;

/// An invertible step for one camera and ISO. Both ways work in place, on the noise planes of a tile.
sealed interface CompiledStep permits CompiledAffine, CompiledTable, CompiledMixing, CompiledCoupling {

    /// Noise towards base.
    ///
    /// @param area the pixels to transform; a coupling reads two more around them, as far as the picture goes
    /// @return the sum of log-determinants over the tile's core
    double forward(Tile tile, Area area, Scratch scratch);

    /// Base towards noise.
    void inverse(Tile tile, Area area, Scratch scratch);

    /// By how many pixels the area shrinks.
    default int reach() {
        return 0;
    }
}
