package studio.diorama.models.cameranoise.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.diorama.tensor.Tensor;

/// The batch norm of `paper`'s couplings (Ioffe, Szegedy 2015): in training from the batch, whose statistics are
/// remembered for evaluation; in evaluation from what was remembered. Without effect in `small`.
///
/// @param training whether the batch's own statistics are used
/// @param seen gets each norm's new running mean and variance, by name, while training
record CouplingNorm(boolean present, boolean training, Map<String, Tensor> seen) {

    private static final double EPSILON = 1e-5;
    /// Share of the newest batch in what is remembered.
    private static final double MOMENTUM = 0.1;

    static CouplingNorm evaluating(FlowConfig config) {
        return new CouplingNorm(config.batchNorm(), false, Map.of());
    }

    static CouplingNorm training(FlowConfig config) {
        return new CouplingNorm(config.batchNorm(), true, new LinkedHashMap<>());
    }

    /// @param x (N, C, H, W)
    Tensor of(String name, Tensor x, FlowWeightSource weights) {
        if (!present) {
            return x;
        }
        long channels = x.size(1);
        Tensor mean;
        Tensor variance;
        if (training) {
            mean = x.meanKeeping(0, 2, 3); // (1, C, 1, 1)
            variance = x.sub(mean).square().meanKeeping(0, 2, 3);
            remember(name + ".running_mean", mean, 1, weights);
            double samples = (double) x.count() / channels;
            remember(name + ".running_var", variance, samples / (samples - 1), weights);
        } else {
            mean = weights.get(name + ".running_mean").reshape(1, channels, 1, 1);
            variance = weights.get(name + ".running_var").reshape(1, channels, 1, 1);
        }
        return x.sub(mean)
                .div(variance.add(EPSILON).sqrt())
                .mul(weights.get(name + ".weight").reshape(1, channels, 1, 1))
                .add(weights.get(name + ".bias").reshape(1, channels, 1, 1));
    }

    private void remember(String name, Tensor statistic, double factor, FlowWeightSource weights) {
        Tensor before = weights.get(name);
        Tensor now = statistic.detach().reshape(before.shape()).mul(factor * MOMENTUM);
        seen.put(name, before.mul(1 - MOMENTUM).add(now));
    }
}
