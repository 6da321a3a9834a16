package studio.diorama.persistence.project;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.internal.ProjectEntity;
import studio.diorama.persistence.internal.Statements;

/// Projects. Who may see which is the service's question, not this one's.
public final class ProjectRepository {

    private final Database database;
    private final ChangeLog changes;

    public ProjectRepository(Database database, ChangeLog changes) {
        this.database = database;
        this.changes = changes;
    }

    public Project create(String name, String description, Instant now) {
        return database.transaction(session -> {
            ProjectEntity row = new ProjectEntity();
            row.id = Ids.next();
            row.name = name;
            row.description = description;
            row.createdAt = now.truncatedTo(ChronoUnit.MICROS);
            session.persist(row);
            changes.append(ChangeKind.PROJECT, row.id, row.id);
            return record(row);
        });
    }

    public Optional<Project> find(UUID id) {
        return database.transaction(session ->
                Optional.ofNullable(session.find(ProjectEntity.class, id)).map(ProjectRepository::record));
    }

    /// Projects that somebody is a member of, newest first.
    public List<Project> ofAccount(UUID accountId) {
        return database.transaction(session -> session
                .createSelectionQuery(
                        "select p from Project p join Member m on m.projectId = p.id where m.accountId = :account order by p.id desc",
                        ProjectEntity.class)
                .setParameter("account", accountId)
                .list()
                .stream()
                .map(ProjectRepository::record)
                .toList());
    }

    /// Changes name and description if nobody else has since `version`.
    ///
    /// @return the project as it is now, or empty if it has another version or is gone
    public Optional<Project> update(UUID id, long version, String name, String description) {
        return database.transaction(session -> {
            int changed = Statements.execute(
                    session,
                    session.createMutationQuery(
                                    "update Project set name = :name, description = :description, version = version + 1"
                                            + " where id = :id and version = :version")
                            .setParameter("name", name)
                            .setParameter("description", description)
                            .setParameter("id", id)
                            .setParameter("version", version));
            if (changed == 0) {
                return Optional.empty();
            }
            changes.append(ChangeKind.PROJECT, id, id);
            return Optional.of(record(session.createSelectionQuery("from Project where id = :id", ProjectEntity.class)
                    .setParameter("id", id)
                    .getSingleResult()));
        });
    }

    /// Removes the project with everything in it; the bytes go with the next garbage collection.
    public void delete(UUID id) {
        database.run(session -> {
            // First the jobs that others may hold, then the project, as claims and finishing jobs lock them too: nobody
            // waits in a circle.
            session.createNativeQuery(
                            "select id from job where project_id = :id and state in ('QUEUED', 'RUNNING') order by id for update",
                            UUID.class)
                    .setParameter("id", id)
                    .list();
            if (!Statements.lockToDelete(session, "project", id)) {
                return;
            }
            session.createMutationQuery(
                            "delete from JobInput where jobId in (select j.id from Job j where j.projectId = :id)")
                    .setParameter("id", id)
                    .executeUpdate();
            Statements.execute(
                    session,
                    session.createMutationQuery("delete from Project where id = :id")
                            .setParameter("id", id));
            changes.append(ChangeKind.PROJECT, id, id);
        });
    }

    private static Project record(ProjectEntity row) {
        return new Project(row.id, row.name, row.description, row.version, row.createdAt);
    }
}
