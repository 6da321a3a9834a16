package studio.diorama.tensor.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What can lie on the pickle machine's stack while a checkpoint is read.
sealed interface PickledValue {

    /// Done: a plain value or a tensor.
    record Plain(TorchValue value) implements PickledValue {}

    /// A tuple: never changes.
    record PickledTuple(List<PickledValue> items) implements PickledValue {}

    /// A list: may still grow, and may be shared or even hold itself, so it has no equality but identity.
    final class PickledList implements PickledValue {
        final List<PickledValue> items = new ArrayList<>();
    }

    /// A dictionary: as for the list.
    final class PickledDictionary implements PickledValue {
        final Map<TorchValue, PickledValue> entries = new LinkedHashMap<>();
        final boolean ordered;

        PickledDictionary(boolean ordered) {
            this.ordered = ordered;
        }
    }

    /// The raw numbers that tensors look into.
    ///
    /// @param type of the numbers
    /// @param key its entry's name in the zip
    /// @param elements how many numbers it has
    record Storage(TensorType type, String key, long elements) implements PickledValue {}

    /// A name that the pickle may call or give.
    record Named(TorchGlobal global) implements PickledValue {}
}
