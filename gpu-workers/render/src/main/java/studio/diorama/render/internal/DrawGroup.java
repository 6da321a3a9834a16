package studio.diorama.render.internal;

/// What draws must have in common to be drawn at once.
///
/// @param mode 0 solid, 1 with holes, 2 see-through
/// @param through whether labels look through it
/// @param facing which side is seen
record DrawGroup(int mode, boolean through, Facing facing) {

    static final int COUNT = 18;

    enum Facing {
        FRONT,
        MIRRORED,
        BOTH
    }

    int number() {
        return (mode * 2 + (through ? 1 : 0)) * 3 + facing.ordinal();
    }

    static DrawGroup of(int number) {
        return new DrawGroup(number / 6, number / 3 % 2 == 1, Facing.values()[number % 3]);
    }

    boolean isSolidInColour() {
        return mode != 2;
    }

    /// See-through surfaces may own pixels too; the shader asks their alpha.
    boolean isInLabels() {
        return !through;
    }
}
