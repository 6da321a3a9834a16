package studio.diorama.backend.rest.project;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;
import studio.diorama.auth.NewInvitation;
import studio.diorama.backend.project.InvitationService;
import studio.diorama.backend.rest.internal.Idempotency;
import studio.diorama.backend.rest.internal.PageView;
import studio.diorama.backend.rest.internal.Query;
import studio.diorama.persistence.database.Page;
import studio.diorama.persistence.project.Invitation;
import studio.diorama.persistence.project.Role;

/// Links that make somebody a member, once.
@Path("/api/v1/projects/{project}/invitations")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "invitations")
public class InvitationResource {

    private final InvitationService invitations;
    private final CurrentActor current;
    private final Idempotency idempotency;

    InvitationResource(InvitationService invitations, CurrentActor current, Idempotency idempotency) {
        this.invitations = invitations;
        this.current = current;
        this.idempotency = idempotency;
    }

    /// An invitation; with its link only in the answer that makes it.
    @Schema(name = "Invitation")
    record InvitationView(
            UUID id,

            @Schema(description = "Whom it is for; nobody else can use it")
            String email,

            Role role,
            UUID invitedBy,
            Instant createdAt,
            Instant expiresAt,

            @Schema(description = "The link to send, a path of this site; shown once, when the invitation is made")
            String link) {

        static InvitationView of(Invitation invitation, String link) {
            return new InvitationView(
                    invitation.id(),
                    invitation.email(),
                    invitation.role(),
                    invitation.invitedBy(),
                    invitation.createdAt(),
                    invitation.expiresAt(),
                    link);
        }
    }

    /// An invitation to be sent.
    @Schema(name = "NewInvitation")
    public record NewInvitationBody(
            @Schema(required = true) String email,
            @Schema(required = true) Role role) {}

    @GET
    @Operation(operationId = "listInvitations", summary = "Invitations that nobody has used yet, newest first")
    public PageView<InvitationView> list(
            @PathParam("project") UUID project,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        UUID before = Query.before(cursor);
        List<Invitation> rest = invitations.open(current.require(), project).stream()
                .filter(invitation -> before == null || invitation.id().compareTo(before) < 0)
                .toList();
        return PageView.of(
                Page.of(rest, Query.limit(limit), Invitation::id), invitation -> InvitationView.of(invitation, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createInvitation", summary = "Invite somebody; the link is shown this once")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    public Response create(
            @PathParam("project") UUID project, @HeaderParam(Idempotency.KEY) String key, NewInvitationBody body) {
        Actor actor = current.require();
        return idempotency.once(actor, key, "invitation.create " + project, body, () -> {
            NewInvitation sent =
                    invitations.invite(actor, project, body.email() == null ? "" : body.email(), body.role());
            return new Idempotency.Made(
                    ProjectResource.PATH + project + "/invitations/"
                            + sent.invitation().id(),
                    InvitationView.of(sent.invitation(), "/invitation?key=" + sent.secret()),
                    InvitationView.of(sent.invitation(), null));
        });
    }

    @DELETE
    @Path("{invitation}")
    @Operation(operationId = "revokeInvitation", summary = "Take an invitation back")
    @APIResponse(responseCode = "204", description = "Taken back")
    public void revoke(@PathParam("project") UUID project, @PathParam("invitation") UUID invitation) {
        invitations.revoke(current.require(), project, invitation);
    }
}
