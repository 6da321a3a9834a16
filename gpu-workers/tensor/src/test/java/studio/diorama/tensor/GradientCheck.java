package studio.diorama.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import studio.diorama.common.Seed;

/// Compares gradients with central differences, in float64.
final class GradientCheck {

    private static final double STEP = 1e-5;

    private final Function<List<Tensor>, Tensor> function;
    private final List<long[]> shapes = new ArrayList<>();
    private final List<double[]> points = new ArrayList<>();
    private GradientTape tapeInUse;

    private GradientCheck(Function<List<Tensor>, Tensor> function) {
        this.function = function;
    }

    static GradientCheck of(Function<List<Tensor>, Tensor> function) {
        return new GradientCheck(function);
    }

    /// One more input, drawn uniformly from low to high.
    GradientCheck input(double low, double high, long... shape) {
        int count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        float[] drawn = SeededTensors.uniforms(new Seed(41 + points.size()), count);
        double[] point = new double[count];
        for (int i = 0; i < count; i++) {
            point[i] = low + (high - low) * drawn[i];
        }
        shapes.add(shape);
        points.add(point);
        return this;
    }

    /// First derivatives of a weighted sum of the function's results.
    GradientCheck once() {
        compare(this::weightedSum, 1e-7);
        return this;
    }

    /// Second derivatives: those of a weighted sum of first derivatives.
    GradientCheck twice() {
        once();
        compare(this::weightedGradients, 1e-6);
        return this;
    }

    private void compare(Function<List<Tensor>, Tensor> scalar, double tolerance) {
        List<double[]> analytic = gradients(scalar);
        for (int input = 0; input < points.size(); input++) {
            double[] point = points.get(input);
            for (int i = 0; i < point.length; i++) {
                double centre = point[i];
                point[i] = centre + STEP;
                double above = value(scalar);
                point[i] = centre - STEP;
                double below = value(scalar);
                point[i] = centre;
                double difference = (above - below) / (2 * STEP);
                assertThat(analytic.get(input)[i])
                        .as("gradient of input %d, number %d", input, i)
                        .isCloseTo(difference, within(tolerance * Math.max(10, Math.abs(difference))));
            }
        }
    }

    private List<double[]> gradients(Function<List<Tensor>, Tensor> scalar) {
        try (Parameters none = new Parameters(ComputeDevice.CPU);
                Scope scope = Scope.open(ComputeDevice.CPU);
                GradientTape tape = GradientTape.open(none)) {
            List<Tensor> inputs = inputs(scope, tape);
            tapeInUse = tape;
            return tape.gradients(scalar.apply(inputs), inputs, GradientTape.Graph.FREE).stream()
                    .map(Tensor::toDoubles)
                    .toList();
        }
    }

    private double value(Function<List<Tensor>, Tensor> scalar) {
        try (Parameters none = new Parameters(ComputeDevice.CPU);
                Scope scope = Scope.open(ComputeDevice.CPU);
                GradientTape tape = GradientTape.open(none)) {
            tapeInUse = tape;
            return scalar.apply(inputs(scope, tape)).item();
        }
    }

    private List<Tensor> inputs(Scope scope, GradientTape tape) {
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            inputs.add(tape.watch(scope.ofDoubles(points.get(i), shapes.get(i))));
        }
        return inputs;
    }

    private Tensor weightedSum(List<Tensor> inputs) {
        return weighted(function.apply(inputs), 7);
    }

    private Tensor weightedGradients(List<Tensor> inputs) {
        List<Tensor> gradients = tapeInUse.gradients(weightedSum(inputs), inputs, GradientTape.Graph.RECORD_GRADIENTS);
        // So that the sum depends on the inputs even where a gradient is constant.
        Tensor sum = inputs.getFirst().sum().mul(0);
        for (int i = 0; i < gradients.size(); i++) {
            sum = sum.add(weighted(gradients.get(i), 8 + i));
        }
        return sum;
    }

    private static Tensor weighted(Tensor tensor, long seed) {
        Tensor weights = SeededTensors.uniform(Scope.current(), new Seed(seed), 0.5, 1.5, tensor.shape());
        return tensor.mul(weights.toFloat64()).sum();
    }
}
