package studio.diorama.geometry.internal.ply;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// How a number is stored, under either of the two names in use.
enum PlyType {
    CHAR("char", "int8", 1),
    UCHAR("uchar", "uint8", 1),
    SHORT("short", "int16", 2),
    USHORT("ushort", "uint16", 2),
    INT("int", "int32", 4),
    UINT("uint", "uint32", 4),
    FLOAT("float", "float32", 4),
    DOUBLE("double", "float64", 8);

    private final String name;
    private final String sizedName;
    private final int bytes;

    PlyType(String name, String sizedName, int bytes) {
        this.name = name;
        this.sizedName = sizedName;
        this.bytes = bytes;
    }

    static Optional<PlyType> of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.name.equals(word) || type.sizedName.equals(word))
                .findFirst();
    }

    int bytes() {
        return bytes;
    }

    double read(ByteBuffer from) {
        return switch (this) {
            case CHAR -> from.get();
            case UCHAR -> from.get() & 0xFF;
            case SHORT -> from.getShort();
            case USHORT -> from.getShort() & 0xFFFF;
            case INT -> from.getInt();
            case UINT -> from.getInt() & 0xFFFFFFFFL;
            case FLOAT -> from.getFloat();
            case DOUBLE -> from.getDouble();
        };
    }
}
