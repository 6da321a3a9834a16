package studio.diorama.tensor.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.diorama.common.DioramaException;
import studio.diorama.tensor.weights.TorchValue.Array;
import studio.diorama.tensor.weights.TorchValue.Dictionary;
import studio.diorama.tensor.weights.TorchValue.Nothing;
import studio.diorama.tensor.weights.TorchValue.Real;
import studio.diorama.tensor.weights.TorchValue.Sequence;
import studio.diorama.tensor.weights.TorchValue.Text;
import studio.diorama.tensor.weights.TorchValue.Truth;
import studio.diorama.tensor.weights.TorchValue.Whole;

class TorchCheckpointFileTest {

    /// A checkpoint of the shape `{epoch_num, state_dict, optimizer, grad_scaler}`, pickled by Python's own pickle
    /// module with classes of torch's names: protocol 2, which torch.save uses, then protocol 4.
    private static final String BY_PYTHON =
            "gAJ9cQAoWAkAAABlcG9jaF9udW1xAUseWAoAAABzdGF0ZV9kaWN0cQJjY29sbGVjdGlvbnMKT3JkZXJlZERp"
                    + "Y3QKcQMpUnEEKFgBAAAAd3EFY3RvcmNoLl91dGlscwpfcmVidWlsZF90ZW5zb3JfdjIKcQYoKFgHAAAAc3Rv"
                    + "cmFnZXEHY3RvcmNoCkZsb2F0U3RvcmFnZQpxCFgBAAAAMHEJWAMAAABjcHVxCksGdHELUUsASwJLA4ZxDEsD"
                    + "SwGGcQ2JaAMpUnEOdHEPUnEQWAwAAAB3X3RyYW5zcG9zZWRxEWgGKChoB2gIaAloCksGdHESUUsASwNLAoZx"
                    + "E0sBSwOGcRSJaAMpUnEVdHEWUnEXWAQAAAB0YWlscRhjdG9yY2guX3V0aWxzCl9yZWJ1aWxkX3BhcmFtZXRl"
                    + "cgpxGWgGKChoB2gIaAloCksGdHEaUUsESwKFcRtLAYVxHIloAylScR10cR5ScR+IaAMpUnEgh3EhUnEiWAUA"
                    + "AABzdGVwc3EjaAYoKGgHY3RvcmNoCkxvbmdTdG9yYWdlCnEkWAEAAAAxcSVoCksBdHEmUUsAKSmJaAMpUnEn"
                    + "dHEoUnEpdX1xKlgJAAAAX21ldGFkYXRhcStoAylScSxYAAAAAHEtfXEuWAcAAAB2ZXJzaW9ucS9LAXNzc2JY"
                    + "CQAAAG9wdGltaXplcnEwfXExKFgFAAAAc3RhdGVxMn1xM0sAfXE0WAQAAABzdGVwcTVLB3NzWAwAAABwYXJh"
                    + "bV9ncm91cHNxNl1xN31xOChYAgAAAGxycTlHPxo24uscQy1YBQAAAGJldGFzcTpHP+zMzMzMzM1HP+/3ztkW"
                    + "hyuGcTtYBwAAAGFtc2dyYWRxPIlYAQAAAHhxPU5YBgAAAHBhcmFtc3E+XXE/KEsASwFLAmVYAwAAAGJpZ3FA"
                    + "igYAAAAAAP91YXVYCwAAAGdyYWRfc2NhbGVycUF9cUJYBQAAAHNjYWxlcUNHQPAAAAAAAABzdS4=";

