package studio.diorama.dataset.format;

/// Brown-Conrady lens distortion by name; OpenCV's order is k1, k2, p1, p2, k3 ([#openCv]).
public record Distortion(double k1, double k2, double k3, double p1, double p2) {

    public static final Distortion NONE = new Distortion(0, 0, 0, 0, 0);

    public boolean isNone() {
        return equals(NONE);
    }

    /// In OpenCV's order.
    public double[] openCv() {
        return new double[] {k1, k2, p1, p2, k3};
    }
}
