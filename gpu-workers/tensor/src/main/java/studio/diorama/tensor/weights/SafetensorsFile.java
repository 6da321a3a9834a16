package studio.diorama.tensor.weights;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.diorama.common.DioramaException;

/// Weights as a safetensors file: eight bytes that tell the header's length, a JSON header (type, shape and place of
/// each tensor), then the tensors' bytes without a gap. The format is described at
/// github.com/huggingface/safetensors.
///
/// What is read is judged like a stranger's file: every length is checked before it is believed, and memory grows with
/// the bytes that are there, not with those that are claimed.
public final class SafetensorsFile {

    /// The format's own limit.
    static final int LONGEST_HEADER = 100_000_000;

    private static final int LENGTH_BYTES = 8;

    private SafetensorsFile() {}

    /// @throws DioramaException saying what does not fit
    public static NamedTensors read(Path file) {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            return read(
                    stream, Files.size(file), new Untrusted(file.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads to the end of the stream, which stays open.
    ///
    /// @param maximumBytes a longer file is refused
    /// @throws DioramaException saying what does not fit
    public static NamedTensors read(InputStream stream, long maximumBytes) {
        try {
            return read(stream, maximumBytes, new Untrusted("The safetensors file"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NamedTensors read(InputStream stream, long maximumBytes, Untrusted file) throws IOException {
        long headerLength = ByteBuffer.wrap(exactly(stream, LENGTH_BYTES, "the header's length", file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (headerLength < 2 || headerLength > LONGEST_HEADER) {
            throw file.refused(
                    "a safetensors header of 2 to %d bytes was expected, got %s; this is another kind of file, or damaged.",
                    LONGEST_HEADER, Long.toUnsignedString(headerLength));
        }
        SafetensorsHeader header =
                SafetensorsHeader.parse(exactly(stream, (int) headerLength, "the header", file), file);
        if (LENGTH_BYTES + headerLength + header.dataBytes() > maximumBytes) {
            throw file.tooLarge(
                    "the header promises %d bytes of tensors, and the whole file may have %d bytes.",
                    header.dataBytes(), maximumBytes);
        }
        Map<String, StoredTensor> read = new HashMap<>();
        for (SafetensorsHeader.Entry entry : header.inFileOrder()) {
            byte[] data = exactly(stream, (int) (entry.end() - entry.begin()), "tensor " + entry.name(), file);
            read.put(entry.name(), new StoredTensor(entry.type(), entry.shape(), ByteBuffer.wrap(data)));
        }
        if (stream.read() >= 0) {
            throw file.refused("there are bytes after the last tensor.");
        }
        NamedTensors.Builder tensors = NamedTensors.builder();
        header.entries().forEach(entry -> tensors.put(entry.name(), read.get(entry.name())));
        header.metadata().forEach(tensors::metadata);
        return tensors.build();
    }

    /// Writes beside the file first and renames, so that whoever reads sees the old file or the whole new one.
    public static void write(NamedTensors tensors, Path file) {
        Path target = file.toAbsolutePath();
        try {
            Path unfinished = Files.createTempFile(target.getParent(), "." + target.getFileName() + ".", ".unfinished");
            try {
                try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                    OutputStream output = new BufferedOutputStream(Channels.newOutputStream(channel));
                    write(tensors, output);
                    output.flush();
                    channel.force(true);
                }
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                syncFolder(target.getParent());
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same tensors and texts give the same bytes. Wide types come first, so that every number lies at a multiple
    /// of its own size, as readers that map the file into memory want it.
    public static void write(NamedTensors tensors, OutputStream output) throws IOException {
        List<Map.Entry<String, StoredTensor>> wideFirst = tensors.tensors().entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> -entry.getValue().type().bytes()))
                .toList();
        byte[] header = SafetensorsHeader.write(tensors, wideFirst);
        output.write(ByteBuffer.allocate(LENGTH_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .array());
        output.write(header);
        WritableByteChannel channel = Channels.newChannel(output);
        for (Map.Entry<String, StoredTensor> entry : wideFirst) {
            ByteBuffer data = entry.getValue().data();
            while (data.hasRemaining()) {
                channel.write(data);
            }
        }
    }

    private static byte[] exactly(InputStream stream, int length, String what, Untrusted file) throws IOException {
        // Grows as bytes arrive: a false length costs nothing.
        byte[] bytes = stream.readNBytes(length);
        if (bytes.length < length) {
            throw file.refused("it ends within %s: %d bytes were expected, %d are there.", what, length, bytes.length);
        }
        return bytes;
    }

    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
