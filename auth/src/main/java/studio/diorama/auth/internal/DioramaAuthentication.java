package studio.diorama.auth.internal;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import studio.diorama.auth.ActorSource;
import studio.diorama.auth.SignInCookie;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Tells who makes a request: by an access token of ours, else by the cookie of a browser that is signed in.
///
/// A token that is wrong, expired or revoked ends in 401 and is never passed on. A cookie that has ended leaves
/// nobody signed in, so that its browser can still reach the sign-in page. Anything else is left to the identity
/// provider.
@ApplicationScoped
public class DioramaAuthentication implements HttpAuthenticationMechanism {

    private static final Logger LOG = Logger.getLogger(DioramaAuthentication.class);
    private static final String BEARER = "Bearer ";
    private static final int UNAUTHORIZED = 401;

    /// What Vaadin's pages ask without anybody touching them; it must not keep a session alive.
    private static final Set<String> UNATTENDED = Set.of("heartbeat", "push");

    private final ActorSource actors;
    private final BlockingSecurityExecutor blocking;

    public DioramaAuthentication(ActorSource actors, BlockingSecurityExecutor blocking) {
        this.actors = actors;
        this.blocking = blocking;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String authorization = context.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        if (authorization != null) {
            return ourToken(authorization).map(this::byToken).orElseGet(Uni.createFrom()::nullItem);
        }
        Cookie cookie = context.request().getCookie(SignInCookie.NAME);
        if (cookie == null || ProviderPaths.belongsToProvider(context.request().path())) {
            return Uni.createFrom().nullItem();
        }
        String secret = cookie.getValue();
        boolean attended = !UNATTENDED.contains(String.valueOf(context.request().getParam("v-r")));
        return lookUp(() -> (attended ? actors.fromSession(secret) : actors.reload(secret))
                .map(Identities::of)
                .orElse(null));
    }

    private Uni<SecurityIdentity> byToken(String token) {
        return lookUp(
                () -> actors.fromToken(token).map(Identities::of).orElseThrow(AuthenticationFailedException::new));
    }

    /// On a thread that may wait for the database; a database that does not answer is not a wrong token.
    private Uni<SecurityIdentity> lookUp(Supplier<SecurityIdentity> work) {
        return blocking.executeBlocking(work)
                .onFailure(failure -> !(failure instanceof AuthenticationFailedException))
                .transform(failure -> {
                    LOG.error("Who makes a request cannot be looked up", failure);
                    return new DioramaException(
                            ErrorCode.UNAVAILABLE,
                            "The database does not answer just now. Try again in a moment.",
                            failure);
                });
    }

    private static Optional<String> ourToken(String authorization) {
        return Optional.of(authorization)
                .filter(text -> text.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(text -> text.substring(BEARER.length()).strip())
                .filter(token -> token.startsWith(Secrets.TOKEN_PREFIX));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        if (ProviderPaths.belongsToProvider(context.request().path())) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, HttpHeaderNames.WWW_AUTHENTICATE, BEARER.strip()));
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }
}
