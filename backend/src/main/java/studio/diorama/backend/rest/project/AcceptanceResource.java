package studio.diorama.backend.rest.project;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;
import studio.diorama.backend.project.InvitationService;
import studio.diorama.backend.project.ProjectService;

/// The other end of an invitation.
@Path("/api/v1/invitations")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "invitations")
public class AcceptanceResource {

    private final InvitationService invitations;
    private final ProjectService projects;
    private final CurrentActor current;

    AcceptanceResource(InvitationService invitations, ProjectService projects, CurrentActor current) {
        this.invitations = invitations;
        this.projects = projects;
        this.current = current;
    }

    /// What a link held.
    @Schema(name = "Acceptance")
    public record Acceptance(
            @Schema(required = true, description = "What follows “key=” in the link")
            String secret) {}

    @POST
    @Path("accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acceptInvitation",
            summary = "Become a member through an invitation to your address; in a browser, not with a token")
    public ProjectView accept(Acceptance body) {
        Actor actor = current.require();
        UUID project = invitations.accept(actor, body.secret() == null ? "" : body.secret());
        return ProjectView.of(projects.get(actor, project));
    }
}
