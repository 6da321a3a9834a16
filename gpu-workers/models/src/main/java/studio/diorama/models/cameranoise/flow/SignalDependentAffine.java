package studio.diorama.models.cameranoise.flow;

import studio.diorama.tensor.Tensor;

/// SA: the affine law of each pixel from its clean colour, camera and ISO; what CL2's table would be if noise did not
/// depend on light. log-scale = 6 tanh(a/6), so no pixel's law can run away.
record SignalDependentAffine(FlowConfig config, FlowStep step, FlowWeightSource weights) implements FlowLayer {

    private static final double BOUND = 6;

    @Override
    public Moved forward(Tensor noise, FlowBatch batch) {
        AffineLaw law = law(batch);
        return new Moved(law.forward(noise), law.logDeterminant());
    }

    @Override
    public Tensor inverse(Tensor moved, FlowBatch batch) {
        return law(batch).inverse(moved);
    }

    private AffineLaw law(FlowBatch batch) {
        long count = batch.count();
        int width = config.width();
        Tensor v = ConditionVector.of(batch, weights); // (N, 6)
        Tensor hidden = weights.linear(step.parameter("condition.0"), v).relu(); // (N, 16)
        hidden = weights.linear(step.parameter("condition.1"), hidden).relu(); // (N, 16)
        Tensor fromCondition = weights.linear(step.parameter("condition.2"), hidden); // (N, 6)

        // A 1×1 convolution over [clean, v] is one over clean, and v's share once for each picture.
        Tensor pixelWeight = weights.get(step, "pixel.0.weight"); // (16, 9)
        Tensor ofV = v.linear(pixelWeight.slice(1, 3, 3 + FlowConfig.CONDITION), null); // (N, 16)
        Tensor ofClean = pixelWeight.slice(1, 0, 3).reshape(width, 3, 1, 1);
        Tensor clean = config.seesClean() ? batch.clean() : batch.clean().mul(0);
        Tensor pixel = clean.conv2d(ofClean, weights.get(step, "pixel.0.bias"), 1, 0)
                .add(ofV.reshape(count, width, 1, 1))
                .relu(); // (N, 16, H, W)
        Tensor last = weights.get(step, "pixel.1.weight").reshape(6, width, 1, 1);
        Tensor law = pixel.conv2d(last, weights.get(step, "pixel.1.bias"), 1, 0)
                .add(fromCondition.reshape(count, 6, 1, 1)); // (N, 6, H, W)
        Tensor logScale = law.slice(1, 0, 3).div(BOUND).tanh().mul(BOUND); // (N, 3, H, W)
        return new AffineLaw(logScale, law.slice(1, 3, 6));
    }
}
