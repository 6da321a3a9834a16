package studio.diorama.tensor.weights;

/// What a number of a stored tensor is; the names are those of the safetensors format.
public enum TensorType {
    /// IEEE 754, 32 bits.
    F32(4),
    /// IEEE 754, 64 bits.
    F64(8),
    /// IEEE 754, 16 bits.
    F16(2),
    /// The upper 16 bits of an F32.
    BF16(2),
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U8(1),
    /// One byte, 0 or 1.
    BOOL(1);

    private final int bytes;

    TensorType(int bytes) {
        this.bytes = bytes;
    }

    /// Bytes that one number takes.
    public int bytes() {
        return bytes;
    }

    /// Whether every number of this type is whole; [#BOOL] counts as 0 and 1.
    public boolean isWhole() {
        return switch (this) {
            case F32, F64, F16, BF16 -> false;
            case I64, I32, I16, I8, U8, BOOL -> true;
        };
    }
}
