package studio.diorama.tensor.weights;

import java.util.Optional;

/// The names of Python that a checkpoint may use; there are no others.
enum TorchGlobal {
    ORDERED_DICTIONARY("collections", "OrderedDict", null),
    REBUILD_TENSOR("torch._utils", "_rebuild_tensor_v2", null),
    REBUILD_PARAMETER("torch._utils", "_rebuild_parameter", null),
    FLOAT_STORAGE("torch", "FloatStorage", TensorType.F32),
    DOUBLE_STORAGE("torch", "DoubleStorage", TensorType.F64),
    HALF_STORAGE("torch", "HalfStorage", TensorType.F16),
    BFLOAT16_STORAGE("torch", "BFloat16Storage", TensorType.BF16),
    LONG_STORAGE("torch", "LongStorage", TensorType.I64),
    INT_STORAGE("torch", "IntStorage", TensorType.I32),
    SHORT_STORAGE("torch", "ShortStorage", TensorType.I16),
    CHAR_STORAGE("torch", "CharStorage", TensorType.I8),
    BYTE_STORAGE("torch", "ByteStorage", TensorType.U8),
    BOOL_STORAGE("torch", "BoolStorage", TensorType.BOOL);

    private final String module;
    private final String name;
    private final TensorType storageType;

    TorchGlobal(String module, String name, TensorType storageType) {
        this.module = module;
        this.name = name;
        this.storageType = storageType;
    }

    /// Of a storage class.
    Optional<TensorType> storageType() {
        return Optional.ofNullable(storageType);
    }

    static TorchGlobal of(String module, String name, Untrusted source) {
        for (TorchGlobal global : values()) {
            if (global.module.equals(module) && global.name.equals(name)) {
                return global;
            }
        }
        throw source.refused(
                "its pickle names %s, which a checkpoint of plain tensors does not need. Nothing was run. Taken are"
                        + " tensors, numbers, texts, lists and dictionaries: save the state_dict() alone.",
                Untrusted.quoted(module + "." + name));
    }
}
