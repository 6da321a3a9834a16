package studio.diorama.persistence.job;

import java.util.Collection;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// The checks that job specs share; each names the field, what came and what is accepted.
final class SpecCheck {

    private SpecCheck() {}

    static void version(int version, int known) {
        if (version != known) {
            throw invalid("version", "%d is accepted, got %d".formatted(known, version));
        }
    }

    static <T> T present(String field, T value) {
        if (value == null) {
            throw invalid(field, "a value is needed, got none");
        }
        return value;
    }

    static void notEmpty(String field, Collection<?> values) {
        if (present(field, values).isEmpty()) {
            throw invalid(field, "at least one entry is needed, got none");
        }
        if (values.stream().anyMatch(value -> value == null)) {
            throw invalid(field, "an entry is null");
        }
    }

    static void range(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw invalid(field, "%d to %d is accepted, got %d".formatted(least, most, value));
        }
    }

    static DioramaException invalid(String field, String problem) {
        return new DioramaException(ErrorCode.INVALID_INPUT, "Field “%s”: %s.".formatted(field, problem));
    }
}
