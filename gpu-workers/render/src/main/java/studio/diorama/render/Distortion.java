package studio.diorama.render;

/// Lens distortion after Brown (1966) and Conrady (1919), with the coefficients that OpenCV calls k1, k2, p1, p2, k3.
///
/// With x right, y down and r² = x² + y², all over z:
/// x' = x (1 + k1 r² + k2 r⁴ + k3 r⁶) + 2 p1 x y + p2 (r² + 2 x²), and
/// y' = y (1 + k1 r² + k2 r⁴ + k3 r⁶) + p1 (r² + 2 y²) + 2 p2 x y.
public record Distortion(double k1, double k2, double k3, double p1, double p2) {

    /// A perfect lens.
    public static final Distortion NONE = new Distortion(0, 0, 0, 0, 0);

    public Distortion {
        if (!Double.isFinite(k1 + k2 + k3 + p1 + p2)) {
            throw new IllegalArgumentException(
                    "distortion: finite coefficients expected, got %s %s %s %s %s".formatted(k1, k2, k3, p1, p2));
        }
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
