package studio.diorama.dataset.run;

/// The curve of sRGB (IEC 61966-2-1).
public final class SrgbCurve {

    private static final double[] LINEAR = new double[256];

    static {
        for (int code = 0; code < LINEAR.length; code++) {
            double value = code / 255.0;
            LINEAR[code] = value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
        }
    }

    private SrgbCurve() {}

    /// Linear light, 0 to 1.
    public static double decode(int code) {
        return LINEAR[code];
    }

    /// The nearest code of a light; what is out of range is cut.
    public static int encode(double light) {
        double cut = Math.clamp(light, 0.0, 1.0);
        double value = cut <= 0.0031308 ? 12.92 * cut : 1.055 * StrictMath.pow(cut, 1 / 2.4) - 0.055;
        return (int) (255 * value + 0.5);
    }
}
