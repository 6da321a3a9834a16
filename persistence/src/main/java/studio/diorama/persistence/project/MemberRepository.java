package studio.diorama.persistence.project;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.internal.MemberEntity;
import studio.diorama.persistence.internal.ProjectEntity;
import studio.diorama.persistence.internal.Statements;

/// Who is what in which project.
public final class MemberRepository {

    private final Database database;
    private final ChangeLog changes;

    public MemberRepository(Database database, ChangeLog changes) {
        this.database = database;
        this.changes = changes;
    }

    public Optional<Role> roleOf(UUID accountId, UUID projectId) {
        return database.transaction(session -> Optional.ofNullable(
                        session.find(MemberEntity.class, new MemberEntity.Key(projectId, accountId)))
                .map(row -> row.role));
    }

    /// Owners first, then by time of account.
    public List<Member> ofProject(UUID projectId) {
        return database.transaction(session -> session
                .createSelectionQuery("from Member where projectId = :project", MemberEntity.class)
                .setParameter("project", projectId)
                .list()
                .stream()
                .map(row -> new Member(row.projectId, row.accountId, row.role))
                .sorted(java.util.Comparator.comparing(Member::role).thenComparing(Member::accountId))
                .toList());
    }

    /// Makes somebody a member, or changes what they are.
    public void put(UUID projectId, UUID accountId, Role role) {
        database.run(session -> {
            MemberEntity row = session.find(MemberEntity.class, new MemberEntity.Key(projectId, accountId));
            if (row == null) {
                row = new MemberEntity();
                row.projectId = projectId;
                row.accountId = accountId;
                row.role = role;
                session.persist(row);
            } else {
                row.role = role;
            }
            changes.append(ChangeKind.MEMBER, projectId, accountId);
        });
    }

    public void remove(UUID projectId, UUID accountId) {
        database.run(session -> {
            Statements.execute(
                    session,
                    session.createMutationQuery(
                                    "delete from Member where projectId = :project and accountId = :account")
                            .setParameter("project", projectId)
                            .setParameter("account", accountId));
            changes.append(ChangeKind.MEMBER, projectId, accountId);
        });
    }

    /// Counts the owners and holds the project still until the transaction ends, so that of two owners who leave at
    /// once the second one sees that they are the last.
    public long lockAndCountOwners(UUID projectId) {
        return database.transaction(session -> {
            Statements.lock(session, ProjectEntity.class, projectId);
            return session.createSelectionQuery(
                            "select count(*) from Member where projectId = :project and role = :owner", Long.class)
                    .setParameter("project", projectId)
                    .setParameter("owner", Role.OWNER)
                    .getSingleResult();
        });
    }
}
