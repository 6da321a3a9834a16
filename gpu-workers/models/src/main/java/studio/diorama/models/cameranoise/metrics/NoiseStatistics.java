package studio.diorama.models.cameranoise.metrics;

import studio.diorama.imaging.Rgb8Image;

/// What the noise of clean/noisy pairs is like: residual counts, mean and deviation by clean intensity, and how
/// neighbours and channels go together. Takes one pair at a time and keeps sums only.
public final class NoiseStatistics {

    /// Bins of clean intensity, 16 codes each.
    public static final int BINS = 16;

    /// The longest shift of the autocorrelation, in pixels.
    public static final int LAGS = 4;

    private final long[] residualCounts = new long[NoiseDivergence.RESIDUALS];
    private final long[][] binCounts = new long[3][BINS];
    private final double[][] binSums = new double[3][BINS];
    private final double[][] binSquares = new double[3][BINS];
    private final double[][][] lagProducts = new double[3][2][LAGS + 1];
    private final long[][][] lagCounts = new long[3][2][LAGS + 1];
    private final double[][] channelProducts = new double[3][3];

    public void add(Rgb8Image clean, Rgb8Image noisy) {
        int width = clean.width();
        int height = clean.height();
        float[][] residuals = new float[3][width * height];
        for (int i = 0; i < clean.samples().length; i++) {
            int code = clean.samples()[i] & 0xFF;
            int residual = (noisy.samples()[i] & 0xFF) - code;
            int channel = i % 3;
            residualCounts[residual + 255]++;
            binCounts[channel][code >> 4]++;
            binSums[channel][code >> 4] += residual;
            binSquares[channel][code >> 4] += (double) residual * residual;
            residuals[channel][i / 3] = residual;
        }
        for (float[] plane : residuals) {
            centre(plane);
        }
        for (int channel = 0; channel < 3; channel++) {
            addLags(residuals[channel], width, height, channel);
            for (int other = 0; other < 3; other++) {
                channelProducts[channel][other] += product(residuals[channel], residuals[other]);
            }
        }
    }

    /// How often each residual occurred, entry r + 255 for residual r.
    public long[] residualCounts() {
        return residualCounts.clone();
    }

    /// Samples seen in a bin.
    public long count(int channel, int bin) {
        return binCounts[channel][bin];
    }

    /// Mean residual in a bin, 8-bit codes; NaN where it is empty.
    public double mean(int channel, int bin) {
        return binSums[channel][bin] / binCounts[channel][bin];
    }

    /// Standard deviation of the residual in a bin, 8-bit codes; NaN where it is empty.
    public double deviation(int channel, int bin) {
        double mean = mean(channel, bin);
        return Math.sqrt(Math.max(0, binSquares[channel][bin] / binCounts[channel][bin] - mean * mean));
    }

    /// Correlation of the residual with itself `lag` pixels on, −1 to 1; 0 where there is no noise.
    ///
    /// @param axis 0 along the row, 1 along the column
    public double autocorrelation(int channel, int axis, int lag) {
        double variance = lagProducts[channel][axis][0] / Math.max(1, lagCounts[channel][axis][0]);
        double shifted = lagProducts[channel][axis][lag] / Math.max(1, lagCounts[channel][axis][lag]);
        return variance > 0 ? shifted / variance : 0;
    }

    /// Correlation of two channels' residuals at the same pixel, −1 to 1; 0 where there is no noise.
    public double channelCorrelation(int channel, int other) {
        double scale = Math.sqrt(channelProducts[channel][channel] * channelProducts[other][other]);
        return scale > 0 ? channelProducts[channel][other] / scale : 0;
    }

    private static void centre(float[] plane) {
        double sum = 0;
        for (float value : plane) {
            sum += value;
        }
        float mean = (float) (sum / plane.length);
        for (int i = 0; i < plane.length; i++) {
            plane[i] -= mean;
        }
    }

    private void addLags(float[] plane, int width, int height, int channel) {
        for (int lag = 0; lag <= LAGS; lag++) {
            double along = 0;
            double down = 0;
            for (int y = 0; y < height; y++) {
                for (int x = 0, i = y * width; x < width; x++, i++) {
                    if (x + lag < width) {
                        along += plane[i] * plane[i + lag];
                    }
                    if (y + lag < height) {
                        down += plane[i] * plane[i + lag * width];
                    }
                }
            }
            lagProducts[channel][0][lag] += along;
            lagProducts[channel][1][lag] += down;
            lagCounts[channel][0][lag] += (long) Math.max(0, width - lag) * height;
            lagCounts[channel][1][lag] += (long) width * Math.max(0, height - lag);
        }
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
