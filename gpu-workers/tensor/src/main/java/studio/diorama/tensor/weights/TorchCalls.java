package studio.diorama.tensor.weights;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.tensor.weights.PickledValue.Named;
import studio.diorama.tensor.weights.PickledValue.PickledDictionary;
import studio.diorama.tensor.weights.PickledValue.PickledList;
import studio.diorama.tensor.weights.PickledValue.PickledTuple;
import studio.diorama.tensor.weights.PickledValue.Plain;
import studio.diorama.tensor.weights.PickledValue.Storage;

/// What the few names of [TorchGlobal] do when a pickle calls them, done by us.
final class TorchCalls {

    private static final int MOST_DIMENSIONS = 64;

    private final TorchTensors tensors;
    private final Untrusted source;

    TorchCalls(TorchTensors tensors, Untrusted source) {
        this.tensors = tensors;
        this.source = source;
    }

    PickledValue call(PickledValue callee, PickledValue arguments) {
        if (!(callee instanceof Named(TorchGlobal global)
                && arguments instanceof PickledTuple(List<PickledValue> given))) {
            throw source.refused("its pickle calls something that is no name, or without a tuple of arguments.");
        }
        return switch (global) {
            case ORDERED_DICTIONARY -> orderedDictionary(given);
            case REBUILD_TENSOR -> tensor(given);
            case REBUILD_PARAMETER -> parameter(given);
            case FLOAT_STORAGE,
                    DOUBLE_STORAGE,
                    HALF_STORAGE,
                    BFLOAT16_STORAGE,
                    LONG_STORAGE,
                    INT_STORAGE,
                    SHORT_STORAGE,
                    CHAR_STORAGE,
                    BYTE_STORAGE,
                    BOOL_STORAGE ->
                throw source.refused("its pickle calls %s, which is only named in checkpoints.", global);
        };
    }

    /// What a persistent id stands for: `('storage', torch.FloatStorage, key, device, number of elements)`.
    PickledValue storage(PickledValue id) {
        if (id instanceof PickledTuple(List<PickledValue> parts)
                && parts.size() == 5
                && "storage".equals(text(parts.get(0)))
                && parts.get(1) instanceof Named(TorchGlobal global)
                && global.storageType().isPresent()) {
            TensorType type = global.storageType().get();
            String key = text(parts.get(2));
            text(parts.get(3)); // the device it was on, of no matter here
            long elements = whole(parts.get(4));
            if (elements < 0 || elements > (Integer.MAX_VALUE - 8) / type.bytes()) {
                throw source.refused("storages of up to 2 GiB are taken, got one of %d numbers of %s.", elements, type);
            }
            return new Storage(type, key, elements);
        }
        throw source.refused("its pickle refers to something that is no storage of a known type.");
    }

    /// Keys and values in turn.
    void put(PickledDictionary dictionary, List<PickledValue> entries) {
        if (entries.size() % 2 != 0) {
            throw source.refused("its pickle has a dictionary with a key that has no value.");
        }
        for (int i = 0; i < entries.size(); i += 2) {
            dictionary.entries.put(key(entries.get(i)), entries.get(i + 1));
        }
    }

    /// PyTorch writes the versions of a network's modules as `_metadata` of its state dict; nothing else may be set.
    void requireOnlyMetadata(PickledValue object, PickledValue state) {
        if (!(object instanceof PickledDictionary dictionary && dictionary.ordered)
                || !(state instanceof PickledDictionary attributes)
                || !attributes.entries.keySet().stream().allMatch(new TorchValue.Text("_metadata")::equals)) {
            throw source.refused(
                    "its pickle sets the state of an object (BUILD); only _metadata of an ordered dictionary is taken.");
        }
    }

    String text(PickledValue value) {
        if (value instanceof Plain(TorchValue.Text(String text))) {
            return text;
        }
        throw source.refused("its pickle has something else where a text was expected.");
    }

    private PickledDictionary orderedDictionary(List<PickledValue> arguments) {
        if (!arguments.isEmpty()) {
            throw source.refused("its pickle makes an ordered dictionary with arguments; torch.save fills it later.");
        }
        return new PickledDictionary(true);
    }

    /// `(storage, offset, sizes, strides, requires_grad, backward_hooks[, metadata])`.
    private Plain tensor(List<PickledValue> arguments) {
        if ((arguments.size() != 6 && arguments.size() != 7)
                || !(arguments.getFirst() instanceof Storage storage)
                || !isTruth(arguments.get(4))
                || !isEmpty(arguments.get(5))
                || (arguments.size() == 7 && !isEmpty(arguments.get(6)))) {
            throw source.refused("its pickle rebuilds a tensor with arguments other than torch.save's.");
        }
        return new Plain(new TorchValue.Array(
                tensors.rebuild(storage, whole(arguments.get(1)), wholes(arguments.get(2)), wholes(arguments.get(3)))));
    }

    /// `(tensor, requires_grad, backward_hooks)`.
    private Plain parameter(List<PickledValue> arguments) {
        if (arguments.size() == 3
                && arguments.getFirst() instanceof Plain tensor
                && tensor.value() instanceof TorchValue.Array
                && isTruth(arguments.get(1))
                && isEmpty(arguments.get(2))) {
            return tensor;
        }
        throw source.refused("its pickle rebuilds a parameter with arguments other than torch.save's.");
    }

    private TorchValue key(PickledValue value) {
        if (value instanceof Plain(TorchValue key)) {
            return switch (key) {
                case TorchValue.Text _,
                        TorchValue.Whole _,
                        TorchValue.Real _,
                        TorchValue.Truth _,
                        TorchValue.Nothing _ -> key;
                case TorchValue.Array _, TorchValue.Dictionary _, TorchValue.Sequence _ ->
                    throw source.refused("a dictionary's keys are texts or numbers, got %s.", key.kind());
            };
        }
        throw source.refused("a dictionary's keys are texts or numbers, got something else.");
    }

    private List<PickledValue> items(PickledValue value) {
        return switch (value) {
            case PickledTuple tuple -> tuple.items();
            case PickledList list -> list.items;
            case Plain _, PickledDictionary _, Storage _, Named _ ->
                throw source.refused("its pickle has something else where a list was expected.");
        };
    }

    private long whole(PickledValue value) {
        if (value instanceof Plain(TorchValue.Whole(long number))) {
            return number;
        }
        throw source.refused("its pickle has something else where a whole number was expected.");
    }

    private List<Long> wholes(PickledValue value) {
        List<PickledValue> items = items(value);
        if (items.size() > MOST_DIMENSIONS) {
            throw source.refused("a tensor of %d dimensions is not taken.", items.size());
        }
        List<Long> numbers = new ArrayList<>();
        for (PickledValue item : items) {
            numbers.add(whole(item));
        }
        return numbers;
    }

    private static boolean isTruth(PickledValue value) {
        return value instanceof Plain(TorchValue.Truth _);
    }

    private static boolean isEmpty(PickledValue value) {
        return value instanceof Plain(TorchValue.Nothing _)
                || (value instanceof PickledDictionary dictionary && dictionary.entries.isEmpty());
    }
}
