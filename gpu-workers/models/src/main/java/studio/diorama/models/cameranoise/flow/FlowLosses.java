package studio.diorama.models.cameranoise.flow;

import studio.diorama.tensor.Tensor;

/// What training lowers. One term, so no weights.
///
/// @param negativeLogLikelihood nats per dimension of 8-bit codes, () float64
public record FlowLosses(Tensor negativeLogLikelihood) {

    /// What dividing codes by 256 costs, in nats per dimension.
    public static final double DEQUANTISATION = 8 * Math.log(2);

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    /// −(ln N(z) + Σ log-determinants) / dimensions, mean over the batch.
    public static FlowLosses compute(FlowNetwork.Base base) {
        double count = base.base().size(0);
        double dimensions = base.base().count() / count;
        Tensor squares = base.base().toFloat64().square().sum().div(count); // ()
        Tensor logDeterminant = base.logDeterminant().sum().div(count); // ()
        return new FlowLosses(
                squares.mul(0.5).sub(logDeterminant).div(dimensions).add(HALF_LOG_TWO_PI + DEQUANTISATION));
    }

    /// The same from sums, where no gradient is wanted.
    ///
    /// @param squares sum of squares of the base numbers
    /// @param logDeterminant sum of the steps' log-determinants
    /// @param dimensions how many base numbers
    public static double negativeLogLikelihood(double squares, double logDeterminant, long dimensions) {
        return (0.5 * squares - logDeterminant) / dimensions + HALF_LOG_TWO_PI + DEQUANTISATION;
    }
}
