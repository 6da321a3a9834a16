package studio.diorama.models.cameranoise.flow;

import studio.diorama.tensor.Tensor;

/// What decides a coupling's affine law: conv 3×3, norm, ReLU, conv 1×1, norm, ReLU, border ring, conv 3×3, and for
/// each output a gain exp(3 · log_gain) (Kousha et al. 2022, section 3.3).
///
/// As published, camera and ISO decide how strongly a coupling scales, not how it shifts, so all cameras would share
/// one correlation between neighbours. In `small` they also add to both hidden layers and strengthen the second,
/// feature by feature (Perez et al. 2018, *FiLM*); for one condition those are constants, so drawing costs the same.
record CouplingNetwork(FlowConfig config, FlowStep step, FlowWeightSource weights, CouplingNorm norm) {

    /// The affine law of `channels` channels: shift, and s = e · scale · tanh(r).
    ///
    /// @param seen (N, inputs, H, W) what differs between pictures
    /// @param places (1, more inputs, H, W) what is the same in all pictures; null for none
    /// @return (N, channels, H, W) twice
    AffineLaw law(Tensor seen, Tensor places, FlowBatch batch, int channels) {
        int width = config.width();
        long inputs = seen.size(1);
        Tensor first = weights.get(step, "first.weight");
        Tensor hidden;
        if (places == null) {
            hidden = seen.conv2d(first, weights.get(step, "first.bias"), 1, 1);
        } else {
            Tensor ofPlaces = places.conv2d(first.slice(1, inputs, inputs + places.size(1)), null, 1, 1);
            hidden = seen.conv2d(first.slice(1, 0, inputs), weights.get(step, "first.bias"), 1, 1)
                    .add(ofPlaces);
        } // (N, width, H, W)
        hidden = norm.of(step.parameter("first_norm"), conditioned(hidden, "first.condition", batch), weights)
                .relu();
        hidden = hidden.conv2d(weights.get(step, "second.weight"), weights.get(step, "second.bias"), 1, 0);
        hidden = norm.of(step.parameter("second_norm"), conditioned(hidden, "second.condition", batch), weights)
                .relu(); // (N, width, H, W)
        if (config.preset() == FlowPreset.SMALL) {
            hidden = hidden.mul(ofCondition("second.strength", batch).add(1));
        }

        Tensor last = weights.get(step, "last.weight");
        Tensor ring =
                BorderRing.contribution(batch.scope(), last.slice(1, width, width + 1), batch.height(), batch.width());
        Tensor gain = weights.get(step, "log_gain").mul(3).exp().reshape(1, 2L * channels, 1, 1);
        Tensor law = hidden.conv2d(last.slice(1, 0, width), weights.get(step, "last.bias"), 1, 1)
                .add(ring)
                .mul(gain); // (N, 2 · channels, H, W)
        Tensor strength = new ConditionGate(config, step, weights)
                .of(batch)
                .mul(weights.get(step, "scale").reshape(1, 1, 1, 1)); // (N, 1, 1, 1)
        Tensor shift = law.slice(1, 0, channels);
        Tensor logScale = law.slice(1, channels, 2L * channels).tanh().mul(strength);
        return new AffineLaw(logScale, shift);
    }

    private Tensor conditioned(Tensor hidden, String name, FlowBatch batch) {
        return switch (config.preset()) {
            case SMALL -> hidden.add(ofCondition(name, batch));
            case PAPER -> hidden;
        };
    }

    /// @return (N, width, 1, 1)
    private Tensor ofCondition(String name, FlowBatch batch) {
        return ConditionVector.of(batch, weights)
                .linear(weights.get(step, name), null)
                .reshape(batch.count(), config.width(), 1, 1);
    }
}
