package studio.diorama.models.cameranoise.flow.cpu;

/// What a convolution starts from at a pixel: the bias, and what each of the 3×3 neighbours adds by lying inside the
/// picture or outside of it.
///
/// @param starts (16, outputs), by which borders of the picture the pixel is at
record BorderStart(float[][] starts) {

    private static final int LEFT = 1;
    private static final int RIGHT = 2;
    private static final int ABOVE = 4;
    private static final int BELOW = 8;

    /// The same everywhere.
    static BorderStart everywhere(float[] bias) {
        float[] none = new float[bias.length * 9];
        return of(bias, none, none);
    }

    /// @param inside (outputs, 3 × 3) what a neighbour in the picture adds
    /// @param outside (outputs, 3 × 3) what a neighbour outside adds
    static BorderStart of(float[] bias, float[] inside, float[] outside) {
        float[][] starts = new float[16][bias.length];
        for (int borders = 0; borders < 16; borders++) {
            for (int o = 0; o < bias.length; o++) {
                double sum = bias[o];
                for (int tap = 0; tap < 9; tap++) {
                    sum += isOutside(borders, tap) ? outside[o * 9 + tap] : inside[o * 9 + tap];
                }
                starts[borders][o] = (float) sum;
            }
        }
        return new BorderStart(starts);
    }

    /// At a pixel of the picture.
    float[] at(int x, int y, Area picture) {
        int borders = (x == picture.left() ? LEFT : 0)
                | (x == picture.right() - 1 ? RIGHT : 0)
                | (y == picture.top() ? ABOVE : 0)
                | (y == picture.bottom() - 1 ? BELOW : 0);
        return starts[borders];
    }

    /// At the pixels of a row that are neither its first nor its last in the picture.
    float[] amid(int y, Area picture) {
        return starts[(y == picture.top() ? ABOVE : 0) | (y == picture.bottom() - 1 ? BELOW : 0)];
    }

    private static boolean isOutside(int borders, int tap) {
        int dx = tap % 3 - 1;
        int dy = tap / 3 - 1;
        return (dx < 0 && (borders & LEFT) != 0)
                || (dx > 0 && (borders & RIGHT) != 0)
                || (dy < 0 && (borders & ABOVE) != 0)
                || (dy > 0 && (borders & BELOW) != 0);
    }
}
