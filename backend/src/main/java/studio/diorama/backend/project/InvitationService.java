package studio.diorama.backend.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import studio.diorama.auth.Action;
import studio.diorama.auth.Actor;
import studio.diorama.auth.Invitations;
import studio.diorama.auth.NewInvitation;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.audit.AuditLog;
import studio.diorama.persistence.project.Invitation;
import studio.diorama.persistence.project.InvitationRepository;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.project.ProjectRepository;
import studio.diorama.persistence.project.Role;

/// Invitations as a project sees them: sent, listed, taken back and used, each on the record. What a link is and how
/// it is checked is [Invitations]' business.
@ApplicationScoped
public class InvitationService {

    private final Invitations links;
    private final InvitationRepository invitations;
    private final ProjectRepository projects;
    private final ProjectAccess access;
    private final AuditLog audit;

    InvitationService(
            Invitations links,
            InvitationRepository invitations,
            ProjectRepository projects,
            ProjectAccess access,
            AuditLog audit) {
        this.links = links;
        this.invitations = invitations;
        this.projects = projects;
        this.access = access;
        this.audit = audit;
    }

    /// @return the invitation with the secret of its link, which is shown this once
    public NewInvitation invite(Actor actor, UUID projectId, String email, Role role) {
        if (role == null) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, "Field “role”: a role is needed, got none.");
        }
        NewInvitation sent = links.create(actor, projectId, email, role);
        audit.append(
                actor.id(),
                projectId,
                "invitation.create",
                sent.invitation().id().toString(),
                role.name());
        return sent;
    }

    /// Invitations that nobody has used yet.
    public List<Invitation> open(Actor actor, UUID projectId) {
        access.check(actor, Action.MANAGE_PEOPLE, projectId);
        return invitations.openOf(projectId);
    }

    public void revoke(Actor actor, UUID projectId, UUID id) {
        access.check(actor, Action.MANAGE_PEOPLE, projectId);
        if (!invitations.delete(projectId, id)) {
            throw new DioramaException(ErrorCode.NOT_FOUND, "There is no such open invitation.");
        }
        audit.append(actor.id(), projectId, "invitation.revoke", id.toString(), "");
    }

    /// What a link leads to, for whoever holds it.
    public record Offer(Invitation invitation, Project project) {}

    /// @throws DioramaException `NOT_FOUND` for no such link, `GONE` if it was used or has expired
    public Offer offer(String secret) {
        Invitation invitation = links.open(secret == null ? "" : secret);
        Project project = projects.find(invitation.projectId())
                .orElseThrow(() -> new DioramaException(ErrorCode.GONE, "The project has been deleted."));
        return new Offer(invitation, project);
    }

    /// Makes somebody who is signed in a member.
    ///
    /// @return the project that they now belong to
    /// @throws DioramaException `GONE` for a dead link, `FORBIDDEN` for somebody else's
    public UUID accept(Actor actor, String secret) {
        return links.accept(actor, secret).projectId();
    }
}
