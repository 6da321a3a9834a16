package studio.diorama.worker.internal;

import java.time.Duration;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.job.FencedException;

/// What is nobody's fault and passes: a disk without room, a database that is away.
final class Trouble {

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private Trouble() {}

    static boolean isDiskFull(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            if (text.contains("No space left") || text.contains("Disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }

    /// Writes what must be written, again and again while the database is away.
    ///
    /// @throws FencedException if it must not be written any more
    static void retry(Database database, Runnable write) {
        Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT);
        while (true) {
            try {
                write.run();
                return;
            } catch (FencedException e) {
                throw e;
            } catch (RuntimeException e) {
                if (database.answers()) {
                    throw e;
                }
                pause(backoff.next(), e);
            }
        }
    }

    private static void pause(Duration wait, RuntimeException cause) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }
}
