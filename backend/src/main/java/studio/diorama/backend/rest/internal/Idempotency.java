package studio.diorama.backend.rest.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import studio.diorama.auth.Actor;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.idempotency.IdempotencyRepository;
import studio.diorama.persistence.store.ContentHash;

/// Does a request that carries an `Idempotency-Key` once, however often it is sent: for 24 hours the same request gets
/// the same answer.
@ApplicationScoped
public class Idempotency {

    /// The request header.
    public static final String KEY = "Idempotency-Key";

    /// Set on answers that were kept from an earlier request.
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final IdempotencyRepository keys;
    private final Database database;
    private final InstantSource clock;

    Idempotency(IdempotencyRepository keys, Database database, InstantSource clock) {
        this.keys = keys;
        this.database = database;
        this.clock = clock;
    }

    /// Something that was made.
    ///
    /// @param location its address
    /// @param view what is answered now
    /// @param kept what is answered to the same request later: the same, without secrets
    public record Made(String location, Record view, Record kept) {

        public Made(String location, Record view) {
            this(location, view, view);
        }
    }

    /// @param key the header, or null
    /// @param operation what is asked for, with the ids in its address
    /// @param body what came with it
    /// @param work makes it, in one transaction with the note that it was made
    /// @throws DioramaException `INVALID_INPUT` for a key that came with another request before, `CONFLICT` while
    ///     that request is still running
    public Response once(Actor actor, String key, String operation, Record body, Supplier<Made> work) {
        if (key == null) {
            Made made = work.get();
            return created(made.location(), Json.write(made.view())).build();
        }
        if (!ACCEPTED.matcher(key).matches()) {
            throw new DioramaException(
                    ErrorCode.MALFORMED_REQUEST, KEY + ": 1 to 200 visible ASCII characters are accepted.");
        }
        Instant begun = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String hash = ContentHash.of(operation + '\n' + Json.write(body));
        Optional<IdempotencyRepository.Known> known = keys.begin(actor.id(), key, hash, begun);
        if (known.isPresent()) {
            return replay(known.orElseThrow(), hash);
        }
        try {
            Made made = database.transaction(session -> {
                Made result = work.get();
                keys.finish(
                        actor.id(),
                        key,
                        begun,
                        new IdempotencyRepository.Answer(201, result.location(), Json.write(result.kept())));
                return result;
            });
            return created(made.location(), Json.write(made.view())).build();
        } catch (RuntimeException e) {
            keys.abandon(actor.id(), key, begun);
            throw e;
        }
    }

    private static Response replay(IdempotencyRepository.Known known, String hash) {
        if (!known.requestHash().equals(hash)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "This %s came with another request before. Use a new key for a new request.".formatted(KEY));
        }
        IdempotencyRepository.Answer answer = known.answer()
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.CONFLICT, "The same request is still being worked on. Ask again in a moment."));
        return created(answer.location(), answer.body())
                .header(REPLAYED, "true")
                .build();
    }

    private static Response.ResponseBuilder created(String location, String body) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, location)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body);
    }
}
