package studio.diorama.dataset.file;

/// How a channel of an OpenEXR file stores its samples, in the order of the file's numbers.
public enum ExrType {
    /// Unsigned 32-bit whole number; kept here as a float's nearest value, so exact to 2^24.
    UINT(4),
    /// 16-bit float: 11 significant bits, up to 65504. Not for depth, flow or texture coordinates.
    HALF(2),
    /// 32-bit float.
    FLOAT(4);

    private final int bytes;

    ExrType(int bytes) {
        this.bytes = bytes;
    }

    /// Bytes per sample.
    public int bytes() {
        return bytes;
    }
}
