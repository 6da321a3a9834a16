package studio.diorama.backend.rest.internal;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLTransientException;
import java.util.UUID;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Writes every failure as a [Problem]. What the server did not expect is logged under a random id, and the caller
/// learns the id alone.
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response refusal(DioramaException failure) {
        if (failure.code() == ErrorCode.INTERNAL) {
            return unexpected(failure);
        }
        if (failure.code() == ErrorCode.DAMAGED) {
            LOG.error(failure.getMessage());
        }
        return Problems.answer(failure);
    }

    @ServerExceptionMapper
    public Response tooMany(TooManyRequests failure) {
        return Problems.answer(429, ErrorCode.RATE_LIMITED, failure.getMessage(), null)
                .header(HttpHeaders.RETRY_AFTER, Math.max(1, failure.waitTime().toSeconds()))
                .build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response nobody() {
        return refusal(new DioramaException(
                ErrorCode.NOT_SIGNED_IN,
                "Nobody is signed in. Send an access token as “Authorization: Bearer dio_…”."));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure) {
        return refusal(new DioramaException(ErrorCode.FORBIDDEN, "You may not do this."));
    }

    /// What the framework refuses before a resource is reached.
    @ServerExceptionMapper
    public Response framework(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        return switch (status) {
            case 404 -> refusal(new DioramaException(ErrorCode.NOT_FOUND, "There is nothing at this address."));
            case 405 -> {
                Response.ResponseBuilder answer =
                        simple(status, ErrorCode.MALFORMED_REQUEST, "This address does not know that method.");
                if (failure instanceof NotAllowedException refused) {
                    Object allowed = refused.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
                    answer.header(HttpHeaders.ALLOW, allowed);
                }
                yield answer.build();
            }
            case 406 ->
                simple(status, ErrorCode.MALFORMED_REQUEST, "None of the media types in Accept is given here.")
                        .build();
            case 415 ->
                simple(status, ErrorCode.UNSUPPORTED_MEDIA, "The body's Content-Type is not one that is read here.")
                        .build();
            default ->
                status >= 400 && status < 500
                        ? simple(status, ErrorCode.MALFORMED_REQUEST, "The request cannot be read.")
                                .build()
                        : unexpected(failure);
        };
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DioramaException known && known.code() != ErrorCode.INTERNAL) {
                return refusal(known);
            }
            if (cause instanceof SQLTransientException || cause instanceof JDBCConnectionException) {
                LOG.warnf("The database does not answer: %s", cause.getMessage());
                return refusal(new DioramaException(
                        ErrorCode.UNAVAILABLE, "The database does not answer just now. Try again in a moment."));
            }
        }
        UUID id = UUID.randomUUID();
        LOG.errorf(failure, "Request failed, id %s", id);
        return simpleWithId(id).build();
    }

    private static Response.ResponseBuilder simpleWithId(UUID id) {
        return Problems.answer(
                500,
                ErrorCode.INTERNAL,
                "Diorama made a mistake. An operator finds more in the log under the id %s.".formatted(id),
                "urn:uuid:" + id);
    }

    private static Response.ResponseBuilder simple(int status, ErrorCode code, String detail) {
        return Problems.answer(status, code, detail, null);
    }
}
