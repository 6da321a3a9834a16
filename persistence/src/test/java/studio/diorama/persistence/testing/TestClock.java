package studio.diorama.persistence.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still, years before any file of today, until a test moves it.
public final class TestClock implements InstantSource {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2020-03-01T12:00:00Z"));

    @Override
    public Instant instant() {
        return now.get();
    }

    /// Moves it on and says what it shows then.
    public Instant advance(Duration time) {
        return now.updateAndGet(instant -> instant.plus(time));
    }
}
