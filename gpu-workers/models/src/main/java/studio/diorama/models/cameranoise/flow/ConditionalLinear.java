package studio.diorama.models.cameranoise.flow;

import studio.diorama.tensor.Tensor;

/// CL2: one log-scale and bias for each (ISO, camera) and channel (Kousha et al. 2022, section 3.2).
record ConditionalLinear(FlowConfig config, FlowStep step, FlowWeightSource weights) implements FlowLayer {

    @Override
    public Moved forward(Tensor noise, FlowBatch batch) {
        AffineLaw law = law(batch);
        Tensor perPixel = law.logScale().toFloat64().sum(1, 2, 3); // (N)
        return new Moved(law.forward(noise), perPixel.mul((double) (batch.height() * batch.width())));
    }

    @Override
    public Tensor inverse(Tensor moved, FlowBatch batch) {
        return law(batch).inverse(moved);
    }

    private AffineLaw law(FlowBatch batch) {
        long rows = (long) config.tableIsos().size() * config.cameras().size();
        Tensor shares = batch.isoShares()
                .expandDims(2)
                .mul(batch.cameras().expandDims(1)) // (N, ISOs, cameras)
                .reshape(batch.count(), rows);
        Tensor logScale = shares.matmul(weights.get(step, "log_scale")); // (N, 3)
        Tensor bias = shares.matmul(weights.get(step, "bias")); // (N, 3)
        return new AffineLaw(logScale.reshape(batch.count(), 3, 1, 1), bias.reshape(batch.count(), 3, 1, 1));
    }
}
