package studio.diorama.models.cameranoise.flow;

import java.util.List;
import studio.diorama.tensor.Tensor;

/// CAC: the noise's first channel and the clean picture decide the affine law of the other two channels (Kousha et al.
/// 2022, equation 9).
record ConditionalAffineCoupling(FlowConfig config, FlowStep step, CouplingNetwork network) implements FlowLayer {

    @Override
    public Moved forward(Tensor noise, FlowBatch batch) {
        Tensor decides = noise.slice(1, 0, 1); // (N, 1, H, W)
        AffineLaw law = law(decides, batch);
        Tensor others = law.forward(noise.slice(1, 1, 3)); // (N, 2, H, W)
        return new Moved(batch.scope().concat(List.of(decides, others), 1), law.logDeterminant());
    }

    @Override
    public Tensor inverse(Tensor moved, FlowBatch batch) {
        Tensor decides = moved.slice(1, 0, 1);
        Tensor others = law(decides, batch).inverse(moved.slice(1, 1, 3));
        return batch.scope().concat(List.of(decides, others), 1);
    }

    private AffineLaw law(Tensor decides, FlowBatch batch) {
        Tensor clean = config.seesClean() ? batch.clean() : batch.clean().mul(0);
        return network.law(batch.scope().concat(List.of(decides, clean), 1), null, batch, 2);
    }
}
