package studio.diorama.models.cameranoise.data;

/// Interpolation between pixels by cubic convolution, a = −½ (Keys: *Cubic convolution interpolation for digital
/// image processing*, IEEE Transactions on Acoustics, Speech, and Signal Processing 1981).
final class CubicWeights {

    private CubicWeights() {}

    /// @param t 0 to 1: how far the place lies between the second and the third of four pixels
    static double[] of(double t) {
        return new double[] {
            t * (-0.5 + t * (1 - 0.5 * t)),
            1 + t * t * (-2.5 + 1.5 * t),
            t * (0.5 + t * (2 - 1.5 * t)),
            t * t * (-0.5 + 0.5 * t)
        };
    }
}
