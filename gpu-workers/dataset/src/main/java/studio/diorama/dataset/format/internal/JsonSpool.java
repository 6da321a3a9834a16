package studio.diorama.dataset.format.internal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/// An array of a JSON file that grows beside another one: COCO lists all images before all annotations, so what
/// comes later waits in a file of its own.
final class JsonSpool {

    private final Path file;
    private final JsonGenerator json;

    /// @param file where it waits; deleted in the end
    JsonSpool(Path file) throws IOException {
        this.file = requireNonNull(file, "file is null");
        this.json = Json.write(file);
        json.writeStartArray();
    }

    JsonGenerator json() {
        return json;
    }

    /// Ends the array and appends it as a field of an open object.
    void finishInto(JsonGenerator target, String field) throws IOException {
        json.writeEndArray();
        json.close();
        target.writeFieldName(field);
        target.writeRawValue("");
        try (Reader spooled = Files.newBufferedReader(file)) {
            char[] buffer = new char[1 << 16];
            for (int read = spooled.read(buffer); read >= 0; read = spooled.read(buffer)) {
                target.writeRaw(buffer, 0, read);
            }
        }
        Files.delete(file);
    }
}
