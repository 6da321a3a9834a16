package studio.diorama.models.cameranoise.flow;

import java.util.List;
import studio.diorama.tensor.Tensor;

/// v = [camera embedding, t, t²]: what `small` knows of camera and ISO.
final class ConditionVector {

    private ConditionVector() {}

    /// @return (N, 6)
    static Tensor of(FlowBatch batch, FlowWeightSource weights) {
        Tensor embedding = batch.cameras().matmul(weights.get("camera_embedding")); // (N, 4)
        return batch.scope().concat(List.of(embedding, batch.exposure()), 1);
    }
}
