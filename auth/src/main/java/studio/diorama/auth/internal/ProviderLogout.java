package studio.diorama.auth.internal;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import studio.diorama.auth.SignInMode;

/// Where the identity provider says that somebody has signed out elsewhere (OpenID Connect Back-Channel Logout 1.0).
/// Ends all of their sessions here.
@Path(ProviderPaths.START + "/back-channel-logout")
@ApplicationScoped
public class ProviderLogout {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final SignInMode mode;
    private final TenantIdentityProvider verifier;
    private final ProviderAccounts accounts;
    private final BrowserSessions sessions;

    public ProviderLogout(
            SignInMode mode, TenantIdentityProvider verifier, ProviderAccounts accounts, BrowserSessions sessions) {
        this.mode = mode;
        this.verifier = verifier;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @POST
    @PermitAll
    @Blocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response logOut(@FormParam("logout_token") @DefaultValue("") String text) {
        if (!mode.provider()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        Response.ResponseBuilder answer =
                endSessions(text) ? Response.ok() : Response.status(Response.Status.BAD_REQUEST);
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private boolean endSessions(String text) {
        if (!JWT.matcher(text).matches()) {
            return false;
        }
        try {
            if (verifier.authenticate(new AccessTokenCredential(text))
                                    .await()
                                    .atMost(LONGEST_WAIT)
                                    .getPrincipal()
                            instanceof JsonWebToken token
                    && isLogout(token)) {
                accounts.find(token.getIssuer(), token.getSubject())
                        .ifPresent(account -> sessions.endAllOf(account.id()));
                return true;
            }
            return false;
        } catch (AuthenticationFailedException e) {
            return false;
        }
    }

    private static boolean isLogout(JsonWebToken token) {
        return token.getSubject() != null
                && !token.containsClaim("nonce")
                && token.getClaim("events") instanceof Map<?, ?> events
                && events.containsKey(EVENT);
    }
}
