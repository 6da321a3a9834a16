package studio.diorama.models.cameranoise.flow;

import studio.diorama.tensor.Tensor;

/// n · exp(s) + shift, and back.
///
/// @param logScale s, (N, 3, H, W), (N, 2, H, W) or one that broadcasts to the noise
/// @param shift alike
record AffineLaw(Tensor logScale, Tensor shift) {

    Tensor forward(Tensor noise) {
        return noise.mul(logScale.exp()).add(shift);
    }

    Tensor inverse(Tensor moved) {
        return moved.sub(shift).mul(logScale.neg().exp());
    }

    /// (N) float64, where s is told for every sample.
    Tensor logDeterminant() {
        return logScale.toFloat64().sum(1, 2, 3);
    }
}