    private static final String BY_PYTHON_PROTOCOL_4 =
            "gASVXQIAAAAAAAB9lCiMCWVwb2NoX251bZRLHowKc3RhdGVfZGljdJSMC2NvbGxlY3Rpb25zlIwLT3JkZXJl"
                    + "ZERpY3SUk5QpUpQojAF3lIwMdG9yY2guX3V0aWxzlIwSX3JlYnVpbGRfdGVuc29yX3YylJOUKCiMB3N0b3Jh"
                    + "Z2WUjAV0b3JjaJSMDEZsb2F0U3RvcmFnZZSTlIwBMJSMA2NwdZRLBnSUUUsASwJLA4aUSwNLAYaUiWgFKVKU"
                    + "dJRSlIwMd190cmFuc3Bvc2VklGgKKChoC2gOaA9oEEsGdJRRSwBLA0sChpRLAUsDhpSJaAUpUpR0lFKUjAR0"
                    + "YWlslGgIjBJfcmVidWlsZF9wYXJhbWV0ZXKUk5RoCigoaAtoDmgPaBBLBnSUUUsESwKFlEsBhZSJaAUpUpR0"
                    + "lFKUiGgFKVKUh5RSlIwFc3RlcHOUaAooKGgLaAyMC0xvbmdTdG9yYWdllJOUjAExlGgQSwF0lFFLACkpiWgF"
                    + "KVKUdJRSlHV9lIwJX21ldGFkYXRhlGgFKVKUjACUfZSMB3ZlcnNpb26USwFzc3NijAlvcHRpbWl6ZXKUfZQo"
                    + "jAVzdGF0ZZR9lEsAfZSMBHN0ZXCUSwdzc4wMcGFyYW1fZ3JvdXBzlF2UfZQojAJscpRHPxo24uscQy2MBWJl"
                    + "dGFzlEc/7MzMzMzMzUc/7/fO2RaHK4aUjAdhbXNncmFklImMAXiUTowGcGFyYW1zlF2UKEsASwFLAmWMA2Jp"
                    + "Z5SKBgAAAAAA/3VhdYwLZ3JhZF9zY2FsZXKUfZSMBXNjYWxllEdA8AAAAAAAAHN1Lg==";

    @TempDir
    private Path folder;

    static Stream<String> checkpointsByPython() {
        return Stream.of(BY_PYTHON, BY_PYTHON_PROTOCOL_4);
    }

