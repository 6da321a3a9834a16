package studio.diorama.models.cameranoise.flow;

import studio.diorama.tensor.Scope;
import studio.diorama.tensor.Tensor;

/// The invertible 1×1 convolution W = P (L + I)(U + diag(sign · exp(log_diagonal))) (Kingma, Dhariwal: *Glow*, 2018).
record InvertibleMixing(FlowStep step, FlowWeightSource weights) implements FlowLayer {

    private static final float[] BELOW = {0, 0, 0, 1, 0, 0, 1, 1, 0};
    private static final float[] ABOVE = {0, 1, 1, 0, 0, 1, 0, 0, 0};
    private static final float[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    @Override
    public Moved forward(Tensor noise, FlowBatch batch) {
        Tensor perPixel = weights.get(step, "log_diagonal").toFloat64().sum();
        Tensor logDeterminant = perPixel.mul((double) (batch.height() * batch.width()))
                .reshape(1)
                .broadcastTo(batch.count());
        return new Moved(noise.conv2d(matrix(batch.scope()).reshape(3, 3, 1, 1), null, 1, 0), logDeterminant);
    }

    @Override
    public Tensor inverse(Tensor moved, FlowBatch batch) {
        double[] inverse = Rotation.inverse(matrix(batch.scope()).toDoubles());
        float[] rounded = new float[9];
        for (int i = 0; i < 9; i++) {
            rounded[i] = (float) inverse[i];
        }
        return moved.conv2d(batch.scope().of(rounded, 3, 3, 1, 1), null, 1, 0);
    }

    /// (3, 3)
    private Tensor matrix(Scope scope) {
        Tensor identity = scope.of(IDENTITY, 3, 3);
        Tensor lower = weights.get(step, "lower").mul(scope.of(BELOW, 3, 3)).add(identity);
        Tensor diagonal = weights.get(step, "log_diagonal").exp().mul(weights.get(step, "sign"));
        Tensor upper = weights.get(step, "upper").mul(scope.of(ABOVE, 3, 3)).add(identity.mul(diagonal.reshape(1, 3)));
        return weights.get(step, "permutation").matmul(lower).matmul(upper);
    }
}
