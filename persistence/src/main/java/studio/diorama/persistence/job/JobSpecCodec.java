package studio.diorama.persistence.job;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Job specs as JSON, read strictly: unknown or repeated fields, unknown pipelines and deep nesting are refused.
public final class JobSpecCodec {

    static final int MAX_DEPTH = 64;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private JobSpecCodec() {}

    public static String write(JobSpec spec) {
        try {
            return JSON.writerFor(JobSpec.class).writeValueAsString(spec);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A job spec is plain data", e);
        }
    }

    /// @throws DioramaException with `MALFORMED_REQUEST` for bad JSON, `INVALID_INPUT` for a bad value
    public static JobSpec read(String json) {
        try {
            JobSpec spec = JSON.readValue(json, JobSpec.class);
            if (spec == null) {
                throw new DioramaException(ErrorCode.MALFORMED_REQUEST, "A job is a JSON object, got null.");
            }
            return spec;
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof DioramaException refused) {
                throw refused;
            }
            throw new DioramaException(ErrorCode.MALFORMED_REQUEST, JobSpecRefusal.explain(e), e);
        }
    }
}
