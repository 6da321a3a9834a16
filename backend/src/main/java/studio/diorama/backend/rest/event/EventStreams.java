package studio.diorama.backend.rest.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import studio.diorama.auth.Actor;
import studio.diorama.backend.rest.internal.TooManyRequests;

/// Counts open streams: one page needs one.
@ApplicationScoped
public class EventStreams {

    static final int PER_ACCOUNT = 20;

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final ConcurrentMap<UUID, Integer> open = new ConcurrentHashMap<>();

    /// @throws TooManyRequests if the account has as many open as it may
    void enter(Actor actor) {
        if (open.merge(actor.id(), 1, Integer::sum) > PER_ACCOUNT) {
            leave(actor);
            throw new TooManyRequests(
                    "You have %d event streams open, which is the most. Close one.".formatted(PER_ACCOUNT), RETRY);
        }
    }

    void leave(Actor actor) {
        open.computeIfPresent(actor.id(), (id, streams) -> streams == 1 ? null : streams - 1);
    }

    /// How many there are.
    public int size() {
        return open.values().stream().mapToInt(Integer::intValue).sum();
    }
}
