package studio.diorama.models.cameranoise.flow;

/// A linear layer on one vector, in double precision.
public final class SmallLinear {

    private SmallLinear() {}

    /// W x + b with `name.weight` (out, in) and `name.bias` (out).
    public static double[] apply(FlowParameters parameters, String name, double[] vector) {
        float[] weight = parameters.of(name + ".weight");
        float[] bias = parameters.of(name + ".bias");
        double[] result = new double[bias.length];
        for (int o = 0; o < result.length; o++) {
            double sum = bias[o];
            for (int i = 0; i < vector.length; i++) {
                sum += weight[o * vector.length + i] * vector[i];
            }
            result[o] = sum;
        }
        return result;
    }

    /// [#apply], negative results as 0.
    public static double[] rectified(FlowParameters parameters, String name, double[] vector) {
        return rectified(apply(parameters, name, vector));
    }

    static double[] rectified(double[] vector) {
        double[] result = new double[vector.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.max(0, vector[i]);
        }
        return result;
    }
}
