package studio.diorama.models.cameranoise;

/// The standard normal distribution where it must be right far out in its tails.
final class NormalDistribution {

    private static final double[] CENTRE_NUMERATOR = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] CENTRE_DENOMINATOR = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01,
        1
    };
    private static final double[] TAIL_NUMERATOR = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] TAIL_DENOMINATOR = {
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
    };

    /// Chebyshev fit of ln erfc(x) + x² − ln t in t = 2 / (2 + x), relative error of erfc below 1.2e-7 everywhere.
    private static final double[] LOG_TAIL = {
        0.17087277,
        -0.82215223,
        1.48851587,
        -1.13520398,
        0.27886807,
        -0.18628806,
        0.09678418,
        0.37409196,
        1.00002368,
        -1.26551223
    };

    private NormalDistribution() {}

    /// The value below which a standard normal number falls with probability `p`, by Acklam's rational approximation,
    /// relative error below 1.2e-9.
    static double quantile(double p) {
        if (p > 0.5) {
            return -quantile(1 - p);
        }
        if (p < 0.02425) {
            double q = Math.sqrt(-2 * Math.log(p));
            return polynomial(TAIL_NUMERATOR, q) / polynomial(TAIL_DENOMINATOR, q);
        }
        double q = p - 0.5;
        double r = q * q;
        return polynomial(CENTRE_NUMERATOR, r) * q / polynomial(CENTRE_DENOMINATOR, r);
    }

    /// ln P(Z > z), without underflow.
    static double logUpperTail(double z) {
        if (z < 0) {
            return Math.log1p(-Math.exp(logUpperTail(-z)));
        }
        double x = z / Math.sqrt(2);
        double t = 1 / (1 + 0.5 * x);
        return Math.log(0.5 * t) - x * x + polynomial(LOG_TAIL, t);
    }

    /// ln P(low < Z < high), without underflow; the bounds may be infinite.
    static double logInterval(double low, double high) {
        if (low + high < 0) {
            return logInterval(-high, -low);
        }
        if (low == Double.NEGATIVE_INFINITY) {
            return high == Double.POSITIVE_INFINITY ? 0 : logUpperTail(-high);
        }
        double logAbove = logUpperTail(low);
        return high == Double.POSITIVE_INFINITY
                ? logAbove
                : logAbove + Math.log(-Math.expm1(Math.min(-1e-300, logUpperTail(high) - logAbove)));
    }

    private static double polynomial(double[] highestFirst, double x) {
        double sum = 0;
        for (double coefficient : highestFirst) {
            sum = sum * x + coefficient;
        }
        return sum;
    }
}
