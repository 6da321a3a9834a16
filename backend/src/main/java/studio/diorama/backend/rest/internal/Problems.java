package studio.diorama.backend.rest.internal;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Failures as answers: one status for each [ErrorCode].
public final class Problems {

    /// tus' own: the chunk's checksum is another one.
    public static final int CHECKSUM_MISMATCH = 460;

    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private static final Map<Integer, String> TITLES = Map.of(
            CHECKSUM_MISMATCH,
            "Checksum Mismatch",
            422,
            "Unprocessable Content",
            428,
            "Precondition Required",
            429,
            "Too Many Requests",
            507,
            "Insufficient Storage");

    private Problems() {}

    public static int status(ErrorCode code) {
        return switch (code) {
            case MALFORMED_REQUEST -> 400;
            case NOT_SIGNED_IN -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT, CANCELLED -> 409;
            case GONE -> 410;
            case PRECONDITION_FAILED -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA -> 415;
            case INVALID_INPUT -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case RATE_LIMITED -> 429;
            case CHECKSUM_MISMATCH -> CHECKSUM_MISMATCH;
            case DAMAGED, INTERNAL -> 500;
            case UNAVAILABLE, OUT_OF_MEMORY, WORKER_LOST -> 503;
            case STORAGE_FULL -> 507;
        };
    }

    static Response answer(DioramaException failure) {
        Response.ResponseBuilder answer = answer(status(failure.code()), failure.code(), failure.getMessage(), null);
        switch (status(failure.code())) {
            case 401 -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case 429, 503 -> answer.header(HttpHeaders.RETRY_AFTER, TRY_AGAIN.toSeconds());
            default -> {}
        }
        return answer.build();
    }

    static Response.ResponseBuilder answer(int status, ErrorCode code, String detail, String instance) {
        return Response.status(status, title(status))
                .type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new Problem("about:blank", title(status), status, detail, code.name(), instance));
    }

    static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return TITLES.getOrDefault(status, known == null ? "Refused" : known.getReasonPhrase());
    }
}
