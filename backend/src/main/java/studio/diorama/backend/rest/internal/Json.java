package studio.diorama.backend.rest.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// JSON in and out. Bodies are read strictly: no unknown or repeated fields, bounded depth, length and numbers, and no
/// conversion between texts and numbers.
public final class Json {

    public static final long MOST_BODY_BYTES = 1 << 20;

    private static final int MOST_DEPTH = 64;
    private static final int MOST_DIGITS = 400;
    private static final int MOST_NAME_LENGTH = 200;
    private static final int SHOWN = 60;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxNumberLength(MOST_DIGITS)
                            .maxNameLength(MOST_NAME_LENGTH)
                            .maxDocumentLength(MOST_BODY_BYTES)
                            .build())
                    .build())
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    /// @throws DioramaException `MALFORMED_REQUEST` naming the field, `TOO_LARGE`
    static Object read(InputStream body, Class<?> type) throws IOException {
        try {
            Object value = MAPPER.readValue(new BoundedInput(body, MOST_BODY_BYTES), type);
            if (value == null) {
                throw malformed("The body has to be a JSON object, got null.");
            }
            return value;
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof DioramaException refused) {
                throw refused;
            }
            throw malformed(explanation(e));
        } catch (CharConversionException e) {
            throw malformed("The body is not acceptable JSON: it has to be UTF-8.");
        }
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A view is plain data", e);
        }
    }

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A view is plain data", e);
        }
    }

    /// JSON of our own, such as a manifest.
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored JSON cannot be read", e);
        }
    }

    private static String explanation(JsonProcessingException e) {
        String where = e instanceof JsonMappingException mapping ? path(mapping) : "";
        String field = where.isEmpty() ? "" : "Field “%s”: ".formatted(where);
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "%sthere is no such field. There are: %s."
                        .formatted(
                                field,
                                unknown.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
            case InvalidFormatException invalid
            when invalid.getTargetType().isEnum() ->
                "%saccepted are %s.".formatted(field, names(invalid.getTargetType()));
            case StreamReadException broken -> "The body is not acceptable JSON: " + reason(broken);
            default ->
                field.isEmpty()
                        ? "The body has to be a JSON object: " + reason(e)
                        : field + "a value of another type is expected.";
        };
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String path(JsonMappingException e) {
        return shortened(e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining(".")));
    }

    /// The parser's own words up to where they name classes or sources.
    private static String reason(JsonProcessingException e) {
        if (!(e instanceof StreamReadException)) {
            return "it is something else.";
        }
        String text = e.getOriginalMessage();
        int end = text.indexOf(" (");
        String where = e.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        return shortened(end > 0 ? text.substring(0, end) : text) + where + ".";
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("[\\p{Cntrl}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]", "?");
        return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
    }

    private static DioramaException malformed(String message) {
        return new DioramaException(ErrorCode.MALFORMED_REQUEST, message);
    }
}
