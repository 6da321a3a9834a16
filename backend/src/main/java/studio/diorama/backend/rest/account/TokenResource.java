package studio.diorama.backend.rest.account;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.AccessTokens;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;
import studio.diorama.auth.NewAccessToken;
import studio.diorama.backend.rest.internal.Idempotency;
import studio.diorama.backend.rest.internal.PageView;
import studio.diorama.backend.rest.internal.Query;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.AccessToken;
import studio.diorama.persistence.account.TokenScope;
import studio.diorama.persistence.database.Page;

/// One's own access tokens, for programs.
@Path("/api/v1/tokens")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tokens")
public class TokenResource {

    private static final int MOST_DAYS = 100_000;

    private final AccessTokens tokens;
    private final CurrentActor current;
    private final Idempotency idempotency;

    TokenResource(AccessTokens tokens, CurrentActor current, Idempotency idempotency) {
        this.tokens = tokens;
        this.current = current;
        this.idempotency = idempotency;
    }

    /// A token to be made.
    @Schema(name = "NewToken")
    public record NewToken(
            @Schema(required = true, description = "To recognise it by")
            String name,

            @Schema(required = true, description = "What it may do at all; your roles are asked as well")
            Set<TokenScope> scopes,

            @Schema(description = "The one project that it opens; left out for all of yours")
            UUID project,

            @Schema(required = true, description = "How long it is good, 365 at most")
            Integer days) {}

    @GET
    @Operation(operationId = "listTokens", summary = "Your tokens, newest first")
    public PageView<TokenView> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        UUID before = Query.before(cursor);
        List<AccessToken> rest = tokens.list(current.require()).stream()
                .filter(token -> before == null || token.id().compareTo(before) < 0)
                .toList();
        return PageView.of(Page.of(rest, Query.limit(limit), AccessToken::id), token -> TokenView.of(token, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createToken", summary = "Make a token; its secret is shown this once")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = TokenView.class)))
    public Response create(@HeaderParam(Idempotency.KEY) String key, NewToken body) {
        Actor actor = current.require();
        if (body.days() == null || body.days() < 1 || body.days() > MOST_DAYS) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, "Field “days”: a number from 1 to 365 is needed.");
        }
        return idempotency.once(actor, key, "token.create", body, () -> {
            NewAccessToken made = tokens.create(
                    actor,
                    body.name() == null ? "" : body.name(),
                    body.scopes() == null ? Set.of() : body.scopes(),
                    Optional.ofNullable(body.project()),
                    Duration.ofDays(body.days()));
            return new Idempotency.Made(
                    "/api/v1/tokens/" + made.token().id(),
                    TokenView.of(made.token(), made.secret()),
                    TokenView.of(made.token(), null));
        });
    }

    @DELETE
    @Path("{token}")
    @Operation(operationId = "revokeToken", summary = "End a token at once")
    @APIResponse(responseCode = "204", description = "Ended")
    public void revoke(@PathParam("token") UUID token) {
        tokens.revoke(current.require(), token);
    }
}
