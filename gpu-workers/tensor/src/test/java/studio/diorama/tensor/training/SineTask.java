package studio.diorama.tensor.training;

import java.util.Map;
import studio.diorama.common.Seed;
import studio.diorama.tensor.ComputeDevice;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.SeededTensors;
import studio.diorama.tensor.Tensor;

/// A two-layer network that learns sin(2x), with a fixed tensor that each step changes, and a convolution so that
/// libtorch's faster kernels take part.
final class SineTask implements TrainingTask, AutoCloseable {

    private final Parameters parameters = new Parameters(ComputeDevice.CPU);
    private final String curve;
    private int prepared;

    SineTask() {
        this("sine");
    }

    /// @param curve what it says that it learns
    SineTask(String curve) {
        this.curve = curve;
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            parameters.declare("in", SeededTensors.normal(scope, new Seed(1), 0, 1, 16, 1));
            parameters.declare("shift", scope.zeros(16));
            parameters.declare("kernel", SeededTensors.normal(scope, new Seed(2), 0, 0.3, 16, 16, 1, 1));
            parameters.declare("out", SeededTensors.normal(scope, new Seed(3), 0, 0.3, 1, 16));
            parameters.declareFixed("mean", scope.zeros(1));
        }
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public void prepare(Seed seed) {
        prepared++;
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            parameters.set("shift", SeededTensors.normal(scope, seed, 0, 1, 16));
        }
    }

    @Override
    public Losses step(Scope scope, long step, Seed seed) {
        Tensor x = SeededTensors.uniform(scope, seed.child("x"), -2, 2, 64, 1);
        Tensor mean = parameters.get("mean");
        parameters.set("mean", mean.mul(0.9).add(x.mean().mul(0.1)));
        Tensor error = network(x).sub(x.mul(2).sin());
        Tensor fit = error.square().mean();
        Tensor size = parameters.get("out").square().mean();
        return new Losses(fit.add(size.mul(1e-4)), Map.of("fit", fit));
    }

    @Override
    public Figures validate(Seed seed) {
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            Tensor x = SeededTensors.uniform(scope, seed, -2, 2, 256, 1);
            Tensor error = network(x).sub(x.mul(2).sin());
            return Figures.of("error", error.square().mean().sqrt().item());
        }
    }

    @Override
    public Map<String, String> metadata() {
        return Map.of("curve", curve);
    }

    int prepared() {
        return prepared;
    }

    @Override
    public void close() {
        parameters.close();
    }

    private Tensor network(Tensor x) {
        Tensor hidden = x.linear(parameters.get("in"), parameters.get("shift")).tanh(); // (N, 16)
        Tensor mixed = hidden.reshape(-1, 16, 1, 1).conv2d(parameters.get("kernel"), null, 1, 0); // (N, 16, 1, 1)
        return mixed.reshape(-1, 16).tanh().linear(parameters.get("out"), null); // (N, 1)
    }
}
