package studio.diorama.persistence.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.diorama.persistence.internal.Text;

/// Says in plain words why a job's JSON was not taken; the library's own words name Java classes.
final class JobSpecRefusal {

    private static final int QUOTED_LENGTH = 60;

    private JobSpecRefusal() {}

    static String explain(JsonProcessingException e) {
        String problem = problem(e);
        String field = e instanceof JsonMappingException mapping ? field(mapping) : "";
        return field.isEmpty() ? "The job cannot be read: " + problem : "Field “%s”: %s".formatted(field, problem);
    }

    private static String problem(Throwable e) {
        return switch (e) {
            case PropertyBindingException unknown ->
                "not known here. Known are " + names(unknown.getKnownPropertyIds());
            case InvalidTypeIdException type ->
                "“pipeline” must be one of "
                        + names(List.of(
                                CameraNoiseSpec.PIPELINE,
                                CameraNoiseFitSpec.PIPELINE,
                                CameraNoiseTrainSpec.PIPELINE,
                                CameraNoiseScoreSpec.PIPELINE,
                                PhotoCheckSpec.PIPELINE))
                        + " Got "
                        + (type.getTypeId() == null ? "none." : quoted(type.getTypeId()) + ".");
            case MismatchedInputException mismatch -> expected(mismatch.getTargetType()) + " is expected.";
            case StreamConstraintsException tooMuch ->
                "nested more than %d levels deep, or a number, name or text is too long."
                        .formatted(JobSpecCodec.MAX_DEPTH);
            case StreamReadException broken
            when broken.getOriginalMessage().startsWith("Duplicate") -> "a field is given twice: " + where(broken);
            case StreamReadException broken -> "not valid JSON, or a number out of range: " + where(broken);
            case JsonMappingException wrapped
            when wrapped.getCause() instanceof JsonProcessingException -> problem(wrapped.getCause());
            default -> "not valid JSON.";
        };
    }

    private static String where(StreamReadException e) {
        String detail = e.getOriginalMessage();
        String quotedName = detail.contains("'") ? detail.substring(detail.indexOf('\'') + 1) : "";
        String name = quotedName.contains("'") ? quotedName.substring(0, quotedName.indexOf('\'')) : "";
        return "line %d, column %d%s."
                .formatted(
                        e.getLocation().getLineNr(),
                        e.getLocation().getColumnNr(),
                        name.isEmpty() ? "" : " (" + quoted(name) + ")");
    }

    /// The innermost field on the way to the problem.
    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .reduce((outer, inner) -> outer + "." + inner)
                .map(path -> Text.fit(path, QUOTED_LENGTH))
                .orElse("");
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "another value";
        } else if (type == UUID.class) {
            return "an id (a UUID)";
        } else if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        } else if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        } else if (type == String.class) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "a JSON object";
    }

    private static String names(Collection<?> names) {
        return names == null
                ? ""
                : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")) + ".";
    }

    private static String quoted(String text) {
        return "“" + Text.fit(text, QUOTED_LENGTH) + "”";
    }
}
