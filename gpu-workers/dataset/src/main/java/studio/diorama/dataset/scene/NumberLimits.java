package studio.diorama.dataset.scene;

/// What a number of a scene file may be.
///
/// @param least smallest allowed
/// @param most largest allowed
/// @param excludesLeast whether `least` itself is refused
record NumberLimits(double least, double most, boolean excludesLeast) {

    /// Farther than this floats lose the millimetres.
    private static final double FAR = 1e6;

    static final NumberLimits LENGTH = new NumberLimits(-FAR, FAR, false);
    static final NumberLimits ANGLE = new NumberLimits(-100, 100, false);
    static final NumberLimits UNIT = new NumberLimits(0, 1, false);
    static final NumberLimits NOT_NEGATIVE = new NumberLimits(0, 1e9, false);
    static final NumberLimits POSITIVE = new NumberLimits(0, 1e9, true);
    static final NumberLimits COUNT = new NumberLimits(0, 65_535, false);

    static NumberLimits between(double least, double most) {
        return new NumberLimits(least, most, false);
    }

    boolean allows(double value) {
        return value <= most && (excludesLeast ? value > least : value >= least);
    }

    @Override
    public String toString() {
        return (excludesLeast ? "above " : "from ") + least + (excludesLeast ? " and at most " : " to ") + most;
    }
}
