package studio.diorama.tensor.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes zips as torch.save does, and as it never would.
final class TorchZip {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /// With a pickle.
    static TorchZip of(byte[] pickle) throws IOException {
        return new TorchZip().stored("archive/data.pkl", pickle);
    }

    TorchZip stored(String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
        return this;
    }

    TorchZip compressed(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
        return this;
    }

    TorchZip floats(String key, float... values) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        content.asFloatBuffer().put(values);
        return stored("archive/data/" + key, content.array());
    }

    TorchZip longs(String key, long... values) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        content.asLongBuffer().put(values);
        return stored("archive/data/" + key, content.array());
    }

    byte[] bytes() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    Path file(Path folder) throws IOException {
        return Files.write(folder.resolve("weights.pth"), bytes());
    }

    /// The same bytes with one text in place of another of the same length, wherever it stands.
    static byte[] replaced(byte[] bytes, String text, String other) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        return all.replace(text, other).getBytes(StandardCharsets.ISO_8859_1);
    }
}
