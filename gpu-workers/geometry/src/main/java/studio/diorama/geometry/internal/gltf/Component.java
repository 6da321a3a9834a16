package studio.diorama.geometry.internal.gltf;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// How one number of an accessor is stored; the codes are OpenGL's.
enum Component {
    BYTE(5120, 1, 127),
    UNSIGNED_BYTE(5121, 1, 255),
    SHORT(5122, 2, 32767),
    UNSIGNED_SHORT(5123, 2, 65535),
    UNSIGNED_INT(5125, 4, 4294967295.0),
    FLOAT(5126, 4, 1);

    private final int code;
    private final int bytes;
    private final double most;

    Component(int code, int bytes, double most) {
        this.code = code;
        this.bytes = bytes;
        this.most = most;
    }

    static Optional<Component> of(long code) {
        return Arrays.stream(values())
                .filter(component -> component.code == code)
                .findFirst();
    }

    int code() {
        return code;
    }

    int bytes() {
        return bytes;
    }

    double read(ByteBuffer buffer, int at) {
        return switch (this) {
            case BYTE -> buffer.get(at);
            case UNSIGNED_BYTE -> buffer.get(at) & 0xFF;
            case SHORT -> buffer.getShort(at);
            case UNSIGNED_SHORT -> buffer.getShort(at) & 0xFFFF;
            case UNSIGNED_INT -> buffer.getInt(at) & 0xFFFFFFFFL;
            case FLOAT -> buffer.getFloat(at);
        };
    }

    /// A stored integer as a share of the greatest one; the least signed one is held to -1.
    double normalised(double value) {
        return Math.max(-1, value / most);
    }
}
