package studio.diorama.frontend.session;

import static studio.diorama.frontend.Words.t;

import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import studio.diorama.common.DioramaException;

/// Turns what went wrong into what a person is told.
final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private Failures() {}

    /// The failure that says what to do, if there is one among the causes.
    static Optional<DioramaException> known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DioramaException known) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /// Writes Diorama's own mistake to the log.
    ///
    /// @return words with the id that finds it there
    static String report(Throwable failure) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(failure, "Failure %s on a page", id);
        return t("Something went wrong on our side. Try again; if it stays, tell your operator this number: {0}.", id);
    }
}
