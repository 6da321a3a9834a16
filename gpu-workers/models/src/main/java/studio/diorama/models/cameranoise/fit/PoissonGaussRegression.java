package studio.diorama.models.cameranoise.fit;

import studio.diorama.models.cameranoise.ChannelNoise;

/// Fits variance = shot · light + readVariance to points, both parameters at least 0, by weighted least squares of the
/// relative error, reweighted after Huber so that points that disagree count less.
final class PoissonGaussRegression {

    private static final int ROUNDS = 12;

    /// Relative error of a variance from which on a point's influence no longer grows.
    private static final double HUBER = 0.25;

    private PoissonGaussRegression() {}

    /// @param light linear light of each point
    /// @param variance measured there, above 0
    /// @param weight how much each point counts, at least 0
    static ChannelNoise fit(double[] light, double[] variance, double[] weight) {
        double[] effective = new double[weight.length];
        for (int i = 0; i < weight.length; i++) {
            effective[i] = weight[i] / (variance[i] * variance[i]);
        }
        ChannelNoise law = nonNegative(light, variance, effective);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < weight.length; i++) {
                // Relative to the middle of both, so that too low and too high weigh alike.
                double scale = (law.variance(light[i]) + variance[i]) / 2;
                double error = Math.abs(law.variance(light[i]) - variance[i]) / scale;
                effective[i] = weight[i] * Math.min(1, HUBER / Math.max(error, 1e-12)) / (scale * scale);
            }
            law = nonNegative(light, variance, effective);
        }
        return law;
    }

    private static ChannelNoise nonNegative(double[] light, double[] variance, double[] weight) {
        double w = 0;
        double wx = 0;
        double wxx = 0;
        double wy = 0;
        double wxy = 0;
        for (int i = 0; i < weight.length; i++) {
            w += weight[i];
            wx += weight[i] * light[i];
            wxx += weight[i] * light[i] * light[i];
            wy += weight[i] * variance[i];
            wxy += weight[i] * light[i] * variance[i];
        }
        double determinant = w * wxx - wx * wx;
        if (determinant > 1e-12 * w * wxx) {
            double shot = (w * wxy - wx * wy) / determinant;
            double read = (wxx * wy - wx * wxy) / determinant;
            if (shot >= 0 && read >= 0) {
                return new ChannelNoise(Math.min(1, shot), Math.min(1, read));
            }
        }
        // The optimum lies on one of the two borders: squared error there is a constant minus these gains.
        double readAlone = wy / w;
        double shotAlone = wxx > 0 ? wxy / wxx : 0;
        return wy * readAlone >= wxy * shotAlone
                ? new ChannelNoise(0, Math.min(1, readAlone))
                : new ChannelNoise(Math.min(1, shotAlone), 0);
    }
}
