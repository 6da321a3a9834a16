package studio.diorama.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves when it is told to.
public final class MovableClock implements InstantSource {

    private Instant now = Instant.parse("2026-05-04T09:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration step) {
        now = now.plus(step);
    }
}
