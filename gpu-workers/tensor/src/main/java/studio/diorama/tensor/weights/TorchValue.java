package studio.diorama.tensor.weights;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// What a PyTorch checkpoint may hold: tensors, plain values, and lists and dictionaries of them. Immutable.
public sealed interface TorchValue {

    /// A Python dictionary, ordered or not, in the order of the file.
    ///
    /// @param entries keys are [Text], [Whole], [Real], [Truth] or [Nothing]
    record Dictionary(Map<TorchValue, TorchValue> entries) implements TorchValue {

        public Dictionary {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /// What stands under a text, if anything.
        public Optional<TorchValue> find(String key) {
            return Optional.ofNullable(entries.get(new Text(key)));
        }

        /// What stands under a text that must be there.
        ///
        /// @throws DioramaException naming the key
        public TorchValue get(String key) {
            return find(key)
                    .orElseThrow(() -> new DioramaException(
                            ErrorCode.INVALID_INPUT,
                            "The checkpoint has no entry \"%s\" where one was expected.".formatted(key)));
        }

        /// A dictionary of nothing but named tensors: what PyTorch calls a state dict.
        ///
        /// @throws DioramaException naming the first entry that is something else
        public NamedTensors toNamedTensors() {
            NamedTensors.Builder tensors = NamedTensors.builder();
            entries.forEach((key, value) -> {
                if (!(key instanceof Text name && value instanceof Array array)
                        || TensorNames.fault(name.value()).isPresent()) {
                    throw new DioramaException(
                            ErrorCode.INVALID_INPUT,
                            "Named tensors were expected, but entry %s is %s."
                                    .formatted(Untrusted.quoted(key.toString()), value.kind()));
                }
                tensors.put(name.value(), array.tensor());
            });
            return tensors.build();
        }
    }

    /// A Python list or tuple.
    record Sequence(List<TorchValue> items) implements TorchValue {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// A string. Keys are comparable, so that keys that were made to share a hash cost little more than others.
    record Text(String value) implements TorchValue, Comparable<Text> {

        public Text {
            requireNonNull(value, "value is null");
        }

        @Override
        public int compareTo(Text other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /// A whole number.
    record Whole(long value) implements TorchValue, Comparable<Whole> {

        @Override
        public int compareTo(Whole other) {
            return Long.compare(value, other.value);
        }

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /// A floating number.
    record Real(double value) implements TorchValue, Comparable<Real> {

        @Override
        public int compareTo(Real other) {
            return Double.compare(value, other.value);
        }
    }

    /// `True` or `False`.
    record Truth(boolean value) implements TorchValue {}

    /// `None`.
    record Nothing() implements TorchValue {}

    /// A tensor or a parameter.
    record Array(StoredTensor tensor) implements TorchValue {

        public Array {
            requireNonNull(tensor, "tensor is null");
        }
    }

    /// What it is, for a person.
    default String kind() {
        return switch (this) {
            case Dictionary _ -> "a dictionary";
            case Sequence _ -> "a list";
            case Text _ -> "a text";
            case Whole _ -> "a whole number";
            case Real _ -> "a number";
            case Truth _ -> "true or false";
            case Nothing _ -> "None";
            case Array _ -> "a tensor";
        };
    }
}
