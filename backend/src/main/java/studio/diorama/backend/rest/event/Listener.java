package studio.diorama.backend.rest.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import studio.diorama.auth.Action;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ActorSource;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.auth.SignInCookie;

/// Whoever holds a stream open, asked for again and again: a session or token that has ended, or a lost role, ends the
/// stream.
@ApplicationScoped
class Listener {

    private static final String BEARER = "Bearer ";

    private final ActorSource actors;
    private final ProjectAccess access;

    Listener(ActorSource actors, ProjectAccess access) {
        this.actors = actors;
        this.access = access;
    }

    /// @param now who has just been let in
    /// @return asks who that is at the moment of the call; empty once they may not listen any more
    Supplier<Optional<Actor>> of(Actor now, HttpHeaders headers, UUID project) {
        Supplier<Optional<Actor>> source = source(now, headers);
        return () -> source.get().filter(actor -> access.may(actor, Action.SEE_RELEASED, project));
    }

    private Supplier<Optional<Actor>> source(Actor now, HttpHeaders headers) {
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (now.token().isPresent() && authorization != null) {
            String token = authorization
                    .substring(Math.min(BEARER.length(), authorization.length()))
                    .strip();
            return () -> actors.fromToken(token);
        }
        jakarta.ws.rs.core.Cookie cookie = headers.getCookies().get(SignInCookie.NAME);
        if (authorization == null && cookie != null) {
            return () -> actors.reload(cookie.getValue());
        }
        // Vouched for by the identity provider: the role is asked for again, the token is good for minutes only.
        return () -> Optional.of(now);
    }
}
