package studio.diorama.backend.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import studio.diorama.auth.Action;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.TextCheck;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.audit.AuditLog;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.project.Invitation;
import studio.diorama.persistence.project.InvitationRepository;
import studio.diorama.persistence.project.MemberRepository;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.project.ProjectRepository;
import studio.diorama.persistence.project.Role;
import studio.diorama.persistence.store.ContentHash;

/// Links that make somebody a member: once, within a week, for one address and one role.
@ApplicationScoped
public class InvitationService {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,255}");
    private static final int SECRET_BYTES = 32;

    private final Database database;
    private final InvitationRepository invitations;
    private final ProjectRepository projects;
    private final MemberRepository members;
    private final ProjectAccess access;
    private final AuditLog audit;
    private final InstantSource clock;
    private final DioramaConfig config;
    private final SecureRandom random = new SecureRandom();

    InvitationService(
            Database database,
            InvitationRepository invitations,
            ProjectRepository projects,
            MemberRepository members,
            ProjectAccess access,
            AuditLog audit,
            InstantSource clock,
            DioramaConfig config) {
        this.database = database;
        this.invitations = invitations;
        this.projects = projects;
        this.members = members;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// A new invitation with the secret of its link, which is shown once and kept as a hash.
    public record Sent(Invitation invitation, String secret) {}

    public Sent invite(Actor actor, UUID projectId, String email, Role role) {
        access.check(actor, Action.MANAGE_PEOPLE, projectId);
        String address = TextCheck.line("email", email, 320).toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(address).matches()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, "Field “email”: an address such as ann@example.org is needed.");
        }
        if (role == null) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, "Field “role”: a role is needed, got none.");
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        Invitation invitation = new Invitation(
                Ids.next(),
                projectId,
                address,
                role,
                actor.id(),
                now,
                now.plus(config.session().invitationLife()),
                Optional.empty());
        database.run(session -> {
            invitations.create(invitation, ContentHash.of(secret));
            audit.append(
                    actor.id(), projectId, "invitation.create", invitation.id().toString(), role.name());
        });
        return new Sent(invitation, secret);
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

    /// @throws DioramaException `GONE` if the link was used, has expired or was taken back
    public Offer offer(String secret) {
        Invitation invitation = invitations
                .findByHash(ContentHash.of(secret == null ? "" : secret))
                .filter(found ->
                        found.acceptedAt().isEmpty() && found.expiresAt().isAfter(clock.instant()))
                .orElseThrow(InvitationService::gone);
        return new Offer(invitation, projects.find(invitation.projectId()).orElseThrow(InvitationService::gone));
    }

    /// Uses an invitation up.
    ///
    /// @return the project that the actor now belongs to
    /// @throws DioramaException `GONE` for a dead link, `FORBIDDEN` for somebody else's
    public UUID accept(Actor actor, String secret) {
        Offer offer = offer(secret);
        Invitation invitation = offer.invitation();
        if (!invitation.email().equals(actor.account().email())) {
            throw new DioramaException(
                    ErrorCode.FORBIDDEN,
                    "This invitation is for another address than yours. Ask for one to the address you sign in with.");
        }
        return database.transaction(session -> {
            if (!invitations.accept(invitation.id(), clock.instant())) {
                throw gone();
            }
            Role present = members.roleOf(actor.id(), invitation.projectId()).orElse(null);
            if (present == null || invitation.role().compareTo(present) < 0) {
                members.put(invitation.projectId(), actor.id(), invitation.role());
            }
            audit.append(
                    actor.id(),
                    invitation.projectId(),
                    "invitation.accept",
                    invitation.id().toString(),
                    invitation.role().name());
            return invitation.projectId();
        });
    }

    private static DioramaException gone() {
        return new DioramaException(
                ErrorCode.GONE,
                "This invitation has been used, has expired or was taken back. Ask whoever sent it for a new one.");
    }
}
