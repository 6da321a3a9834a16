package studio.diorama.persistence.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import studio.diorama.persistence.database.Database;

/// The `blob` table. Its row locks keep the store and the garbage collector apart, file by file.
final class BlobRows {

    private static final String UNREFERENCED = " and not exists (select 1 from asset where asset.sha256 = blob.sha256)"
            + " and not exists (select 1 from asset where asset.thumbnail = blob.sha256)"
            + " and not exists (select 1 from job where job.preview = blob.sha256)";

    private final Database database;

    BlobRows(Database database) {
        this.database = database;
    }

    /// Makes sure of a row, locks it until the transaction ends and makes it young again; runs `place` under that lock.
    void adopt(StoredBytes stored, Instant now, Runnable place) {
        while (!adoptOnce(stored, now, place)) {
            // The collector had just let go of the same bytes: its row is gone now, so the next round makes a new one.
            Thread.onSpinWait();
        }
    }

    private boolean adoptOnce(StoredBytes stored, Instant now, Runnable place) {
        return database.transaction(session -> {
            insert(session, stored, now);
            int locked = session.createNativeMutationQuery("update blob set created_at = :now where sha256 = :sha256")
                    .setParameter("now", now)
                    .setParameter("sha256", stored.sha256())
                    .executeUpdate();
            if (locked == 1) {
                place.run();
            }
            return locked == 1;
        });
    }

    /// @return whether there was no such row before
    static boolean insert(Session session, StoredBytes stored, Instant now) {
        return session.createNativeMutationQuery(
                                "insert into blob (sha256, bytes, created_at) values (:sha256, :bytes, :now) on conflict do nothing")
                        .setParameter("sha256", stored.sha256())
                        .setParameter("bytes", stored.bytes())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /// Hashes that nothing refers to and that are older than `before`.
    List<String> unreferenced(Instant before, int limit) {
        return database.transaction(session -> session.createNativeQuery(
                        "select sha256 from blob where created_at < :before" + UNREFERENCED, String.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .list());
    }

    /// Deletes the row if it is still old and unreferenced. It is locked by a statement of its own, so that the one
    /// that deletes sees every reference written until then; one that comes later waits, and finds nothing to refer
    /// to.
    static boolean deleteUnreferenced(Session session, String sha256, Instant before) {
        boolean free = session.createNativeQuery(
                        "select sha256 from blob where sha256 = :sha256 for update skip locked", String.class)
                .setParameter("sha256", sha256)
                .uniqueResultOptional()
                .isPresent();
        return free
                && session.createNativeMutationQuery("delete from blob where sha256 = :sha256 and created_at < :before"
                                        + UNREFERENCED)
                                .setParameter("sha256", sha256)
                                .setParameter("before", before)
                                .executeUpdate()
                        == 1;
    }

    boolean exists(String sha256) {
        return database.transaction(
                session -> session.createNativeQuery("select count(*) from blob where sha256 = :sha256", Long.class)
                                .setParameter("sha256", sha256)
                                .getSingleResult()
                        == 1);
    }

    /// Runs `work` with whether there is such a row, and keeps the row as it is meanwhile.
    void withLock(String sha256, Consumer<Boolean> work) {
        database.run(session -> work.accept(
                session.createNativeQuery("select sha256 from blob where sha256 = :sha256 for update", String.class)
                        .setParameter("sha256", sha256)
                        .uniqueResultOptional()
                        .isPresent()));
    }
}
