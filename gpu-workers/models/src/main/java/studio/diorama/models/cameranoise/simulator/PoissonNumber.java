package studio.diorama.models.cameranoise.simulator;

/// Poisson numbers from given random numbers: the count of photons where `expected` are expected.
final class PoissonNumber {

    /// From here on the skewed normal approximation is right to a fraction of a photon.
    private static final double MANY = 30;

    private PoissonNumber() {}

    /// @param expected at least 0
    /// @param uniform 0 to 1, decides where few are expected
    /// @param normal standard normal, decides where many are expected
    static double of(double expected, double uniform, double normal) {
        if (expected >= MANY) {
            // Cornish and Fisher's second term gives the normal number the Poisson's skewness.
            return Math.max(0, Math.rint(expected + Math.sqrt(expected) * normal + (normal * normal - 1) / 6));
        }
        double probability = Math.exp(-expected);
        double below = probability;
        int count = 0;
        while (uniform > below && probability > 1e-17) {
            count++;
            probability *= expected / count;
            below += probability;
        }
        return count;
    }
}
