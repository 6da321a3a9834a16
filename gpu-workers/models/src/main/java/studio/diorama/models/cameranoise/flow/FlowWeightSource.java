package studio.diorama.models.cameranoise.flow;

import studio.diorama.tensor.Tensor;

/// Where a layer finds its tensors, by the names of [FlowLayout].
@FunctionalInterface
interface FlowWeightSource {

    Tensor get(String name);

    /// One of a step's tensors.
    default Tensor get(FlowStep step, String name) {
        return get(step.parameter(name));
    }

    /// x Wᵀ + b of the linear layer or 1×1 network called `name`.
    default Tensor linear(String name, Tensor x) {
        return x.linear(get(name + ".weight"), get(name + ".bias"));
    }
}
