package studio.diorama.models.cameranoise.flow;

import studio.diorama.models.cameranoise.data.PatchBatch;

/// The data-dependent start of the first affine step: noise comes out with mean 0 and deviation 1 on the first batch,
/// so that the couplings start where they are most sensitive (Kingma, Dhariwal 2018, section 3.1).
final class FlowStart {

    private static final double BOUND = 6;

    private FlowStart() {}

    /// Writes into the biases of the first SA; other flows start as they are.
    static void fit(FlowParameters parameters, PatchBatch patches) {
        parameters.config().steps().stream()
                .filter(step -> step.kind() == StepKind.SIGNAL_DEPENDENT)
                .findFirst()
                .ifPresent(step -> fit(parameters, step, patches));
    }

    private static void fit(FlowParameters parameters, FlowStep step, PatchBatch patches) {
        float[] bias = parameters.of(step, "pixel.1.bias");
        int area = patches.size() * patches.size();
        for (int channel = 0; channel < 3; channel++) {
            int place = parameters.config().order().placeInRgb(channel);
            double sum = 0;
            double squares = 0;
            for (int patch = 0; patch < patches.count(); patch++) {
                int start = (3 * patch + place) * area;
                for (int i = start; i < start + area; i++) {
                    double noise = (patches.noisy()[i] - patches.clean()[i]) / 256;
                    sum += noise;
                    squares += noise * noise;
                }
            }
            double count = (double) patches.count() * area;
            double mean = sum / count;
            // Each of the two dequantisations adds the variance of a uniform number of one code's width.
            double variance = squares / count - mean * mean + 2.0 / 12 / 256 / 256;
            double logScale = -0.5 * Math.log(variance);
            double share = Math.clamp(logScale / BOUND, -0.99, 0.99);
            bias[channel] = (float) (BOUND * 0.5 * Math.log((1 + share) / (1 - share)));
            bias[3 + channel] = (float) (-mean * Math.exp(BOUND * share));
        }
    }
}
