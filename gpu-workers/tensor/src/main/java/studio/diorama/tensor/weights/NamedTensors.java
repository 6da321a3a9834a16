package studio.diorama.tensor.weights;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// A network's weights at rest: tensors by name, in a fixed order, and texts about them. Immutable.
public final class NamedTensors {

    private static final int NAMES_IN_A_MESSAGE = 12;

    private final Map<String, StoredTensor> tensors;
    private final Map<String, String> metadata;

    private NamedTensors(Map<String, StoredTensor> tensors, Map<String, String> metadata) {
        this.tensors = Collections.unmodifiableMap(tensors);
        this.metadata = Collections.unmodifiableMap(metadata);
    }

    public static Builder builder() {
        return new Builder();
    }

    /// In the order they were put in.
    public Map<String, StoredTensor> tensors() {
        return tensors;
    }

    /// In the order they were put in; which keys there are is between writer and reader.
    public Map<String, String> metadata() {
        return metadata;
    }

    /// @throws DioramaException naming some of the tensors that there are
    public StoredTensor get(String name) {
        return find(name)
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "The weights have no tensor \"%s\"; they have %d: %s%s."
                                .formatted(
                                        name,
                                        tensors.size(),
                                        tensors.keySet().stream()
                                                .limit(NAMES_IN_A_MESSAGE)
                                                .collect(Collectors.joining(", ")),
                                        tensors.size() > NAMES_IN_A_MESSAGE ? ", …" : "")));
    }

    public Optional<StoredTensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    /// The same with one more text, or another one under the key.
    public NamedTensors withMetadata(String key, String text) {
        Builder builder = new Builder();
        builder.tensors.putAll(tensors);
        builder.metadata.putAll(metadata);
        return builder.metadata(key, text).build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedTensors that && tensors.equals(that.tensors) && metadata.equals(that.metadata);
    }

    @Override
    public int hashCode() {
        return 31 * tensors.hashCode() + metadata.hashCode();
    }

    @Override
    public String toString() {
        return "NamedTensors" + tensors.keySet();
    }

    /// Takes tensors one by one.
    public static final class Builder {

        private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        private final Map<String, String> metadata = new LinkedHashMap<>();

        private Builder() {}

        /// @throws IllegalArgumentException where the name is taken, or not one that a file can hold
        public Builder put(String name, StoredTensor tensor) {
            requireNonNull(tensor, "tensor is null");
            Optional<String> fault = TensorNames.fault(name);
            if (fault.isPresent()) {
                throw new IllegalArgumentException(fault.get());
            }
            if (tensors.putIfAbsent(name, tensor) != null) {
                throw new IllegalArgumentException("there is a tensor \"%s\" already".formatted(name));
            }
            return this;
        }

        public Builder metadata(String key, String text) {
            metadata.put(requireNonNull(key, "key is null"), requireNonNull(text, "text is null"));
            return this;
        }

        public NamedTensors build() {
            return new NamedTensors(new LinkedHashMap<>(tensors), new LinkedHashMap<>(metadata));
        }
    }
}
