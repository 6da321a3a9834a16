package studio.diorama.tensor.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The JSON header of a safetensors file, checked: every tensor's bytes are there once, without overlap or gap.
///
/// @param entries in the header's order
/// @param metadata in the header's order
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {

    private static final int MOST_TENSORS = 100_000;
    private static final int ALIGNMENT = 8;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// @param begin first byte, counted from the end of the header
    /// @param end byte after the last one
    record Entry(String name, TensorType type, List<Long> shape, long begin, long end) {}

    static SafetensorsHeader parse(byte[] json, Untrusted file) {
        if (json[0] != '{') {
            throw file.refused("a safetensors header begins with {, got byte %d.", json[0] & 0xFF);
        }
        List<Entry> entries = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            require(parser.nextToken(), JsonToken.START_OBJECT, "the header", file);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (name.equals(TensorNames.METADATA)) {
                    texts(parser, metadata, file);
                } else {
                    entries.add(entry(name, parser, file));
                }
                if (entries.size() > MOST_TENSORS) {
                    throw file.tooLarge("at most %d tensors are taken.", MOST_TENSORS);
                }
            }
            if (parser.nextToken() != null) {
                throw file.refused("there is more in the header than one JSON object.");
            }
        } catch (JsonProcessingException e) {
            throw file.refused("the safetensors header is not sound JSON: %s", e.getOriginalMessage());
        } catch (IOException e) {
            throw file.refused("the safetensors header is not sound JSON.");
        }
        SafetensorsHeader header = new SafetensorsHeader(entries, metadata);
        header.requireNoGap(file);
        return header;
    }

    /// By place; an empty tensor comes before the one that begins where it does.
    List<Entry> inFileOrder() {
        return entries.stream()
                .sorted(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end))
                .toList();
    }

    /// Bytes of all tensors together.
    long dataBytes() {
        return entries.stream().mapToLong(Entry::end).max().orElse(0);
    }

    private void requireNoGap(Untrusted file) {
        long next = 0;
        for (Entry entry : inFileOrder()) {
            if (entry.begin() != next) {
                throw file.refused(
                        "tensor %s begins at byte %d, but the one before it ends at byte %d: no overlap and no gap is allowed.",
                        Untrusted.quoted(entry.name()), entry.begin(), next);
            }
            next = entry.end();
        }
    }

    private static Entry entry(String name, JsonParser parser, Untrusted file) throws IOException {
        Optional<String> fault = TensorNames.fault(name);
        if (fault.isPresent()) {
            throw file.refused("%s.", fault.get());
        }
        String what = "tensor " + Untrusted.quoted(name);
        require(parser.nextToken(), JsonToken.START_OBJECT, what, file);
        TensorType type = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            switch (parser.currentName()) {
                case "dtype" -> type = type(parser, what, file);
                case "shape" -> shape = wholeNumbers(parser, what, file);
                case "data_offsets" -> offsets = wholeNumbers(parser, what, file);
                default ->
                    throw file.refused("%s has an unknown field %s.", what, Untrusted.quoted(parser.currentName()));
            }
        }
        if (type == null || shape == null || offsets == null || offsets.size() != 2) {
            throw file.refused("%s needs dtype, shape and two data_offsets.", what);
        }
        long bytes = bytes(type, shape, what, file);
        long begin = offsets.get(0);
        long end = offsets.get(1);
        if (end < begin || end - begin != bytes || bytes > Integer.MAX_VALUE - 8) {
            throw file.refused(
                    "%s of %s %s takes %d bytes (at most 2 GiB), but its data_offsets are %d to %d.",
                    what, type, shape, bytes, begin, end);
        }
        return new Entry(name, type, List.copyOf(shape), begin, end);
    }

    private static long bytes(TensorType type, List<Long> shape, String what, Untrusted file) {
        try {
            return Math.multiplyExact(StoredTensor.elements(shape), type.bytes());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw file.refused("%s has an impossible shape: %s.", what, e.getMessage());
        }
    }

    private static TensorType type(JsonParser parser, String what, Untrusted file) throws IOException {
        require(parser.nextToken(), JsonToken.VALUE_STRING, what, file);
        String name = parser.getText();
        return Arrays.stream(TensorType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> file.refused(
                        "%s is of %s; taken are %s.",
                        what,
                        Untrusted.quoted(name),
                        Arrays.stream(TensorType.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static List<Long> wholeNumbers(JsonParser parser, String what, Untrusted file) throws IOException {
        require(parser.nextToken(), JsonToken.START_ARRAY, what, file);
        List<Long> numbers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser.currentToken(), JsonToken.VALUE_NUMBER_INT, what, file);
            long number = parser.getLongValue();
            if (number < 0 || numbers.size() >= 64) {
                throw file.refused("%s needs few numbers of at least 0 for its shape and offsets.", what);
            }
            numbers.add(number);
        }
        return numbers;
    }

    private static void texts(JsonParser parser, Map<String, String> metadata, Untrusted file) throws IOException {
        require(parser.nextToken(), JsonToken.START_OBJECT, TensorNames.METADATA, file);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            require(parser.nextToken(), JsonToken.VALUE_STRING, TensorNames.METADATA, file);
            metadata.put(key, parser.getText());
        }
    }

    private static void require(JsonToken came, JsonToken expected, String what, Untrusted file) {
        if (came != expected) {
            throw file.refused("in the header, %s needs %s, got %s.", what, expected, came);
        }
    }

    /// The header of a file that holds the tensors in this order, padded with spaces so that they begin at a multiple
    /// of 8 bytes.
    static byte[] write(NamedTensors tensors, List<Map.Entry<String, StoredTensor>> inFileOrder) throws IOException {
        Map<String, Long> begins = new HashMap<>();
        long next = 0;
        for (Map.Entry<String, StoredTensor> entry : inFileOrder) {
            begins.put(entry.getKey(), next);
            next += entry.getValue().data().remaining();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            if (!tensors.metadata().isEmpty()) {
                json.writeObjectFieldStart(TensorNames.METADATA);
                for (Map.Entry<String, String> text : tensors.metadata().entrySet()) {
                    json.writeStringField(text.getKey(), text.getValue());
                }
                json.writeEndObject();
            }
            for (Map.Entry<String, StoredTensor> entry : tensors.tensors().entrySet()) {
                StoredTensor tensor = entry.getValue();
                long begin = begins.get(entry.getKey());
                json.writeObjectFieldStart(entry.getKey());
                json.writeStringField("dtype", tensor.type().name());
                numbers(json, "shape", tensor.shape());
                numbers(
                        json,
                        "data_offsets",
                        List.of(begin, begin + tensor.data().remaining()));
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        while (bytes.size() % ALIGNMENT != 0) {
            bytes.write(' ');
        }
        return bytes.toByteArray();
    }

    private static void numbers(JsonGenerator json, String name, List<Long> numbers) throws IOException {
        json.writeArrayFieldStart(name);
        for (long number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }
}
