package studio.diorama.models.cameranoise.denoiser;

import studio.diorama.imaging.Rgb8Image;

/// How near a picture is to the one that it should be.
///
/// @param psnr peak signal-to-noise ratio in decibels, 20·log10(255 / root mean square error) over all pixels and
/// channels; infinite for equal pictures
/// @param ssim structural similarity, 1 for equal pictures; see [#similarity]
public record PictureQuality(double psnr, double ssim) {

    private static final int WINDOW = 11;
    private static final double DEVIATION = 1.5;
    private static final double C1 = (0.01 * 255) * (0.01 * 255);
    private static final double C2 = (0.03 * 255) * (0.03 * 255);
    private static final double[] WEIGHTS = weights();

    public static PictureQuality of(Rgb8Image truth, Rgb8Image picture) {
        if (truth.width() != picture.width() || truth.height() != picture.height()) {
            throw new IllegalArgumentException("pictures of one size expected, got %d × %d and %d × %d"
                    .formatted(truth.width(), truth.height(), picture.width(), picture.height()));
        }
        return new PictureQuality(peakSignalToNoise(truth, picture), similarity(truth, picture));
    }

    private static double peakSignalToNoise(Rgb8Image truth, Rgb8Image picture) {
        long squares = 0;
        for (int i = 0; i < truth.samples().length; i++) {
            int error = (truth.samples()[i] & 0xFF) - (picture.samples()[i] & 0xFF);
            squares += (long) error * error;
        }
        return 10 * Math.log10(255.0 * 255.0 * truth.samples().length / squares);
    }

    /// Structural similarity (Wang, Bovik, Sheikh, Simoncelli 2004) of the luminance 0.299 R + 0.587 G + 0.114 B, with
    /// a Gaussian window of 11 × 11 pixels and deviation 1.5, K1 = 0.01, K2 = 0.03, L = 255; the mean over every
    /// window that lies within the picture. Not a number where the picture is smaller than the window.
    private static double similarity(Rgb8Image truth, Rgb8Image picture) {
        int width = truth.width();
        int height = truth.height();
        double[] x = luminance(truth);
        double[] y = luminance(picture);
        double[] meanX = windowed(x, width, height);
        double[] meanY = windowed(y, width, height);
        double[] squaresX = windowed(product(x, x), width, height);
        double[] squaresY = windowed(product(y, y), width, height);
        double[] products = windowed(product(x, y), width, height);
        double sum = 0;
        for (int i = 0; i < meanX.length; i++) {
            double varianceX = squaresX[i] - meanX[i] * meanX[i];
            double varianceY = squaresY[i] - meanY[i] * meanY[i];
            double covariance = products[i] - meanX[i] * meanY[i];
            sum += (2 * meanX[i] * meanY[i] + C1)
                    * (2 * covariance + C2)
                    / ((meanX[i] * meanX[i] + meanY[i] * meanY[i] + C1) * (varianceX + varianceY + C2));
        }
        return sum / meanX.length;
    }

    private static double[] luminance(Rgb8Image picture) {
        double[] luminance = new double[picture.width() * picture.height()];
        for (int i = 0; i < luminance.length; i++) {
            luminance[i] = 0.299 * (picture.samples()[3 * i] & 0xFF)
                    + 0.587 * (picture.samples()[3 * i + 1] & 0xFF)
                    + 0.114 * (picture.samples()[3 * i + 2] & 0xFF);
        }
        return luminance;
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }

    /// Weighted means over the windows that lie within: ((height − 10) × (width − 10)).
    private static double[] windowed(double[] values, int width, int height) {
        int columns = Math.max(0, width - WINDOW + 1);
        int rows = Math.max(0, height - WINDOW + 1);
        double[] along = new double[columns * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < columns; x++) {
                double sum = 0;
                for (int tap = 0; tap < WINDOW; tap++) {
                    sum += WEIGHTS[tap] * values[y * width + x + tap];
                }
                along[y * columns + x] = sum;
            }
        }
        double[] both = new double[columns * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                double sum = 0;
                for (int tap = 0; tap < WINDOW; tap++) {
                    sum += WEIGHTS[tap] * along[(y + tap) * columns + x];
                }
                both[y * columns + x] = sum;
            }
        }
        return both;
    }

    private static double[] weights() {
        double[] weights = new double[WINDOW];
        double sum = 0;
        for (int tap = 0; tap < WINDOW; tap++) {
            double away = (tap - WINDOW / 2) / DEVIATION;
            weights[tap] = Math.exp(-0.5 * away * away);
            sum += weights[tap];
        }
        for (int tap = 0; tap < WINDOW; tap++) {
            weights[tap] /= sum;
        }
        return weights;
    }
}
