package studio.diorama.tensor.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.diorama.tensor.weights.PickledValue.Named;
import studio.diorama.tensor.weights.PickledValue.PickledDictionary;
import studio.diorama.tensor.weights.PickledValue.PickledList;
import studio.diorama.tensor.weights.PickledValue.PickledTuple;
import studio.diorama.tensor.weights.PickledValue.Plain;
import studio.diorama.tensor.weights.PickledValue.Storage;

/// Makes the immutable result of what the pickle machine built.
///
/// A few instructions can build lists that hold each other a billion times over, or hold themselves. Values are
/// therefore counted as often as a walk would meet them, and depth is bounded, so whoever walks the result is safe.
final class PickledTree {

    private static final int DEEPEST = 64;
    private static final int MOST_VALUES = 2_000_000;

    private final Untrusted source;
    private int values;

    PickledTree(Untrusted source) {
        this.source = source;
    }

    TorchValue finished(PickledValue root) {
        return finished(root, 0);
    }

    private TorchValue finished(PickledValue value, int depth) {
        if (depth > DEEPEST) {
            throw source.refused("it nests lists and dictionaries deeper than %d, or one holds itself.", DEEPEST);
        }
        if (++values > MOST_VALUES) {
            throw source.tooLarge("it holds more than %d values, counted as often as they appear.", MOST_VALUES);
        }
        return switch (value) {
            case Plain plain -> plain.value();
            case PickledTuple tuple -> sequence(tuple.items(), depth);
            case PickledList list -> sequence(list.items, depth);
            case PickledDictionary dictionary -> dictionary(dictionary, depth);
            case Storage storage ->
                throw source.refused("storage %s stands for itself; only tensors are taken.", storage.key());
            case Named named -> throw source.refused("it holds the bare name %s.", named.global());
        };
    }

    private TorchValue sequence(List<PickledValue> items, int depth) {
        List<TorchValue> finished = new ArrayList<>();
        for (PickledValue item : items) {
            finished.add(finished(item, depth + 1));
        }
        return new TorchValue.Sequence(finished);
    }

    private TorchValue dictionary(PickledDictionary dictionary, int depth) {
        Map<TorchValue, TorchValue> finished = new LinkedHashMap<>();
        for (Map.Entry<TorchValue, PickledValue> entry : dictionary.entries.entrySet()) {
            finished.put(entry.getKey(), finished(entry.getValue(), depth + 1));
        }
        return new TorchValue.Dictionary(finished);
    }
}
