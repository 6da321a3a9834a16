package studio.diorama.render.internal;

/// The light that arrives from a panorama on a surface of any direction, over π, as nine spherical harmonics
/// (Ramamoorthi
/// and Hanrahan, *An Efficient Representation for Irradiance Environment Maps*, 2001).
final class Irradiance {

    // Constants of the real harmonics times the cosine lobe's own, over π: 1, 2/3, 1/4.
    private static final double[] BASIS = {
        0.28209479, 0.48860251, 0.48860251, 0.48860251, 1.09254843, 1.09254843, 0.31539157, 1.09254843, 0.54627422
    };
    private static final double[] LOBE = {1, 2 / 3.0, 2 / 3.0, 2 / 3.0, 0.25, 0.25, 0.25, 0.25, 0.25};
    private static final int MOST_ROWS = 128;

    private Irradiance() {}

    /// (9 × 3) factors of 1, y, z, x, xy, yz, 3z²-1, xz, x²-y².
    static double[] of(int width, int height, float[] rgb) {
        double[] sums = new double[27];
        // Harmonics are so smooth that every few rows and columns of a large map tell the same.
        int step = Math.max(1, height / MOST_ROWS);
        double whole = 0;
        double[] polynomials = new double[9];
        for (int row = 0; row < height; row += step) {
            double polar = (row + 0.5 * step) * Math.PI / height;
            double sin = StrictMath.sin(polar);
            double y = StrictMath.cos(polar);
            for (int column = 0; column < width; column += step) {
                double longitude = ((column + 0.5 * step) / width - 0.5) * 2 * Math.PI;
                double x = sin * StrictMath.sin(longitude);
                double z = -sin * StrictMath.cos(longitude);
                fill(polynomials, x, y, z);
                double[] mean = mean(width, height, rgb, column, row, step);
                whole += sin;
                for (int i = 0; i < 9; i++) {
                    double weight = sin * polynomials[i] * BASIS[i];
                    for (int c = 0; c < 3; c++) {
                        sums[i * 3 + c] += weight * mean[c];
                    }
                }
            }
        }
        for (int i = 0; i < 27; i++) {
            sums[i] *= 4 * Math.PI / whole * BASIS[i / 3] * LOBE[i / 3];
        }
        return sums;
    }

    private static void fill(double[] polynomials, double x, double y, double z) {
        polynomials[0] = 1;
        polynomials[1] = y;
        polynomials[2] = z;
        polynomials[3] = x;
        polynomials[4] = x * y;
        polynomials[5] = y * z;
        polynomials[6] = 3 * z * z - 1;
        polynomials[7] = x * z;
        polynomials[8] = x * x - y * y;
    }

    private static double[] mean(int width, int height, float[] rgb, int column, int row, int step) {
        double[] sum = new double[3];
        int count = 0;
        for (int y = row; y < Math.min(height, row + step); y++) {
            for (int x = column; x < Math.min(width, column + step); x++) {
                for (int c = 0; c < 3; c++) {
                    sum[c] += rgb[(y * width + x) * 3 + c];
                }
                count++;
            }
        }
        for (int c = 0; c < 3; c++) {
            sum[c] /= count;
        }
        return sum;
    }
}
