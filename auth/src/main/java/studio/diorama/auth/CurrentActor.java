package studio.diorama.auth;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Who makes the request that this thread answers.
@ApplicationScoped
public class CurrentActor {

    /// The identity's attribute that holds the [Actor].
    public static final String ACTOR = "diorama.actor";

    /// The identity's attribute that holds the account's id.
    public static final String ACCOUNT_ID = "diorama.account-id";

    /// The identity's attribute that holds the access token's id, if a program asks.
    public static final String TOKEN_ID = "diorama.token-id";

    private final SecurityIdentity identity;

    public CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Optional<Actor> find() {
        return Optional.ofNullable(identity.getAttribute(ACTOR));
    }

    /// @throws DioramaException `NOT_SIGNED_IN` if nobody is
    public Actor require() {
        return find().orElseThrow(() -> new DioramaException(
                ErrorCode.NOT_SIGNED_IN, "Nobody is signed in, or the session has ended. Sign in and try again."));
    }
}
