package studio.diorama.persistence.change;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.internal.ChangeEntity;

/// The order in which things change, written in the same transaction as the change itself.
public final class ChangeLog {

    private final Database database;
    private final InstantSource clock;

    public ChangeLog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    public void append(ChangeKind kind, UUID projectId, UUID objectId) {
        database.run(session -> {
            ChangeEntity row = new ChangeEntity();
            row.changedAt = clock.instant();
            row.projectId = projectId;
            row.kind = kind.name();
            row.objectId = objectId;
            session.persist(row);
        });
    }

    /// The newest number, 0 before the first change.
    public long latest() {
        return database.transaction(
                session -> session.createSelectionQuery("select coalesce(max(number), 0) from Change", Long.class)
                        .getSingleResult());
    }

    /// The oldest number that is still remembered, 0 if none is.
    public long oldest() {
        return database.transaction(
                session -> session.createSelectionQuery("select coalesce(min(number), 0) from Change", Long.class)
                        .getSingleResult());
    }

    /// Changes with numbers above `number`, oldest first, at most `limit`.
    ///
    /// Numbers are drawn before the commit, so a lower one can appear after a higher one: a reader that must miss
    /// nothing asks again from some way back and skips what it has seen (as `ChangeFeed` in the backend does).
    public List<Change> after(long number, int limit) {
        return database.transaction(session -> session
                .createSelectionQuery("from Change where number > :number order by number", ChangeEntity.class)
                .setParameter("number", number)
                .setMaxResults(limit)
                .list()
                .stream()
                .map(row -> new Change(
                        row.number, row.changedAt, row.projectId, ChangeKind.valueOf(row.kind), row.objectId))
                .toList());
    }

    /// Forgets what everybody has read by now.
    public void deleteBefore(Instant time) {
        database.run(session -> session.createMutationQuery("delete from Change where changedAt < :time")
                .setParameter("time", time)
                .executeUpdate());
    }
}
