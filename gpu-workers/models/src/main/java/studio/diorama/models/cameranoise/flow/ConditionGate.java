package studio.diorama.models.cameranoise.flow;

import studio.diorama.tensor.Tensor;

/// e(ISO, camera): how strongly a coupling may scale under a condition.
///
/// Ours is a network 6-8-1 over v. The published one has three residual blocks of width 5 over one-hots, with batch
/// norm
/// that sees one condition a batch in training; so that norm is only ever evaluated here (imported weights), and is
/// left out where we train.
record ConditionGate(FlowConfig config, FlowStep step, FlowWeightSource weights) {

    private static final double NORM_EPSILON = 1e-3;

    /// @return (N, 1, 1, 1)
    Tensor of(FlowBatch batch) {
        Tensor gate = switch (config.preset()) {
            case SMALL -> ours(batch);
            case PAPER -> published(batch);
        };
        return gate.reshape(batch.count(), 1, 1, 1);
    }

    private Tensor ours(FlowBatch batch) {
        Tensor hidden = weights.linear(step.parameter("gate.0"), ConditionVector.of(batch, weights))
                .relu(); // (N, 8)
        return weights.linear(step.parameter("gate.1"), hidden); // (N, 1)
    }

    private Tensor published(FlowBatch batch) {
        Tensor isos = config.seesIso() ? batch.isoShares() : batch.isoShares().mul(0);
        Tensor oneHots = batch.scope().concat(java.util.List.of(isos, batch.cameras()), 1); // (N, ISOs + cameras)
        Tensor state = weights.linear(step.parameter("gate.initial"), oneHots); // (N, 5)
        for (int block = 0; block < FlowLayout.GATE_BLOCKS; block++) {
            Tensor skipped = state;
            for (int layer = 0; layer < 2; layer++) {
                Tensor normed = normed(step.parameter("gate.blocks.%d.norm.%d".formatted(block, layer)), state);
                state = weights.linear(
                        step.parameter("gate.blocks.%d.linear.%d".formatted(block, layer)), normed.relu());
            }
            state = state.add(skipped); // (N, 5)
        }
        return weights.linear(step.parameter("gate.final"), state); // (N, 1)
    }

    private Tensor normed(String norm, Tensor state) {
        if (!config.gateNorm()) {
            return state;
        }
        Tensor deviation = weights.get(norm + ".running_var").add(NORM_EPSILON).sqrt();
        return state.sub(weights.get(norm + ".running_mean"))
                .div(deviation)
                .mul(weights.get(norm + ".weight"))
                .add(weights.get(norm + ".bias"));
    }
}
