package studio.diorama.dataset.format.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// JSON written as it comes, never held whole.
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static JsonGenerator write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return write(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    static JsonGenerator write(OutputStream output) throws IOException {
        return FACTORY.createGenerator(output);
    }

    /// A named array of numbers; whole numbers are written without a fraction.
    static void numbers(JsonGenerator json, String name, double... values) throws IOException {
        json.writeArrayFieldStart(name);
        for (double value : values) {
            number(json, value);
        }
        json.writeEndArray();
    }

    /// A number without a fraction if it has none.
    static void number(JsonGenerator json, double value) throws IOException {
        if (value == Math.rint(value) && Math.abs(value) < 1L << 52) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }
}
