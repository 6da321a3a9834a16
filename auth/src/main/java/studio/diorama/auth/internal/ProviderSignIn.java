package studio.diorama.auth.internal;

import io.quarkus.oidc.RefreshToken;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import studio.diorama.auth.NewSignIn;
import studio.diorama.auth.SignInCookie;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.SignIn;
import studio.diorama.persistence.config.DioramaConfig;

/// Sign-in through an identity provider. Quarkus walks the authorization code flow before these methods run; they
/// turn its result into a session of our own, which goes on for as long as the provider's refresh token vouches for
/// it, even while the provider does not answer.
@Path(ProviderPaths.START)
@ApplicationScoped
public class ProviderSignIn {

    private final SecurityIdentity identity;
    private final RefreshToken refreshToken;
    private final ProviderAccounts accounts;
    private final BrowserSessions sessions;
    private final InstantSource clock;
    private final Duration lifeWithoutExpiry;

    public ProviderSignIn(
            SecurityIdentity identity,
            RefreshToken refreshToken,
            ProviderAccounts accounts,
            BrowserSessions sessions,
            InstantSource clock,
            DioramaConfig config) {
        this.identity = identity;
        this.refreshToken = refreshToken;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
        this.lifeWithoutExpiry = config.session().idle();
    }

    /// Where the button leads, and where the provider sends the browser back to.
    @GET
    @Authenticated
    public Response signIn(
            @QueryParam("next") String next,
            @CookieParam(SignInCookie.NAME) String oldSecret,
            @Context RoutingContext context) {
        return FormAnswer.of(
                context,
                () -> {
                    NewSignIn signIn = sessions.open(account(), end());
                    if (oldSecret != null) {
                        sessions.end(oldSecret);
                    }
                    return FormAnswer.cookie(context, signIn.secret());
                },
                SafePath.orHome(next),
                "/sign-in");
    }

    /// What an open page asks in the background before its session ends: 204 if the provider still vouches for it.
    /// Where the provider wants to see the person again, the answer is its redirect, which a script cannot follow.
    @GET
    @Path("renew")
    @Authenticated
    public Response renew(@CookieParam(SignInCookie.NAME) String secret) {
        SignIn signIn = Optional.ofNullable(secret)
                .flatMap(sessions::find)
                .filter(found -> found.accountId().equals(account().id()))
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.NOT_SIGNED_IN, "The session has ended. Sign in again; what you drew is kept."));
        sessions.renew(signIn, end());
        return Response.noContent().build();
    }

    /// Reached only by a browser that the provider does not know any more; for all others Quarkus has answered
    /// already and sent them to the provider's own sign-out.
    @GET
    @Path("sign-out")
    @PermitAll
    public Response signOut() {
        return Response.seeOther(URI.create("/sign-in")).build();
    }

    private Account account() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return accounts.of(token);
        }
        throw new DioramaException(ErrorCode.NOT_SIGNED_IN, "Sign in through the identity provider.");
    }

    private Instant end() {
        return RefreshTokenEnd.of(refreshToken.getToken())
                .orElseGet(() -> clock.instant().plus(lifeWithoutExpiry));
    }
}
