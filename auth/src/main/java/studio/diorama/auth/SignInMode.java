package studio.diorama.auth;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.config.DioramaConfig;

/// How people sign in here: with a password of this installation, through an identity provider, or both.
@ApplicationScoped
public class SignInMode {

    private final boolean provider;
    private final boolean local;

    public SignInMode(
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "false") boolean provider,
            DioramaConfig config) {
        this.provider = provider;
        this.local = !provider || config.session().localBesideProvider();
    }

    /// Whether an identity provider is configured.
    public boolean provider() {
        return provider;
    }

    /// Whether this installation keeps passwords.
    public boolean local() {
        return local;
    }

    /// The path that a browser goes to once its session was ended, so that the identity provider's ends with it.
    public String afterSignOut() {
        return provider ? "/sign-in/oidc/sign-out" : "/sign-in";
    }

    /// @throws DioramaException `FORBIDDEN` where everybody comes through the identity provider
    public void requireLocal() {
        if (!local) {
            throw new DioramaException(
                    ErrorCode.FORBIDDEN,
                    "This installation keeps no passwords. Sign in through the identity provider.");
        }
    }
}
