package studio.diorama.backend.rest.account;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.Accounts;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.account.ColorScheme;
import studio.diorama.persistence.account.TokenScope;

/// Oneself.
@Path("/api/v1/me")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
public class MeResource {

    private final Accounts accounts;
    private final AccountRepository rows;
    private final CurrentActor current;

    MeResource(Accounts accounts, AccountRepository rows, CurrentActor current) {
        this.accounts = accounts;
        this.rows = rows;
        this.current = current;
    }

    /// An account as its owner sees it.
    @Schema(name = "Me")
    record MeView(
            UUID id,
            String email,
            String name,

            @Schema(description = "Whether you run this installation")
            boolean operator,

            ColorScheme colorScheme,
            Instant createdAt,

            @Schema(description = "The access token that asks, if one does")
            TokenView token) {

        static MeView of(Account account, Actor actor) {
            return new MeView(
                    account.id(),
                    account.email(),
                    account.name(),
                    account.operator(),
                    account.colorScheme(),
                    account.createdAt(),
                    actor.token().map(token -> TokenView.of(token, null)).orElse(null));
        }
    }

    /// What is to be another; what is left out stays.
    @Schema(name = "MeChange")
    public record MeChange(String name, ColorScheme colorScheme) {}

    @GET
    @Operation(operationId = "getMe", summary = "Who you are")
    public MeView get() {
        Actor actor = current.require();
        ProjectAccess.checkScope(actor, TokenScope.READ);
        return MeView.of(actor.account(), actor);
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(operationId = "changeMe", summary = "Change how you are called or how pages look to you")
    public MeView change(MeChange body) {
        Actor actor = current.require();
        ProjectAccess.checkScope(actor, TokenScope.WRITE);
        if (body.name() != null) {
            accounts.rename(actor, body.name());
        }
        if (body.colorScheme() != null) {
            accounts.chooseColorScheme(actor, body.colorScheme());
        }
        return MeView.of(rows.find(actor.id()).orElse(actor.account()), actor);
    }
}
