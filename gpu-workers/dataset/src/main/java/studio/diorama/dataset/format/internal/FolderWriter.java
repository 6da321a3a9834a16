package studio.diorama.dataset.format.internal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import studio.diorama.dataset.format.DatasetInfo;
import studio.diorama.dataset.format.FormatReport;
import studio.diorama.dataset.format.LabelFormat;
import studio.diorama.dataset.format.LabelWriter;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.Licence;

/// What all writers do alike: keep their order of calls, place images, count what they took and lost, and leave
/// `diorama.json` beside the format's own files.
abstract class FolderWriter implements LabelWriter {

    private final Map<String, Long> skipped = new TreeMap<>();
    private final Map<String, Mean> means = new TreeMap<>();
    private Path folder;
    private DatasetInfo info;
    private long frames;
    private long objects;
    private long lastIndex = -1;
    private boolean closed;
    private boolean begun;
    private boolean failed;

    /// Sums and counts of one measure.
    private static final class Mean {
        private double sum;
        private long count;
    }

    @Override
    public final void open(Path folder, DatasetInfo info) throws IOException {
        if (this.folder != null) {
            throw new IllegalStateException("this writer was opened before; a new export needs a new writer");
        }
        this.folder = requireNonNull(folder, "folder is null");
        this.info = requireNonNull(info, "info is null");
        Files.createDirectories(folder);
        begin();
        begun = true;
    }

    @Override
    public final void add(LabelledFrame frame) throws IOException {
        if (!begun || closed) {
            throw new IllegalStateException("frames are added between open and close");
        }
        if (frame.index() <= lastIndex) {
            throw new IllegalArgumentException(
                    "frames must come in rising order, got %d after %d".formatted(frame.index(), lastIndex));
        }
        lastIndex = frame.index();
        failed = true;
        write(frame);
        failed = false;
        frames++;
    }

    @Override
    public final void close() throws IOException {
        if (!begun || closed) {
            return;
        }
        closed = true;
        finish();
        // Without its report nobody takes what is there for a whole export.
        if (!failed) {
            writeReport();
        }
    }

    @Override
    public final FormatReport report() {
        Map<String, Double> measures = new TreeMap<>();
        means.forEach((name, mean) -> measures.put(name, mean.sum / mean.count));
        return new FormatReport(frames, objects, skipped, measures);
    }

    /// What is written before the first frame.
    void begin() throws IOException {}

    /// Writes one frame.
    abstract void write(LabelledFrame frame) throws IOException;

    /// What is written after the last frame.
    void finish() throws IOException {}

    /// Which format this is.
    abstract LabelFormat format();

    final Path folder() {
        return folder;
    }

    final DatasetInfo info() {
        return info;
    }

    /// Counts an object as written.
    final void took() {
        objects++;
    }

    /// Counts an object as left out.
    final void skip(String reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    /// Adds to the mean of a measure.
    final void measure(String name, double value) {
        Mean mean = means.computeIfAbsent(name, unused -> new Mean());
        mean.sum += value;
        mean.count++;
    }

    /// Puts the frame's image where the format wants it: as a hard link, which costs no room, or else as a copy.
    final void placeImage(LabelledFrame frame, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try {
            Files.createLink(target, frame.image());
        } catch (FileAlreadyExistsException e) {
            Files.delete(target);
            placeImage(frame, target);
        } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
            Files.copy(frame.image(), target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void writeReport() throws IOException {
        FormatReport report = report();
        try (JsonGenerator json = Json.write(folder.resolve("diorama.json"))) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("format", format().key());
            json.writeStringField("dataset", info.name());
            json.writeStringField("version", info.version());
            json.writeNumberField("frames", report.frames());
            json.writeNumberField("objects", report.objects());
            json.writeObjectFieldStart("skipped");
            for (Map.Entry<String, Long> entry : report.skipped().entrySet()) {
                json.writeNumberField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("measures");
            for (Map.Entry<String, Double> entry : report.measures().entrySet()) {
                json.writeNumberField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("licences");
            for (Licence licence : info.licences()) {
                json.writeStartObject();
                json.writeStringField("name", licence.name());
                json.writeStringField("url", licence.url());
                json.writeStringField("covers", licence.covers());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
