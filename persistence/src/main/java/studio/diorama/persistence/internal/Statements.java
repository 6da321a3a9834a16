package studio.diorama.persistence.internal;

import java.util.function.Supplier;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.query.MutationQuery;
import studio.diorama.common.DioramaException;

/// The ways to write a row that a session's cache gets wrong when they are mixed.
///
/// A session hands out the row it read first, whatever an update statement or another transaction has done to it since.
/// So a statement empties the cache, and a row that is about to be judged is read again under its lock.
public final class Statements {

    private Statements() {}

    /// Runs an update or delete that passes the cache by, and empties the cache.
    ///
    /// @return rows changed
    public static int execute(Session session, MutationQuery statement) {
        session.flush();
        int rows = statement.executeUpdate();
        session.clear();
        return rows;
    }

    /// The row as the database has it now, locked until the transaction ends; null if there is none.
    public static <T> T lock(Session session, Class<T> type, Object id) {
        session.flush();
        session.clear();
        return session.find(type, id, LockMode.PESSIMISTIC_WRITE);
    }

    /// Locks a row that is about to be deleted: nobody may come to refer to it until the transaction ends. On
    /// PostgreSQL the lock of [#lock] would let them.
    ///
    /// @return whether there is such a row
    public static boolean lockToDelete(Session session, String table, Object id) {
        return session.createNativeQuery("select 1 from " + table + " where id = :id for update", Integer.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .isPresent();
    }

    /// Writes what is waiting to be written, and says `refusal` if a unique value is taken.
    public static void flush(Session session, Supplier<DioramaException> refusal) {
        try {
            session.flush();
        } catch (ConstraintViolationException e) {
            DioramaException refused = refusal.get();
            refused.addSuppressed(e);
            throw refused;
        }
    }
}