    @ParameterizedTest
    @MethodSource("checkpointsByPython")
    void checkpointOfPythonsPicklerIsRead(String pickle) throws IOException {
        Dictionary checkpoint =
                (Dictionary) read(TorchZip.of(Base64.getDecoder().decode(pickle))
                        .stored("archive/byteorder", "little".getBytes(StandardCharsets.US_ASCII))
                        .stored("archive/version", "3\n".getBytes(StandardCharsets.US_ASCII))
                        .stored("archive/.data/serialization_id", new byte[40])
                        .floats("0", 0, 1, 2, 3, 4, 5)
                        .longs("1", 1000));
        assertThat(checkpoint.get("epoch_num")).isEqualTo(new Whole(30));
        NamedTensors weights = ((Dictionary) checkpoint.get("state_dict")).toNamedTensors();
        assertThat(weights.tensors().keySet()).containsExactly("w", "w_transposed", "tail", "steps");
        assertThat(weights.get("w").shape()).containsExactly(2L, 3L);
        assertThat(weights.get("w").toFloats()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(weights.get("w_transposed").shape()).containsExactly(3L, 2L);
        assertThat(weights.get("w_transposed").toFloats()).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(weights.get("tail").toFloats()).containsExactly(4, 5);
        assertThat(weights.get("steps").shape()).isEmpty();
        assertThat(weights.get("steps").toLongs()).containsExactly(1000);
        Dictionary optimiser = (Dictionary) checkpoint.get("optimizer");
        assertThat(((Dictionary) optimiser.get("state")).entries())
                .containsKey(new Whole(0))
                .hasSize(1);
        Dictionary group =
                (Dictionary) ((Sequence) optimiser.get("param_groups")).items().getFirst();
        assertThat(group.get("lr")).isEqualTo(new Real(1e-4));
        assertThat(group.get("betas")).isEqualTo(new Sequence(List.of(new Real(0.9), new Real(0.999))));
        assertThat(group.get("amsgrad")).isEqualTo(new Truth(false));
        assertThat(group.get("x")).isEqualTo(new Nothing());
        assertThat(group.get("big")).isEqualTo(new Whole(-(1L << 40)));
    }

    @Test
    void everyStorageTypeIsRead() throws IOException {
        Object[][] types = {
            {"FloatStorage", TensorType.F32},
            {"DoubleStorage", TensorType.F64},
            {"HalfStorage", TensorType.F16},
            {"BFloat16Storage", TensorType.BF16},
            {"LongStorage", TensorType.I64},
            {"IntStorage", TensorType.I32},
            {"ShortStorage", TensorType.I16},
            {"CharStorage", TensorType.I8},
            {"ByteStorage", TensorType.U8},
            {"BoolStorage", TensorType.BOOL}
        };
        for (Object[] type : types) {
            TensorType expected = (TensorType) type[1];
            byte[] pickle = Pickle.start()
                    .tensor((String) type[0], "0", 2, 0, new int[] {2}, new int[] {1})
                    .end();
            Array array = (Array) read(TorchZip.of(pickle).stored("archive/data/0", new byte[2 * expected.bytes()]));
            assertThat(array.tensor().type()).isEqualTo(expected);
            assertThat(array.tensor().toFloats()).containsExactly(0, 0);
        }
    }

    @Test
    void tensorsOfOneStorageShareItsBytes() throws IOException {
        byte[] pickle = Pickle.start()
                .op(PickleOpcode.MARK)
                .tensor("FloatStorage", "0", 4, 0, new int[] {4}, new int[] {1})
                .tensor("FloatStorage", "0", 4, 2, new int[] {1, 2}, new int[] {9, 1})
                .op(PickleOpcode.TUPLE)
                .end();
        // 16 bytes of storage: a copy of any tensor would be over the limit.
        Path file = TorchZip.of(pickle).floats("0", 1, 2, 3, 4).file(folder);
        Sequence both = (Sequence) TorchCheckpointFile.read(file, Files.size(file));
        assertThat(((Array) both.items().get(0)).tensor().toFloats()).containsExactly(1, 2, 3, 4);
        assertThat(((Array) both.items().get(1)).tensor().toFloats()).containsExactly(3, 4);
    }

    @Test
    void emptyTensorsAndStridesOfSingleSizesAreFine() throws IOException {
        byte[] pickle = Pickle.start()
                .op(PickleOpcode.MARK)
                .tensor("FloatStorage", "0", 0, 0, new int[] {0, 3}, new int[] {3, 1})
                .tensor("FloatStorage", "1", 3, 1, new int[] {1, 2, 1}, new int[] {77, 1, 55})
                .op(PickleOpcode.TUPLE)
                .end();
        Sequence both = (Sequence) read(TorchZip.of(pickle).floats("0").floats("1", 7, 8, 9));
        assertThat(((Array) both.items().get(0)).tensor().shape()).containsExactly(0L, 3L);
        assertThat(((Array) both.items().get(1)).tensor().toFloats()).containsExactly(8, 9);
    }

    @Test
    void anythingButTensorsIsNoStateDict() throws IOException {
        byte[] pickle = Pickle.start()
                .op(PickleOpcode.EMPTY_DICT, PickleOpcode.MARK)
                .text("lr")
                .whole(3)
                .op(PickleOpcode.SETITEMS)
                .end();
        Dictionary dictionary = (Dictionary) read(TorchZip.of(pickle));
        assertThat(dictionary.find("lr")).contains(new Whole(3));
        assertThat(dictionary.find("LR")).isEmpty();
        assertThat(dictionary.entries()).containsOnlyKeys(new Text("lr"));
        assertThatThrownBy(dictionary::toNamedTensors)
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll("\"lr\"", "a whole number");
    }

    private TorchValue read(TorchZip zip) throws IOException {
        return TorchCheckpointFile.read(zip.file(folder));
    }
}
