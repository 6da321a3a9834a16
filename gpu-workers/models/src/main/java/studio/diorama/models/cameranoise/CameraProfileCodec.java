package studio.diorama.models.cameranoise;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Reads and writes camera profiles as JSON, file name ending `.camera.json`.
///
/// Reading is strict: unknown, missing, repeated or ill-typed fields are refused, and every number is checked. Writing
/// the same profile always gives the same bytes.
public final class CameraProfileCodec {

    /// How profile files end.
    public static final String FILE_EXTENSION = ".camera.json";

    private static final int MOST_BYTES = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            .build();

    private CameraProfileCodec() {}

    /// @param fileName what the error calls the source
    public static CameraProfile read(String fileName, byte[] json) {
        if (json.length > MOST_BYTES) {
            throw new DioramaException(
                    ErrorCode.TOO_LARGE,
                    "%s: a camera profile has at most %d bytes, got %d.".formatted(fileName, MOST_BYTES, json.length));
        }
        try {
            CameraProfile profile = MAPPER.readValue(json, CameraProfile.class);
            if (profile == null) {
                throw malformed(fileName, "an object was expected, got null", null);
            }
            return profile;
        } catch (JsonMappingException e) {
            String reason = e.getCause() instanceof DioramaException ours ? ours.getMessage() : e.getOriginalMessage();
            throw malformed(fileName, "at " + place(e) + ": " + reason, e);
        } catch (JacksonException e) {
            throw malformed(fileName, e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads at most the allowed size, whatever the stream goes on to give.
    public static CameraProfile read(String fileName, InputStream json) throws IOException {
        return read(fileName, json.readNBytes(MOST_BYTES + 1));
    }

    /// UTF-8, indented, ending with a line feed.
    public static byte[] write(CameraProfile profile) {
        try {
            return (MAPPER.writeValueAsString(profile).replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JacksonException e) {
            throw new IllegalStateException("a checked profile could not be written", e);
        }
    }

    /// SHA-256 of [#write], in hexadecimal: what manifests name the profile's exact numbers by.
    public static String sha256(CameraProfile profile) {
        return Sha256.of(write(profile));
    }

    private static DioramaException malformed(String fileName, String reason, Exception cause) {
        return new DioramaException(
                ErrorCode.INVALID_INPUT,
                "%s is not a camera profile of version %d: %s".formatted(fileName, CameraProfile.VERSION, reason),
                cause);
    }

    private static String place(JsonMappingException error) {
        StringBuilder place = new StringBuilder();
        for (JsonMappingException.Reference step : error.getPath()) {
            if (step.getFieldName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return place.isEmpty() ? "the top" : place.toString();
    }
}
