package studio.diorama.common;

import static java.util.Objects.requireNonNull;

/// A failure that a person can do something about.
///
/// The message says what was expected, what came and what to do, and is shown as it is: it holds no secrets, no paths
/// of this machine and no stack traces.
public final class DioramaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public DioramaException(ErrorCode code, String message) {
        super(requireNonNull(message, "message is null"));
        this.code = requireNonNull(code, "code is null");
    }

    public DioramaException(ErrorCode code, String message, Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.code = requireNonNull(code, "code is null");
    }

    public ErrorCode code() {
        return code;
    }
}
