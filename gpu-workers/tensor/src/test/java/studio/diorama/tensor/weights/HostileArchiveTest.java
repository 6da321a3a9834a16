package studio.diorama.tensor.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.diorama.common.DioramaException;

/// Zips and tensors that are not what they say.
class HostileArchiveTest {

    private static final byte[] NOTHING = Pickle.start().op(PickleOpcode.NONE).end();

    @TempDir
    private Path folder;

    @Test
    void smallestSoundArchiveIsRead() throws IOException {
        assertThat(TorchCheckpointFile.read(TorchZip.of(NOTHING).file(folder))).isEqualTo(new TorchValue.Nothing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/etc/cron.d/x", "../x", "archive/../../x", "archive/./x", "C:/x", "archive\\x", "archive/a\nb"})
    void pathsThatLeaveTheZipAreRefused(String name) throws IOException {
        refused(TorchZip.of(NOTHING).stored(name, new byte[1]).bytes()).hasMessageContaining("plain path");
    }

    @Test
    void duplicateEntriesAreRefused() throws IOException {
        byte[] zip = TorchZip.of(NOTHING).floats("0", 1).floats("1", 2).bytes();
        refused(TorchZip.replaced(zip, "archive/data/1", "archive/data/0")).hasMessageContaining("there twice");
    }

    @Test
    void compressedEntriesAreRefused() throws IOException {
        byte[] bomb = new byte[10_000_000];
        refused(TorchZip.of(NOTHING).compressed("archive/data/0", bomb).bytes()).hasMessageContaining("compressed");
    }

    @Test
    void secondFolderAndSecondProgramAreRefused() throws IOException {
        refused(TorchZip.of(NOTHING).stored("other/x", new byte[1]).bytes()).hasMessageContaining("lies outside");
        refused(TorchZip.of(NOTHING).stored("other/data.pkl", NOTHING).bytes()).hasMessageContaining("got 2");
        refused(new TorchZip().stored("archive/readme", NOTHING).bytes()).hasMessageContaining("got 0");
    }

    @Test
    void otherFormatsAreRefusedSayingWhatToDo() throws IOException {
        refused(HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa850192e80024de9032e"))
                .hasMessageContainingAll("before 1.6", "torch.save");
        byte[] tar = new byte[1024];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        refused(tar).hasMessageContainingAll("tar format", "torch.save");
        refused(NOTHING).hasMessageContaining("bare Python pickle");
        refused("<html>".getBytes(StandardCharsets.UTF_8)).hasMessageContaining("another kind of file");
        refused(new byte[0]).hasMessageContaining("another kind of file");
        refused(TorchZip.of(NOTHING).stored("archive/constants.pkl", NOTHING).bytes())
                .hasMessageContaining("TorchScript");
        refused(TorchZip.of(NOTHING)
                        .stored("archive/byteorder", "big".getBytes(StandardCharsets.US_ASCII))
                        .bytes())
                .hasMessageContaining("little-endian");
    }

    @Test
    void cutAndDamagedZipsAreRefused() throws IOException {
        byte[] zip = TorchZip.of(tensor(3, 0, new int[] {3}, new int[] {1}))
                .floats("0", 1, 2, 3)
                .bytes();
        for (int length = 0; length < zip.length; length += 7) {
            refused(Arrays.copyOf(zip, length));
        }
        byte[] floatsOfTwo = {0, 0, 0, 0x40};
        String before = new String(floatsOfTwo, StandardCharsets.ISO_8859_1);
        refused(TorchZip.replaced(zip, before, "\0\0\0\1")).hasMessageContaining("damaged");
    }

    @Test
    void tensorsOutsideTheirStorageAreRefused() throws IOException {
        refusedTensor(3, 0, new int[] {4}, new int[] {1}).hasMessageContaining("does not fit");
        refusedTensor(3, 1, new int[] {3}, new int[] {1}).hasMessageContaining("does not fit");
        refusedTensor(3, -1, new int[] {1}, new int[] {1}).hasMessageContaining("does not fit");
        refusedTensor(3, 0, new int[] {2}, new int[] {3}).hasMessageContaining("does not fit");
        refusedTensor(3, 2, new int[] {3}, new int[] {-1}).hasMessageContaining("negative stride");
        refusedTensor(3, 0, new int[] {3}, new int[] {}).hasMessageContaining("1 sizes and 0 strides");
        refusedTensor(3, 0, new int[] {-3, -1}, new int[] {1, 1}).hasMessageContaining("impossible shape");
        int most = Integer.MAX_VALUE;
        refusedTensor(3, 0, new int[] {most, most, most}, new int[] {0, 0, 0}).hasMessageContaining("impossible");
        refusedTensor(3, 0, new int[] {2, 2}, new int[] {most, most}).hasMessageContaining("does not fit");
        // A view that repeats one number a million times.
        refusedTensor(3, 0, new int[] {1_000_000}, new int[] {0}).hasMessageContaining("does not fit");
        refusedTensor(3, 0, new int[30], new int[30]).hasMessageContaining("at most 16 dimensions");
        refusedTensor(3, 0, new int[100], new int[100]).hasMessageContaining("100 dimensions");
    }

    @Test
    void storagesThatAreNotWhatIsClaimedAreRefused() throws IOException {
        refusedTensor(2, 0, new int[] {1}, new int[] {1}).hasMessageContaining("should have 8 bytes, it has 12");
        refusedTensor(4, 0, new int[] {1}, new int[] {1}).hasMessageContaining("should have 16 bytes, it has 12");
        refusedTensor(-1, 0, new int[] {0}, new int[] {1}).hasMessageContaining("got one of -1");
        refusedTensor(Integer.MAX_VALUE, 0, new int[] {1}, new int[] {1}).hasMessageContaining("2 GiB");
        byte[] missing = Pickle.start()
                .tensor("FloatStorage", "9", 1, 0, new int[] {1}, new int[] {1})
                .end();
        refused(TorchZip.of(missing).bytes()).hasMessageContaining("storage 9 is not in the zip");
        byte[] escaping = Pickle.start()
                .tensor("FloatStorage", "../data.pkl", 1, 0, new int[] {1}, new int[] {1})
                .end();
        refused(TorchZip.of(escaping).bytes()).hasMessageContaining("\"../data.pkl\"");
        byte[] twoTypes = Pickle.start()
                .tensor("FloatStorage", "0", 3, 0, new int[] {1}, new int[] {1})
                .tensor("IntStorage", "0", 3, 0, new int[] {1}, new int[] {1})
                .op(PickleOpcode.TUPLE2)
                .end();
        refused(TorchZip.of(twoTypes).floats("0", 1, 2, 3).bytes()).hasMessageContaining("once of F32");
    }

    /// Transposed views are copied; a program that makes many of one storage runs into the limit.
    @Test
    void copiesCountAgainstTheLimit() throws IOException {
        Pickle pickle = Pickle.start().op(PickleOpcode.MARK);
        for (int i = 0; i < 100; i++) {
            pickle.tensor("FloatStorage", "0", 10_000, 0, new int[] {100, 100}, new int[] {1, 100});
        }
        Path file = TorchZip.of(pickle.op(PickleOpcode.TUPLE).end())
                .floats("0", new float[10_000])
                .file(folder);
        assertThat(TorchCheckpointFile.read(file)).isInstanceOf(TorchValue.Sequence.class);
        assertThatThrownBy(() -> TorchCheckpointFile.read(file, 2_000_000))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("more bytes together");
        assertThatThrownBy(() -> TorchCheckpointFile.read(file, 1000))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("at most 1000 bytes");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refusedTensor(
            int elements, int offset, int[] sizes, int[] strides) throws IOException {
        return refused(TorchZip.of(tensor(elements, offset, sizes, strides))
                .floats("0", 1, 2, 3)
                .bytes());
    }

    private static byte[] tensor(int elements, int offset, int[] sizes, int[] strides) {
        return Pickle.start()
                .tensor("FloatStorage", "0", elements, offset, sizes, strides)
                .end();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("weights.pth"), bytes);
        return assertThatThrownBy(() -> TorchCheckpointFile.read(file))
                .isInstanceOf(DioramaException.class)
                .hasMessageStartingWith("weights.pth: ");
    }
}
