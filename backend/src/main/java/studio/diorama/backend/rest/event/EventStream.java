package studio.diorama.backend.rest.event;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import studio.diorama.auth.Actor;
import studio.diorama.backend.live.ChangeFeed;
import studio.diorama.backend.rest.internal.Json;
import studio.diorama.persistence.change.Change;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.change.ChangeLog;

/// One open stream of server-sent events, written by one thread of its own.
///
/// An event may come twice, after a reconnection for instance: it only says what to read again. Of several changes to
/// one object that are at hand at once only the last is told. `event: reset` says that something may have been missed,
/// `event: end` that the listener may not listen any more.
final class EventStream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration CHECK = Duration.ofSeconds(2);
    private static final int MOST_WAITING = 10_000;
    private static final int BATCH = 2000;

    /// Numbers are drawn before the commit, so one below the last that was told may have come to light after it.
    private static final int LATE_NUMBERS = 100;

    private final UUID project;
    private final Supplier<Optional<Actor>> listener;
    private final VisibleChanges visible;
    private final ChangeLog log;
    private final BooleanSupplier gone;
    private final BlockingQueue<Change> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean closed;
    private volatile boolean missed;

    /// @param gone whether the connection has ended: without it, that would show when something is next written, and
    ///     until then the stream would count as open
    EventStream(
            UUID project,
            Supplier<Optional<Actor>> listener,
            VisibleChanges visible,
            ChangeLog log,
            BooleanSupplier gone) {
        this.project = project;
        this.listener = listener;
        this.visible = visible;
        this.log = log;
        this.gone = gone;
    }

    /// Ends the stream soon; for the thread that learns that the connection is gone.
    void close() {
        closed = true;
    }

    /// Writes until the connection or the right ends.
    ///
    /// @param last the number that the listener heard last, if it has been here before
    void run(ChangeFeed feed, OptionalLong last, OutputStream out) throws IOException {
        try (ChangeFeed.Subscription subscription = feed.subscribe(this::enqueue)) {
            write(out, ": connected\nretry: 2000\n\n");
            if (last.isPresent()) {
                repeat(last.getAsLong(), out);
            }
            long nextBeat = System.nanoTime() + HEARTBEAT.toNanos();
            long nextCheck = 0;
            Optional<Actor> actor = Optional.empty();
            while (!closed && !gone.getAsBoolean()) {
                List<Change> changes = next();
                long now = System.nanoTime();
                boolean rightsMoved = changes.stream().anyMatch(change -> change.kind() == ChangeKind.MEMBER);
                if (nextCheck == 0 || rightsMoved || now - nextCheck >= 0) {
                    actor = listener.get();
                    nextCheck = now + CHECK.toNanos();
                }
                if (actor.isEmpty()) {
                    write(out, "event: end\ndata: {}\n\n");
                    return;
                }
                if (missed) {
                    missed = false;
                    write(out, "event: reset\ndata: {}\n\n");
                }
                boolean told = tell(actor.orElseThrow(), changes, out);
                if (told) {
                    nextBeat = now + HEARTBEAT.toNanos();
                } else if (now - nextBeat >= 0) {
                    write(out, ": still here\n\n");
                    nextBeat = now + HEARTBEAT.toNanos();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enqueue(List<Change> changes) {
        for (Change change : changes) {
            if (project.equals(change.projectId()) && !waiting.offer(change)) {
                missed = true;
            }
        }
    }

    /// Waits half a second at most for changes.
    private List<Change> next() throws InterruptedException {
        List<Change> changes = new ArrayList<>();
        Change first = waiting.poll(500, TimeUnit.MILLISECONDS);
        if (first != null) {
            changes.add(first);
            waiting.drainTo(changes);
        }
        return changes;
    }

    /// Brings what has changed since `last` once more.
    private void repeat(long last, OutputStream out) throws IOException {
        if (last > log.latest() || last + 1 < log.oldest()) {
            write(out, "event: reset\ndata: {}\n\n");
            return;
        }
        Optional<Actor> actor = listener.get();
        long from = Math.max(0, last - LATE_NUMBERS);
        while (actor.isPresent() && !closed) {
            List<Change> batch = log.after(from, BATCH);
            tell(
                    actor.orElseThrow(),
                    batch.stream()
                            .filter(change -> project.equals(change.projectId()))
                            .toList(),
                    out);
            if (batch.size() < BATCH) {
                return;
            }
            from = batch.getLast().number();
        }
    }

    private boolean tell(Actor actor, List<Change> changes, OutputStream out) throws IOException {
        Map<UUID, Change> newest = new LinkedHashMap<>();
        changes.forEach(change -> newest.put(change.objectId(), change));
        if (newest.isEmpty()) {
            return false;
        }
        StringBuilder text = new StringBuilder();
        for (VisibleChanges.Told told : visible.of(actor, project, newest.values())) {
            text.append("id: %d\ndata: %s\n\n".formatted(told.change().number(), Json.write(told.event())));
        }
        if (text.isEmpty()) {
            return false;
        }
        write(out, text.toString());
        return true;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
