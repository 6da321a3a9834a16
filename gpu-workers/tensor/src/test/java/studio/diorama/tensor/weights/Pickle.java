package studio.diorama.tensor.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Assembles pickles by hand, instruction by instruction, sound ones and others.
final class Pickle {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Pickle() {}

    /// Protocol 2, as torch.save writes.
    static Pickle start() {
        return new Pickle().op(PickleOpcode.PROTO).raw(2);
    }

    Pickle op(PickleOpcode... opcodes) {
        for (PickleOpcode opcode : opcodes) {
            bytes.write(opcode.code());
        }
        return this;
    }

    Pickle raw(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    Pickle int32(int value) {
        byte[] encoded = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
        bytes.writeBytes(encoded);
        return this;
    }

    Pickle text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        op(PickleOpcode.BINUNICODE).int32(encoded.length);
        bytes.writeBytes(encoded);
        return this;
    }

    Pickle whole(int value) {
        return op(PickleOpcode.BININT).int32(value);
    }

    Pickle wholes(int... values) {
        op(PickleOpcode.MARK);
        for (int value : values) {
            whole(value);
        }
        return op(PickleOpcode.TUPLE);
    }

    Pickle line(String text) {
        bytes.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Pickle global(String module, String name) {
        return op(PickleOpcode.GLOBAL).line(module).line(name);
    }

    Pickle emptyOrdered() {
        return global("collections", "OrderedDict").op(PickleOpcode.EMPTY_TUPLE, PickleOpcode.REDUCE);
    }

    Pickle storage(String type, String key, int elements) {
        return op(PickleOpcode.MARK)
                .text("storage")
                .global("torch", type)
                .text(key)
                .text("cpu")
                .whole(elements)
                .op(PickleOpcode.TUPLE, PickleOpcode.BINPERSID);
    }

    Pickle tensor(String type, String key, int elements, int offset, int[] sizes, int[] strides) {
        return global("torch._utils", "_rebuild_tensor_v2")
                .op(PickleOpcode.MARK)
                .storage(type, key, elements)
                .whole(offset)
                .wholes(sizes)
                .wholes(strides)
                .op(PickleOpcode.NEWFALSE)
                .emptyOrdered()
                .op(PickleOpcode.TUPLE, PickleOpcode.REDUCE);
    }

    /// With the last instruction.
    byte[] end() {
        return op(PickleOpcode.STOP).bytes.toByteArray();
    }
}
