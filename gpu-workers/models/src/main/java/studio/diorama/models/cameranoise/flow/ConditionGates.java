package studio.diorama.models.cameranoise.flow;

/// What camera and ISO say to a coupling, for one condition in double precision: the factor e of its log-scale.
public final class ConditionGates {

    /// Of the published BatchNorm1d, in evaluation mode.
    private static final double NORM_EPSILON = 1e-3;

    private ConditionGates() {}

    /// v = [camera embedding, t, t²], what `small` knows of a condition.
    public static double[] vector(FlowParameters parameters, FlowCondition condition) {
        float[] embedding = parameters.of("camera_embedding");
        double[] vector = new double[FlowConfig.CONDITION];
        for (int i = 0; i < FlowConfig.EMBEDDING; i++) {
            vector[i] = embedding[condition.camera() * FlowConfig.EMBEDDING + i];
        }
        if (parameters.config().seesIso()) {
            vector[FlowConfig.EMBEDDING] = condition.exposureSteps();
            vector[FlowConfig.EMBEDDING + 1] = condition.exposureSteps() * condition.exposureSteps();
        }
        return vector;
    }

    /// One-hots of ISO, then camera, what `paper` knows; between two ISOs the one is shared out.
    public static double[] oneHots(FlowConfig config, FlowCondition condition) {
        double[] vector =
                new double[config.tableIsos().size() + config.cameras().size()];
        if (config.seesIso()) {
            FlowCondition.TablePlace place = condition.tablePlace(config);
            vector[place.below()] += 1 - place.weightAbove();
            vector[place.above()] += place.weightAbove();
        }
        vector[config.tableIsos().size() + condition.camera()] = 1;
        return vector;
    }

    /// e of a coupling.
    public static double gate(FlowParameters parameters, FlowStep step, FlowCondition condition) {
        return switch (parameters.config().preset()) {
            case SMALL ->
                SmallLinear.apply(
                        parameters,
                        step.parameter("gate.1"),
                        SmallLinear.rectified(parameters, step.parameter("gate.0"), vector(parameters, condition)))[0];
            case PAPER -> publishedGate(parameters, step, oneHots(parameters.config(), condition));
        };
    }

    private static double publishedGate(FlowParameters parameters, FlowStep step, double[] oneHots) {
        double[] state = SmallLinear.apply(parameters, step.parameter("gate.initial"), oneHots);
        for (int block = 0; block < FlowLayout.GATE_BLOCKS; block++) {
            double[] skipped = state;
            for (int layer = 0; layer < 2; layer++) {
                String norm = step.parameter("gate.blocks.%d.norm.%d".formatted(block, layer));
                String linear = step.parameter("gate.blocks.%d.linear.%d".formatted(block, layer));
                state = SmallLinear.apply(parameters, linear, SmallLinear.rectified(normed(parameters, norm, state)));
            }
            for (int i = 0; i < state.length; i++) {
                state[i] += skipped[i];
            }
        }
        return SmallLinear.apply(parameters, step.parameter("gate.final"), state)[0];
    }

    private static double[] normed(FlowParameters parameters, String norm, double[] state) {
        if (!parameters.config().gateNorm()) {
            return state;
        }
        float[] weight = parameters.of(norm + ".weight");
        float[] bias = parameters.of(norm + ".bias");
        float[] mean = parameters.of(norm + ".running_mean");
        float[] variance = parameters.of(norm + ".running_var");
        double[] result = new double[state.length];
        for (int i = 0; i < state.length; i++) {
            result[i] = (state[i] - mean[i]) / Math.sqrt(variance[i] + NORM_EPSILON) * weight[i] + bias[i];
        }
        return result;
    }
}
