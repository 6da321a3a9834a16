package studio.diorama.models.cameranoise.denoiser;

import studio.diorama.common.Seed;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.SeededTensors;
import studio.diorama.tensor.Tensor;

/// Predicts a picture's noise and takes it off. Codes are divided by 255.
record ResidualCnn(DenoiserConfig config, Parameters parameters) {

    /// As training starts: weights as He et al. (2015) have them for ReLU, and a last layer of zeros, so that pictures
    /// come out as they went in.
    static ResidualCnn start(Scope scope, DenoiserConfig config, Seed seed) {
        Parameters parameters = new Parameters(scope.device());
        for (int layer = 0; layer < config.layers(); layer++) {
            int inputs = config.inputs(layer);
            int outputs = config.outputs(layer);
            double deviation = layer == config.layers() - 1 ? 0 : Math.sqrt(2.0 / (9 * inputs));
            parameters.declare(
                    weight(layer),
                    SeededTensors.normal(scope, seed.child(weight(layer)), 0, deviation, outputs, inputs, 3, 3));
            parameters.declare(bias(layer), scope.zeros(outputs));
        }
        return new ResidualCnn(config, parameters);
    }

    /// @param noisy (N, 3, H, W)
    /// @return (N, 3, H, W)
    Tensor forward(Tensor noisy) {
        Tensor hidden = noisy;
        for (int layer = 0; layer < config.layers(); layer++) {
            hidden = hidden.conv2d(parameters.get(weight(layer)), parameters.get(bias(layer)), 1, 1);
            if (layer < config.layers() - 1) {
                hidden = hidden.relu(); // (N, width, H, W)
            }
        }
        return noisy.sub(hidden);
    }

    /// What training lowers, a single number.
    Tensor meanSquaredError(DenoiserBatch batch) {
        return forward(batch.noisy()).sub(batch.clean()).square().mean();
    }

    private static String weight(int layer) {
        return "layer." + layer + ".weight";
    }

    private static String bias(int layer) {
        return "layer." + layer + ".bias";
    }
}
