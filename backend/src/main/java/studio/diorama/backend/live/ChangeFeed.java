package studio.diorama.backend.live;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import studio.diorama.persistence.change.Change;
import studio.diorama.persistence.change.ChangeLog;

/// Tells pages and event streams what has changed, whichever process changed it.
///
/// One query every quarter of a second while somebody listens, none otherwise. Transactions commit out of order, so
/// each poll asks again from the oldest number that is younger than a few seconds, and skips what was told before.
@ApplicationScoped
public class ChangeFeed {

    private static final Logger LOG = Logger.getLogger(ChangeFeed.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LATE_COMMIT = Duration.ofSeconds(5);
    private static final int BATCH = 2000;

    private final ChangeLog changes;
    private final InstantSource clock;
    private final List<Consumer<List<Change>>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("change-feed").factory());
    private final Deque<Told> recent = new ArrayDeque<>();
    private final Set<Long> told = new HashSet<>();
    private ScheduledFuture<?> polling;
    private long settled;

    ChangeFeed(ChangeLog changes, InstantSource clock) {
        this.changes = changes;
        this.clock = clock;
    }

    private record Told(long number, Instant at) {}

    /// Ends a subscription; may be called twice.
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /// Calls `listener` with everything that changes from now on, in batches, on the feed's own thread: it must be
    /// quick and must not throw.
    public synchronized Subscription subscribe(Consumer<List<Change>> listener) {
        if (polling == null) {
            settled = changes.latest();
            recent.clear();
            told.clear();
            polling =
                    poller.scheduleWithFixedDelay(this::poll, POLL.toMillis(), POLL.toMillis(), TimeUnit.MILLISECONDS);
        }
        listeners.add(listener);
        return () -> unsubscribe(listener);
    }

    private synchronized void unsubscribe(Consumer<List<Change>> listener) {
        listeners.remove(listener);
        if (listeners.isEmpty() && polling != null) {
            polling.cancel(false);
            polling = null;
        }
    }

    private void poll() {
        try {
            List<Change> fresh = readFresh();
            if (!fresh.isEmpty()) {
                listeners.forEach(listener -> tell(listener, fresh));
            }
        } catch (RuntimeException e) {
            LOG.debug("The change log does not answer; asked again at the next poll", e);
        }
    }

    private synchronized List<Change> readFresh() {
        Instant now = clock.instant();
        while (!recent.isEmpty() && recent.getFirst().at().isBefore(now.minus(LATE_COMMIT))) {
            Told old = recent.removeFirst();
            told.remove(old.number());
            settled = Math.max(settled, old.number());
        }
        List<Change> fresh = changes.after(settled, BATCH).stream()
                .filter(change -> told.add(change.number()))
                .toList();
        fresh.forEach(change -> recent.addLast(new Told(change.number(), now)));
        return fresh;
    }

    private static void tell(Consumer<List<Change>> listener, List<Change> fresh) {
        try {
            listener.accept(fresh);
        } catch (RuntimeException e) {
            LOG.warn("A listener of the change feed failed", e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        poller.shutdownNow();
    }
}
