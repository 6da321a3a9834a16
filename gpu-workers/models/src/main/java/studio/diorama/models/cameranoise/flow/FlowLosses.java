package studio.diorama.models.cameranoise.flow;

import java.util.Map;
import studio.diorama.tensor.Tensor;
import studio.diorama.tensor.training.Losses;

/// What training lowers.
///
/// @param negativeLogLikelihood nats per dimension of 8-bit codes, () float64
/// @param moments distance of draws from real noise, () float64; null where only the likelihood counts
public record FlowLosses(Tensor negativeLogLikelihood, Tensor moments) {

    /// Of the moments: a tenth too much noise costs what 0.01 nats do.
    private static final double MOMENTS = 1;

    /// What dividing codes by 256 costs, in nats per dimension.
    public static final double DEQUANTISATION = 8 * Math.log(2);

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    /// The likelihood alone.
    public static FlowLosses compute(FlowNetwork.Base base) {
        return new FlowLosses(negativeLogLikelihood(base), null);
    }

    /// The likelihood, and how far draws are from the batch's noise.
    ///
    /// @param drawn (n, 3, H, W) for the first n pictures of the batch
    public static FlowLosses compute(FlowNetwork.Base base, Tensor drawn, FlowBatch batch) {
        long count = drawn.size(0);
        Tensor distance = FlowMoments.distance(
                batch.noise().slice(0, 0, count), drawn, batch.clean().slice(0, 0, count));
        return new FlowLosses(negativeLogLikelihood(base), distance.toFloat64());
    }

    /// What is lowered, of plain numbers.
    static double total(double negativeLogLikelihood, double moments) {
        return negativeLogLikelihood + MOMENTS * moments;
    }

    /// What is lowered, and its terms, of which there is always `nll`.
    Losses total() {
        return moments == null
                ? new Losses(negativeLogLikelihood, Map.of("nll", negativeLogLikelihood))
                : new Losses(
                        negativeLogLikelihood.add(moments.mul(MOMENTS)),
                        Map.of("nll", negativeLogLikelihood, "moments", moments));
    }

    /// −(ln N(z) + Σ log-determinants) / dimensions, mean over the batch.
    private static Tensor negativeLogLikelihood(FlowNetwork.Base base) {
        double count = base.base().size(0);
        double dimensions = base.base().count() / count;
        Tensor squares = base.base().toFloat64().square().sum().div(count); // ()
        Tensor logDeterminant = base.logDeterminant().sum().div(count); // ()
        return squares.mul(0.5).sub(logDeterminant).div(dimensions).add(HALF_LOG_TWO_PI + DEQUANTISATION);
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
