package studio.diorama.models.cameranoise.flow.cpu;

/// An invertible step for one camera and ISO.
sealed interface CompiledStep permits CompiledAffine, CompiledTable, CompiledMixing, CompiledCoupling {

    /// The step on a tile, in place, on its noise planes.
    ///
    /// @param area the pixels to transform; a coupling reads two more around them, as far as the picture goes
    /// @param place the step's, for scratch that it keeps from row to row
    RowStep on(Tile tile, Area area, Scratch scratch, int place, Direction direction);

    /// By how many pixels the area shrinks.
    default int reach() {
        return 0;
    }

    /// Which way.
    enum Direction {
        /// Noise towards base.
        FORWARD,
        /// Base towards noise.
        INVERSE
    }

    /// A step at work on a tile, which it walks down row by row.
    interface RowStep {

        /// Transforms a row; the rows above it are done, and the step before has done as many rows below as this one
        /// reaches.
        ///
        /// @return the sum of log-determinants over what of the row is in the tile's core; going forward only
        double row(int y);
    }
}
