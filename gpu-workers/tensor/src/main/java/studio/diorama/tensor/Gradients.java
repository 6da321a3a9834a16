package studio.diorama.tensor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The gradients of a loss, by parameter name. They belong to the scope they were taken in.
public final class Gradients {

    private final Map<String, Tensor> tensors;

    Gradients(Map<String, Tensor> tensors) {
        this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /// @throws IllegalArgumentException where there is no parameter of that name
    public Tensor get(String name) {
        Tensor gradient = tensors.get(name);
        if (gradient == null) {
            throw new IllegalArgumentException("no gradient of \"%s\"; there are %s".formatted(name, tensors.keySet()));
        }
        return gradient;
    }

    /// In the parameters' order.
    public Map<String, Tensor> tensors() {
        return tensors;
    }
}
