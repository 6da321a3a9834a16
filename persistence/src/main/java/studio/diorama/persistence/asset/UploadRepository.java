package studio.diorama.persistence.asset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.internal.Statements;
import studio.diorama.persistence.internal.UploadEntity;

/// Uploads under way. The row's `received` is raised only after the bytes are on disk, so it never promises too much.
public final class UploadRepository {

    private final Database database;

    public UploadRepository(Database database) {
        this.database = database;
    }

    public void create(Upload upload) {
        database.run(session -> {
            UploadEntity row = new UploadEntity();
            row.id = upload.id();
            row.projectId = upload.projectId();
            row.accountId = upload.accountId();
            row.fileName = upload.fileName();
            row.length = upload.length();
            row.received = upload.received();
            row.createdAt = upload.createdAt();
            row.expiresAt = upload.expiresAt();
            session.persist(row);
        });
    }

    public Optional<Upload> find(UUID id) {
        return database.transaction(session ->
                Optional.ofNullable(session.find(UploadEntity.class, id)).map(UploadRepository::record));
    }

    /// Uploads of one account that are not whole yet.
    public long countOpen(UUID accountId, Instant now) {
        return database.transaction(session -> session.createSelectionQuery(
                        "select count(*) from Upload where accountId = :account and received < length and expiresAt > :now",
                        Long.class)
                .setParameter("account", accountId)
                .setParameter("now", now)
                .getSingleResult());
    }

    /// Notes that so many bytes are safe on disk. They never become fewer: of two requests that end out of order, the
    /// one that is behind changes nothing.
    ///
    /// @return whether this raised or kept the number
    public boolean advance(UUID id, long received, Instant expiresAt) {
        return database.transaction(session -> 1
                == Statements.execute(
                        session,
                        session.createMutationQuery("update Upload set received = :received, expiresAt = :expires"
                                        + " where id = :id and received <= :received and :received <= length")
                                .setParameter("received", received)
                                .setParameter("expires", expiresAt)
                                .setParameter("id", id)));
    }

    /// Notes what a whole upload became.
    ///
    /// @return false if another request had already done so
    public boolean finish(UUID id, UUID assetId) {
        return database.transaction(session -> Statements.execute(
                        session,
                        session.createMutationQuery(
                                        "update Upload set assetId = :asset where id = :id and assetId is null")
                                .setParameter("asset", assetId)
                                .setParameter("id", id))
                == 1);
    }

    public void delete(UUID id) {
        database.run(session -> Statements.execute(
                session,
                session.createMutationQuery("delete from Upload where id = :id").setParameter("id", id)));
    }

    public List<Upload> expired(Instant now, int limit) {
        return database.transaction(session -> session
                .createSelectionQuery("from Upload where expiresAt <= :now order by expiresAt", UploadEntity.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .list()
                .stream()
                .map(UploadRepository::record)
                .toList());
    }

    private static Upload record(UploadEntity row) {
        return new Upload(
                row.id,
                row.projectId,
                row.accountId,
                row.fileName,
                row.length,
                row.received,
                Optional.ofNullable(row.assetId),
                row.createdAt,
                row.expiresAt);
    }
}
