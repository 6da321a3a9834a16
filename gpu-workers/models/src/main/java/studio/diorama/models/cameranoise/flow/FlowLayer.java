package studio.diorama.models.cameranoise.flow;

import studio.diorama.tensor.Tensor;

/// An invertible step over tensors.
sealed interface FlowLayer
        permits ConditionalLinear,
                SignalDependentAffine,
                InvertibleMixing,
                CheckerboardCoupling,
                ConditionalAffineCoupling {

    /// Noise towards base.
    ///
    /// @param noise (N, 3, H, W)
    Moved forward(Tensor noise, FlowBatch batch);

    /// Base towards noise.
    ///
    /// @param moved (N, 3, H, W)
    /// @return (N, 3, H, W)
    Tensor inverse(Tensor moved, FlowBatch batch);

    /// What a step made of the noise.
    ///
    /// @param noise (N, 3, H, W)
    /// @param logDeterminant (N) float64, of the step's Jacobian
    record Moved(Tensor noise, Tensor logDeterminant) {}
}
