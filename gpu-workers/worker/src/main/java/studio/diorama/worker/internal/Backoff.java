package studio.diorama.worker.internal;

import java.time.Duration;

/// How long to wait before trying again: twice as long after every miss, up to a limit. Safe for all threads.
final class Backoff {

    private final Duration first;
    private final Duration most;
    private Duration next;

    Backoff(Duration first, Duration most) {
        this.first = first;
        this.most = most;
        this.next = first;
    }

    /// The wait after another miss.
    synchronized Duration next() {
        Duration wait = next;
        Duration doubled = wait.multipliedBy(2);
        next = doubled.compareTo(most) < 0 ? doubled : most;
        return wait;
    }

    /// Something succeeded.
    synchronized void reset() {
        next = first;
    }
}
