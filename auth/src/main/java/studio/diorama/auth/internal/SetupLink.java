package studio.diorama.auth.internal;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.diorama.auth.FirstAccount;
import studio.diorama.persistence.config.DioramaConfig;

/// Prints the link to the first account, for whoever reads this process's console.
@ApplicationScoped
public class SetupLink {

    private final FirstAccount firstAccount;
    private final URI base;

    public SetupLink(
            FirstAccount firstAccount,
            DioramaConfig config,
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "127.0.0.1") String host,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port) {
        this.firstAccount = firstAccount;
        // A server that listens on every address is still at hand as localhost for who reads its console.
        String name = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        this.base = URI.create(
                config.http().publicUrl().filter(url -> !url.isBlank()).orElse("http://" + name + ":" + port));
    }

    // On the console and not in the log: logs are kept and shipped, and this is a secret.
    @SuppressWarnings("SystemOut")
    void print(@Observes StartupEvent started) {
        firstAccount.link(base).ifPresent(link -> System.out.printf("""

                Nobody has an account here yet. Open this link to make the first one, which runs this installation.
                It works once, and until the next start:

                    %s

                """, link));
    }
}
