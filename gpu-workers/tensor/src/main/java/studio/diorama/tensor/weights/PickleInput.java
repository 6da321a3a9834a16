package studio.diorama.tensor.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Reads a pickle's instructions and their arguments, and never past its end.
final class PickleInput {

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NAME = 256;

    private final ByteBuffer bytes;
    private final Untrusted source;

    PickleInput(byte[] pickle, Untrusted source) {
        this.bytes = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
        this.source = source;
    }

    PickleOpcode opcode() {
        int code = unsignedByte();
        PickleOpcode opcode = PickleOpcode.of(code);
        if (opcode == null) {
            throw source.refused("byte %d of its pickle is 0x%02x, which is no instruction.", bytes.position(), code);
        }
        return opcode;
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    int unsignedByte() {
        return require(1).get() & 0xFF;
    }

    int unsignedShort() {
        return require(2).getShort() & 0xFFFF;
    }

    int signedInt() {
        return require(4).getInt();
    }

    long signedLong() {
        return require(8).getLong();
    }

    /// Big-endian, unlike everything else.
    double bigEndianDouble() {
        return Double.longBitsToDouble(Long.reverseBytes(require(8).getLong()));
    }

    long unsignedInt() {
        return signedInt() & 0xFFFF_FFFFL;
    }

    /// A whole number of that many bytes, two's complement, little-endian.
    long whole(long length) {
        if (length < 0 || length > 8) {
            throw source.refused("whole numbers of up to 8 bytes are taken, got one of %d.", length);
        }
        require(length);
        long value = 0;
        for (int i = 0; i < length; i++) {
            value |= (bytes.get() & 0xFFL) << (8 * i);
        }
        int unused = 64 - 8 * (int) length;
        return length == 0 ? 0 : value << unused >> unused;
    }

    /// UTF-8.
    String text(long length) {
        if (length < 0 || length > LONGEST_TEXT) {
            throw source.refused("texts of up to %d bytes are taken, got one of %d.", LONGEST_TEXT, length);
        }
        require(length);
        ByteBuffer encoded = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException e) {
            throw source.refused("a text of its pickle is not UTF-8.");
        }
    }

    /// A name that ends with the line.
    String line() {
        int start = bytes.position();
        int length = 0;
        while (unsignedByte() != '\n') {
            length++;
            if (length > LONGEST_NAME) {
                throw source.refused("a name of its pickle is longer than %d bytes.", LONGEST_NAME);
            }
        }
        bytes.position(start);
        String name = text(length);
        bytes.get();
        return name;
    }

    /// Frames only group instructions; they must not promise more than there is.
    void frame() {
        long length = signedLong();
        if (length < 0 || length > bytes.remaining()) {
            throw source.refused("a frame of its pickle is longer than the pickle.");
        }
    }

    private ByteBuffer require(long length) {
        if (length > bytes.remaining()) {
            throw source.refused("its pickle ends early, at byte %d.", bytes.limit());
        }
        return bytes;
    }
}
