package studio.diorama.tensor.weights;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.diorama.common.DioramaException;

/// Programs that want more than to rebuild tensors.
class HostilePickleTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "os, system",
        "posix, system",
        "builtins, eval",
        "__builtin__, exec",
        "subprocess, Popen",
        "copyreg, _reconstructor",
        "copy_reg, _reconstructor",
        "torch, load",
        "torch._utils, _rebuild_tensor",
        "torch._utils, _rebuild_tensor_v2.__globals__",
        "torch, ComplexFloatStorage",
        "torch.storage, _load_from_bytes",
        "collections, defaultdict",
        "numpy.core.multiarray, _reconstruct"
    })
    void foreignNamesAreRefusedByName(String module, String name) throws IOException {
        refused(Pickle.start()
                        .global(module, name)
                        .op(PickleOpcode.MARK)
                        .text("touch /tmp/hacked")
                        .op(PickleOpcode.TUPLE, PickleOpcode.REDUCE))
                .hasMessageContaining("\"" + module + "." + name + "\"")
                .hasMessageContaining("Nothing was run");
        refused(Pickle.start().text(module).text(name).op(PickleOpcode.STACK_GLOBAL))
                .hasMessageContaining("\"" + module + "." + name + "\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = PickleOpcode.class,
            names = {
                "INST",
                "OBJ",
                "NEWOBJ",
                "NEWOBJ_EX",
                "EXT1",
                "EXT2",
                "EXT4",
                "EMPTY_SET",
                "ADDITEMS",
                "FROZENSET",
                "BINBYTES",
                "SHORT_BINBYTES",
                "BINBYTES8",
                "BYTEARRAY8",
                "NEXT_BUFFER",
                "READONLY_BUFFER",
                "INT",
                "LONG",
                "FLOAT",
                "STRING",
                "UNICODE",
                "GET",
                "PUT",
                "PERSID"
            })
    void foreignInstructionsAreRefusedByName(PickleOpcode opcode) throws IOException {
        refused(Pickle.start().op(opcode).raw(1, 1, 1, 1, 1, 1, 1, 1, '\n')).hasMessageContaining(opcode.name());
    }

    @Test
    void stateIsSetForMetadataOnly() throws IOException {
        refused(Pickle.start()
                        .emptyOrdered()
                        .op(PickleOpcode.EMPTY_DICT)
                        .text("__class__")
                        .whole(1)
                        .op(PickleOpcode.SETITEM, PickleOpcode.BUILD))
                .hasMessageContaining("BUILD");
        refused(Pickle.start().op(PickleOpcode.EMPTY_LIST, PickleOpcode.EMPTY_DICT, PickleOpcode.BUILD))
                .hasMessageContaining("BUILD");
    }

    @Test
    void onlyTheKnownNamesAreCalledAndWithTheKnownArguments() throws IOException {
        refused(Pickle.start().text("f").op(PickleOpcode.EMPTY_TUPLE, PickleOpcode.REDUCE))
                .hasMessageContaining("no name");
        refused(Pickle.start().global("torch", "FloatStorage").op(PickleOpcode.EMPTY_TUPLE, PickleOpcode.REDUCE))
                .hasMessageContaining("FLOAT_STORAGE");
        refused(Pickle.start()
                        .global("collections", "OrderedDict")
                        .op(PickleOpcode.EMPTY_LIST, PickleOpcode.TUPLE1, PickleOpcode.REDUCE))
                .hasMessageContaining("ordered dictionary");
        refused(Pickle.start()
                        .global("torch._utils", "_rebuild_tensor_v2")
                        .op(PickleOpcode.EMPTY_TUPLE, PickleOpcode.REDUCE))
                .hasMessageContaining("rebuilds a tensor");
        refused(Pickle.start()
                        .global("torch._utils", "_rebuild_parameter")
                        .whole(1)
                        .op(PickleOpcode.NEWTRUE, PickleOpcode.NONE, PickleOpcode.TUPLE3, PickleOpcode.REDUCE))
                .hasMessageContaining("rebuilds a parameter");
        refused(Pickle.start().global("torch", "FloatStorage")).hasMessageContaining("bare name");
        refused(Pickle.start().storage("FloatStorage", "0", 1)).hasMessageContaining("stands for itself");
        refused(Pickle.start().text("storage").op(PickleOpcode.TUPLE1, PickleOpcode.BINPERSID))
                .hasMessageContaining("no storage");
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        Pickle pickle = Pickle.start().op(PickleOpcode.EMPTY_TUPLE);
        for (int i = 0; i < 500_000; i++) {
            pickle.op(PickleOpcode.TUPLE1);
        }
        refused(pickle).hasMessageContaining("deeper than");
    }

    @Test
    void listThatHoldsItselfIsRefused() throws IOException {
        refused(Pickle.start()
                        .op(PickleOpcode.EMPTY_LIST, PickleOpcode.BINPUT)
                        .raw(0)
                        .op(PickleOpcode.BINGET)
                        .raw(0)
                        .op(PickleOpcode.APPEND))
                .hasMessageContaining("holds itself");
    }

    /// Each tuple holds the last one twice: 50 lines, 2⁵⁰ laughs.
    @Test
    void billionLaughsAreRefused() throws IOException {
        Pickle pickle = Pickle.start().text("lol");
        for (int i = 0; i < 50; i++) {
            pickle.op(PickleOpcode.BINPUT).raw(i).op(PickleOpcode.BINGET).raw(i).op(PickleOpcode.TUPLE2);
        }
        refused(pickle).hasMessageContaining("values");
    }

    @Test
    void memoBombIsRefused() throws IOException {
        Pickle pickle = Pickle.start().op(PickleOpcode.NONE);
        for (int i = 0; i < 2_100_000; i++) {
            pickle.op(PickleOpcode.LONG_BINPUT).int32(i);
        }
        refused(pickle).hasMessageContaining("more than 2000000 values");
    }

    @Test
    void markBombIsRefused() throws IOException {
        Pickle pickle = Pickle.start();
        for (int i = 0; i < 2_100_000; i++) {
            pickle.op(PickleOpcode.MARK);
        }
        refused(pickle).hasMessageContaining("more than 2000000 values");
    }

    @Test
    void hugeNumbersAndTextsAreRefused() throws IOException {
        refused(Pickle.start().op(PickleOpcode.LONG4).int32(Integer.MAX_VALUE)).hasMessageContaining("2147483647");
        refused(Pickle.start().op(PickleOpcode.LONG4).int32(-1)).hasMessageContaining("got one of -1");
        refused(Pickle.start().op(PickleOpcode.LONG1).raw(9, 0, 0, 0, 0, 0, 0, 0, 0, 1))
                .hasMessageContaining("of 9");
        refused(Pickle.start().op(PickleOpcode.BINUNICODE).int32(-1)).hasMessageContaining("4294967295");
        refused(Pickle.start().op(PickleOpcode.BINUNICODE8).raw(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF))
                .hasMessageContaining("of -1");
        refused(Pickle.start().op(PickleOpcode.BINUNICODE).int32(500_000)).hasMessageContaining("ends early");
        refused(Pickle.start().op(PickleOpcode.SHORT_BINUNICODE).raw(2, 0xC3, 0x28))
                .hasMessageContaining("UTF-8");
        refused(Pickle.start().op(PickleOpcode.FRAME).int32(-1).int32(0x7FFFFFFF))
                .hasMessageContaining("frame");
        refused(Pickle.start().op(PickleOpcode.GLOBAL).line("x".repeat(300))).hasMessageContaining("longer than 256");
    }

    @Test
    void brokenProgramsAreRefused() throws IOException {
        refused(Pickle.start()).hasMessageContaining("stack");
        refused(Pickle.start().op(PickleOpcode.POP_MARK)).hasMessageContaining("mark");
        refused(Pickle.start().op(PickleOpcode.BINGET).raw(3)).hasMessageContaining("value 3");
        refused(Pickle.start().raw(0xFE)).hasMessageContaining("0xfe");
        refused(Pickle.start().op(PickleOpcode.NONE, PickleOpcode.NONE)).hasMessageContaining("over at its end");
        refused(Pickle.start().op(PickleOpcode.NONE, PickleOpcode.STOP)).hasMessageContaining("over at its end");
        refused(Pickle.start().op(PickleOpcode.NONE, PickleOpcode.NONE, PickleOpcode.APPEND))
                .hasMessageContaining("no list");
        refused(Pickle.start().op(PickleOpcode.NONE, PickleOpcode.NONE, PickleOpcode.NONE, PickleOpcode.SETITEM))
                .hasMessageContaining("no dictionary");
        refused(Pickle.start().op(PickleOpcode.EMPTY_DICT, PickleOpcode.MARK, PickleOpcode.NONE, PickleOpcode.SETITEMS))
                .hasMessageContaining("no value");
        refused(Pickle.start()
                        .op(PickleOpcode.EMPTY_DICT, PickleOpcode.EMPTY_LIST, PickleOpcode.NONE, PickleOpcode.SETITEM))
                .hasMessageContaining("keys");
        refused(Pickle.start().op(PickleOpcode.PROTO).raw(6)).hasMessageContaining("got 6");
    }

    /// Whatever a byte is changed to, the answer is a value or a refusal in words, never another failure.
    @Test
    void damagedProgramsNeverFailOtherwise() throws IOException {
        byte[] sound = Pickle.start()
                .op(PickleOpcode.EMPTY_DICT, PickleOpcode.MARK)
                .text("w")
                .tensor("FloatStorage", "0", 6, 0, new int[] {3, 2}, new int[] {1, 3})
                .text("v")
                .op(PickleOpcode.BINPUT)
                .raw(1)
                .wholes(1, 2, 3)
                .op(PickleOpcode.SETITEMS)
                .end();
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = sound.clone();
            for (int change = 0; change <= i % 3; change++) {
                damaged[random.nextInt(2, damaged.length)] = (byte) random.nextInt();
            }
            byte[] cut = i % 5 == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
            Path file = TorchZip.of(cut).floats("0", 1, 2, 3, 4, 5, 6).file(folder);
            try {
                TorchCheckpointFile.read(file);
            } catch (DioramaException expected) {
                assertThatThrownBy(() -> {
                            throw expected;
                        })
                        .hasMessageStartingWith("weights.pth: ");
            }
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(Pickle pickle) throws IOException {
        Path file = TorchZip.of(pickle.end()).floats("0", 1).file(folder);
        return assertThatThrownBy(() -> TorchCheckpointFile.read(file))
                .isInstanceOf(DioramaException.class)
                .hasMessageStartingWith("weights.pth: ");
    }
}
