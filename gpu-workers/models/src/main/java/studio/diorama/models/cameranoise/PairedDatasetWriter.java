package studio.diorama.models.cameranoise;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a job's pictures as a paired dataset: `noisy/NAME.png`, `clean/NAME.png`, `level/NAME.png`, with 16 bits
/// also `noisy16/` and `clean16/`, and at the end `manifest.json`, which states how each file came about and its
/// SHA-256.
///
/// The same pictures give the same bytes: entries are stored in order with one fixed time. Only the manifest's rows
/// stay in memory.
public final class PairedDatasetWriter implements NoiseSink, AutoCloseable {

    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Target target;
    private final ObjectNode manifest = MAPPER.createObjectNode();
    private final ArrayNode images = MAPPER.createArrayNode();

    /// Where a file of the dataset goes.
    private interface Target {
        void put(String path, byte[] bytes) throws IOException;

        void close() throws IOException;
    }

    private PairedDatasetWriter(Target target, String codeVersion) {
        this.target = target;
        manifest.put("format", "diorama-paired-noise");
        manifest.put("version", 1);
        manifest.put("codeVersion", requireNonNull(codeVersion, "codeVersion is null"));
        manifest.put(
                "levelUnit", "1/256 of an 8-bit sRGB code, standard deviation before quantisation and compression");
    }

    /// A zip file; the stream is flushed at the end and left open.
    public static PairedDatasetWriter toZip(OutputStream output, String codeVersion) {
        ZipOutputStream zip = new ZipOutputStream(requireNonNull(output, "output is null"), StandardCharsets.UTF_8);
        return new PairedDatasetWriter(
                new Target() {
                    @Override
                    public void put(String path, byte[] bytes) throws IOException {
                        CRC32 checksum = new CRC32();
                        checksum.update(bytes);
                        ZipEntry entry = new ZipEntry(path);
                        entry.setMethod(ZipEntry.STORED); // PNG does not shrink further
                        entry.setSize(bytes.length);
                        entry.setCrc(checksum.getValue());
                        entry.setTimeLocal(FIXED_TIME);
                        zip.putNextEntry(entry);
                        zip.write(bytes);
                        zip.closeEntry();
                    }

                    @Override
                    public void close() throws IOException {
                        zip.finish();
                        zip.flush();
                    }
                },
                codeVersion);
    }

    /// A folder, made where it is absent.
    public static PairedDatasetWriter toFolder(Path folder, String codeVersion) {
        requireNonNull(folder, "folder is null");
        return new PairedDatasetWriter(
                new Target() {
                    @Override
                    public void put(String path, byte[] bytes) throws IOException {
                        Path file = folder.resolve(path);
                        Files.createDirectories(file.getParent());
                        Files.write(file, bytes);
                    }

                    @Override
                    public void close() {}
                },
                codeVersion);
    }

    @Override
    public void accept(NoisePair pair) throws IOException {
        ObjectNode image = images.addObject();
        image.put("name", pair.name());
        image.put("width", pair.width());
        image.put("height", pair.height());
        image.put("camera", pair.camera());
        image.put("profileSha256", pair.profileSha256());
        image.put("model", pair.model());
        image.put("iso", pair.iso());
        image.put("seed", Long.toString(pair.seed().value())); // as text: JSON readers round 64-bit numbers
        ArrayNode files = image.putArray("files");
        for (NoisePair.PngFile file : pair.files()) {
            String path = file.folder() + "/" + pair.name() + ".png";
            target.put(path, file.bytes());
            files.addObject()
                    .put("path", path)
                    .put("bytes", file.bytes().length)
                    .put("sha256", file.sha256());
        }
    }

    /// Writes the manifest. A dataset whose writer was closed without it is incomplete, and shows so by lacking one.
    public void finish() throws IOException {
        manifest.set("images", images);
        String json = MAPPER.writeValueAsString(manifest).replace("\r\n", "\n") + "\n";
        target.put("manifest.json", json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
