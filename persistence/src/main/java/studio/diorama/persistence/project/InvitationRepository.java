package studio.diorama.persistence.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.internal.InvitationEntity;
import studio.diorama.persistence.internal.Statements;

/// Invitations, used or not.
public final class InvitationRepository {

    private final Database database;

    public InvitationRepository(Database database) {
        this.database = database;
    }

    /// @param tokenHash SHA-256 of the secret in the link, in hexadecimal
    public void create(Invitation invitation, String tokenHash) {
        database.run(session -> {
            InvitationEntity row = new InvitationEntity();
            row.id = invitation.id();
            row.projectId = invitation.projectId();
            row.email = invitation.email();
            row.role = invitation.role();
            row.tokenHash = tokenHash;
            row.invitedBy = invitation.invitedBy();
            row.createdAt = invitation.createdAt();
            row.expiresAt = invitation.expiresAt();
            session.persist(row);
        });
    }

    public Optional<Invitation> findByHash(String tokenHash) {
        return database.transaction(session -> session.createSelectionQuery(
                        "from Invitation where tokenHash = :hash", InvitationEntity.class)
                .setParameter("hash", tokenHash)
                .uniqueResultOptional()
                .map(InvitationRepository::record));
    }

    /// Those that nobody has used yet, newest first.
    public List<Invitation> openOf(UUID projectId) {
        return database.transaction(session -> session
                .createSelectionQuery(
                        "from Invitation where projectId = :project and acceptedAt is null order by id desc",
                        InvitationEntity.class)
                .setParameter("project", projectId)
                .list()
                .stream()
                .map(InvitationRepository::record)
                .toList());
    }

    /// Uses the invitation up.
    ///
    /// @return false if somebody was faster or it has expired
    public boolean accept(UUID id, Instant now) {
        return database.transaction(session -> Statements.execute(
                        session,
                        session.createMutationQuery("update Invitation set acceptedAt = :now"
                                        + " where id = :id and acceptedAt is null and expiresAt > :now")
                                .setParameter("now", now)
                                .setParameter("id", id))
                == 1);
    }

    /// @return whether the project had such an open invitation
    public boolean delete(UUID projectId, UUID id) {
        return database.transaction(session -> Statements.execute(
                        session,
                        session.createMutationQuery(
                                        "delete from Invitation where id = :id and projectId = :project and acceptedAt is null")
                                .setParameter("id", id)
                                .setParameter("project", projectId))
                == 1);
    }

    private static Invitation record(InvitationEntity row) {
        return new Invitation(
                row.id,
                row.projectId,
                row.email,
                row.role,
                row.invitedBy,
                row.createdAt,
                row.expiresAt,
                Optional.ofNullable(row.acceptedAt));
    }
}
