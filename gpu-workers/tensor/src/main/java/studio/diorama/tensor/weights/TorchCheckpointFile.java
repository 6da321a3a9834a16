package studio.diorama.tensor.weights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import studio.diorama.common.DioramaException;

/// Imports what `torch.save` wrote (`.pth`, `.pt`), without Python and without running what is in it.
///
/// Such a file is a zip of a Python pickle and the tensors' raw bytes. A pickle is a program that may call anything;
/// here a reader of our own steps through it, knows only the few calls that rebuild a tensor or an ordered dictionary,
/// and refuses every other one by its name. The result holds no code and can be kept as safetensors.
public final class TorchCheckpointFile {

    /// Unless another limit is given: no file, and no sum of tensors, over 4 GiB.
    public static final long MAXIMUM_BYTES = 4L << 30;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    /// How PyTorch before 1.6 began: a pickle of protocol 2 with one long number, its mark.
    private static final byte[] BEFORE_1_6 = HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa85019");
    private static final byte[] TAR = "ustar".getBytes(StandardCharsets.US_ASCII);
    private static final int TAR_MARK_AT = 257;
    private static final String SAVE_AGAIN =
            "load it once with a current PyTorch and save it again with torch.save," + " or convert it to safetensors.";

    private TorchCheckpointFile() {}

    /// With the usual limit.
    ///
    /// @throws DioramaException naming what is refused
    public static TorchValue read(Path file) {
        return read(file, MAXIMUM_BYTES);
    }

    /// @param maximumBytes a longer file is refused, and so are tensors that take more together
    /// @throws DioramaException naming what is refused
    public static TorchValue read(Path file, long maximumBytes) {
        Untrusted source = new Untrusted(file.getFileName().toString());
        try {
            requireZip(file, source);
            if (Files.size(file) > maximumBytes) {
                throw source.tooLarge("at most %d bytes are taken, got %d.", maximumBytes, Files.size(file));
            }
            try (TorchArchive archive = TorchArchive.open(file, source)) {
                TorchTensors tensors = new TorchTensors(archive, maximumBytes, source);
                return new TorchUnpickler(archive.program(), tensors, source).run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireZip(Path file, Untrusted source) throws IOException {
        byte[] start;
        try (InputStream stream = Files.newInputStream(file)) {
            start = stream.readNBytes(TAR_MARK_AT + TAR.length);
        }
        if (begins(start, 0, ZIP)) {
            return;
        }
        if (begins(start, 0, EMPTY_ZIP)) {
            throw source.refused("the zip is empty.");
        }
        if (begins(start, 0, BEFORE_1_6)) {
            throw source.refused("this is the format of PyTorch before 1.6, which is not read; " + SAVE_AGAIN);
        }
        if (begins(start, TAR_MARK_AT, TAR)) {
            throw source.refused("this is the tar format of PyTorch before 0.1.10, which is not read; " + SAVE_AGAIN);
        }
        if (start.length > 0 && (start[0] & 0xFF) == 0x80) {
            throw source.refused("this is a bare Python pickle, which is not read; " + SAVE_AGAIN);
        }
        throw source.refused("a zip written by torch.save was expected, got another kind of file.");
    }

    private static boolean begins(byte[] bytes, int at, byte[] mark) {
        return bytes.length >= at + mark.length && Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
    }
}
