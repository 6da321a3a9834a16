package studio.diorama.persistence.audit;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.internal.AuditEntity;
import studio.diorama.persistence.internal.InstallationEntity;
import studio.diorama.persistence.store.ContentHash;

/// Who did what, for good: entries are only ever added, and each carries the hash of the one before it, so that a
/// change or a gap shows.
public final class AuditLog {

    private static final String FIRST = "0".repeat(64);

    private final Database database;
    private final InstantSource clock;

    public AuditLog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param accountId who did it
    /// @param projectId where, null outside of projects
    /// @param action what, such as `member.role`
    /// @param objectId to what
    /// @param detail a few words; ids and roles, no names and no secrets
    public void append(UUID accountId, UUID projectId, String action, String objectId, String detail) {
        database.run(session -> {
            // The chain has one end: whoever adds to it holds the installation's row until the commit.
            session.find(InstallationEntity.class, (short) 1, LockModeType.PESSIMISTIC_WRITE);
            AuditEntity row = new AuditEntity();
            row.at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            row.accountId = accountId;
            row.projectId = projectId;
            row.action = action;
            row.objectId = objectId;
            row.detail = detail.length() <= 1000 ? detail : detail.substring(0, 1000);
            row.hash = hash(lastHash(), row.at, accountId, projectId, action, objectId, row.detail);
            session.persist(row);
            session.flush();
        });
    }

    /// An entry as it is read.
    public record Entry(
            long number, Instant at, UUID accountId, UUID projectId, String action, String objectId, String detail) {}

    /// Entries below `before`, newest first.
    public List<Entry> page(long before, int size) {
        return database.transaction(session -> session
                .createSelectionQuery("from Audit where number < :before order by number desc", AuditEntity.class)
                .setParameter("before", before)
                .setMaxResults(size)
                .list()
                .stream()
                .map(row -> new Entry(
                        row.number, row.at, row.accountId, row.projectId, row.action, row.objectId, row.detail))
                .toList());
    }

    /// Whether every entry still follows from the one before it.
    public boolean isIntact() {
        return database.transaction(session -> {
            String last = FIRST;
            for (AuditEntity row : session.createSelectionQuery("from Audit order by number", AuditEntity.class)
                    .list()) {
                last = hash(last, row.at, row.accountId, row.projectId, row.action, row.objectId, row.detail);
                if (!last.equals(row.hash)) {
                    return false;
                }
            }
            return true;
        });
    }

    private String lastHash() {
        return database.transaction(
                session -> session.createSelectionQuery("select hash from Audit order by number desc", String.class)
                        .setMaxResults(1)
                        .uniqueResultOptional()
                        .orElse(FIRST));
    }

    private static String hash(String previous, Object... fields) {
        StringBuilder text = new StringBuilder(previous);
        for (Object field : fields) {
            String value = String.valueOf(field);
            text.append('\n').append(value.length()).append(':').append(value);
        }
        return ContentHash.of(text.toString());
    }
}
