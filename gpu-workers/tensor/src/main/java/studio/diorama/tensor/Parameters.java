package studio.diorama.tensor;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.tensor.internal.TorchScript;
import studio.diorama.tensor.weights.NamedTensors;
import studio.diorama.tensor.weights.StoredTensor;
import studio.diorama.tensor.weights.TensorType;

/// A network's numbers by name, in the order they were declared: those that training changes, and fixed ones such as
/// a running mean. They live until this is closed, and may be read from several threads.
public final class Parameters implements AutoCloseable {

    private static final String MANAGER = "parameters";

    private final ComputeDevice device;
    private final PtNDManager manager;
    private final Map<String, Tensor> trainable = new LinkedHashMap<>();
    private final Map<String, Tensor> fixed = new LinkedHashMap<>();

    public Parameters(ComputeDevice device) {
        this.device = requireNonNull(device, "device is null");
        this.manager = Libtorch.root().newSubManager(device.toDjl());
        this.manager.setName(MANAGER);
    }

    static boolean own(Tensor tensor) {
        return tensor.array().getManager().getName().equals(MANAGER);
    }

    public ComputeDevice device() {
        return device;
    }

    /// Adds numbers that training changes.
    ///
    /// @param initial copied
    /// @return the parameter
    public Tensor declare(String name, Tensor initial) {
        Tensor parameter = store(name, initial);
        parameter.array().setRequiresGradient(true);
        trainable.put(name, parameter);
        return parameter;
    }

    /// Adds numbers that training leaves alone, such as constants and running statistics.
    ///
    /// @param initial copied
    public Tensor declareFixed(String name, Tensor initial) {
        Tensor stored = store(name, initial);
        fixed.put(name, stored);
        return stored;
    }

    /// A parameter or fixed tensor.
    ///
    /// @throws IllegalArgumentException where none was declared under that name
    public Tensor get(String name) {
        Tensor found = trainable.getOrDefault(name, fixed.get(name));
        if (found == null) {
            throw new IllegalArgumentException("no parameter \"%s\"; there are %s".formatted(name, all().keySet()));
        }
        return found;
    }

    /// What training changes.
    public Map<String, Tensor> trainable() {
        return Collections.unmodifiableMap(trainable);
    }

    /// Everything, the trainable first.
    public Map<String, Tensor> all() {
        Map<String, Tensor> all = new LinkedHashMap<>(trainable);
        all.putAll(fixed);
        return all;
    }

    /// How many numbers training changes.
    public long count() {
        return trainable.values().stream().mapToLong(Tensor::count).sum();
    }

    /// Writes numbers over those of one tensor.
    ///
    /// @param values of its shape
    public void set(String name, Tensor values) {
        Tensor target = get(name);
        if (!target.toString().equals(values.toString())) {
            throw new IllegalArgumentException("parameter \"%s\" has shape %s, got %s".formatted(name, target, values));
        }
        overwrite(target, values);
    }

    /// Writes the numbers of others with the same names and shapes over these.
    public void copyFrom(Parameters others) {
        try (Scope scope = Scope.open(device)) {
            requireSameNames(others.all().keySet().stream().toList());
            others.all().forEach(this::set);
        }
    }

    /// Writes stored weights over these; names and shapes must be the same.
    ///
    /// @throws DioramaException naming what is missing, too much or of another shape
    public void copyFrom(NamedTensors weights) {
        requireSameNames(new ArrayList<>(weights.tensors().keySet()));
        try (Scope scope = Scope.open(device)) {
            weights.tensors().forEach((name, stored) -> {
                String expected = get(name).toString();
                Tensor values = scope.of(stored);
                if (!expected.equals(values.toString())) {
                    throw new DioramaException(
                            ErrorCode.INVALID_INPUT,
                            "The weights do not fit this network: \"%s\" should have shape %s and has %s."
                                    .formatted(name, expected, values));
                }
                overwrite(get(name), values);
            });
        }
    }

    /// The numbers as they are now, by name.
    public NamedTensors snapshot() {
        NamedTensors.Builder weights = NamedTensors.builder();
        all().forEach((name, tensor) -> weights.put(name, stored(tensor)));
        return weights.build();
    }

    /// Frees them.
    @Override
    public void close() {
        manager.close();
    }

    private static StoredTensor stored(Tensor tensor) {
        return switch (tensor.array().getDataType()) {
            case INT64 -> StoredTensor.ofLongs(tensor.toLongs(), tensor.shape());
            case FLOAT64 -> ofDoubles(tensor.toDoubles(), tensor.shape());
            default -> StoredTensor.ofFloats(tensor.toFloats(), tensor.shape());
        };
    }

    private static StoredTensor ofDoubles(double[] values, long[] shape) {
        ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        data.asDoubleBuffer().put(values);
        return new StoredTensor(TensorType.F64, Arrays.stream(shape).boxed().toList(), data);
    }

    private Tensor store(String name, Tensor initial) {
        if (trainable.containsKey(name) || fixed.containsKey(name)) {
            throw new IllegalArgumentException("there is a parameter \"%s\" already".formatted(name));
        }
        try (NDArray detached = initial.array().stopGradient()) {
            NDArray copy = detached.duplicate();
            copy.attach(manager);
            return new Tensor((PtNDArray) copy);
        }
    }

    private void overwrite(Tensor target, Tensor values) {
        try (Scope scope = Scope.open(device)) {
            GradientTape.unrecorded(
                    () -> ScriptedFunction.of("copy", TorchScript.COPY).call(target, values));
        }
    }

    private void requireSameNames(List<String> names) {
        List<String> missing = new ArrayList<>(all().keySet());
        missing.removeAll(names);
        List<String> unknown = new ArrayList<>(names);
        unknown.removeAll(all().keySet());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "The weights do not fit this network: %s missing, %s not known to it."
                            .formatted(some(missing), some(unknown)));
        }
    }

    private static String some(List<String> names) {
        int shown = 5;
        return names.size() <= shown
                ? names.toString()
                : "%s and %d more".formatted(names.subList(0, shown), names.size() - shown);
    }
}
