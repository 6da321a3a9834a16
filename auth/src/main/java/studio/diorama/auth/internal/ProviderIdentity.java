package studio.diorama.auth.internal;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;
import studio.diorama.common.DioramaException;

/// Gives a program that shows an access token of the identity provider the account of its subject.
@ApplicationScoped
public class ProviderIdentity implements SecurityIdentityAugmentor {

    private static final Logger LOG = Logger.getLogger(ProviderIdentity.class);

    /// What only other kinds of tokens hold: logout tokens, ID tokens. They are signed by the same keys and may name
    /// the same audience, but nobody meant them to open anything.
    private static final Set<String> CLAIMS_OF_OTHER_TOKENS = Set.of("events", "nonce", "at_hash");

    private final ProviderAccounts accounts;

    public ProviderIdentity(ProviderAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        boolean browser = identity.getCredential(IdTokenCredential.class) != null;
        if (browser
                || identity.getAttribute(CurrentActor.ACTOR) != null
                || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> withAccount(identity, token));
    }

    private SecurityIdentity withAccount(SecurityIdentity identity, JsonWebToken token) {
        if (CLAIMS_OF_OTHER_TOKENS.stream().anyMatch(token::containsClaim)) {
            LOG.warn("A token that is no access token was shown as one");
            return identity;
        }
        try {
            return Identities.of(identity, Actor.person(accounts.of(token)));
        } catch (DioramaException refusal) {
            LOG.warnf("A subject of the identity provider gets no account: %s", refusal.getMessage());
            return identity;
        }
    }
}
