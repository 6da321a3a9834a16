package studio.diorama.auth;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A token bucket for each key (an account, an address): so many at once, and as many again spread over a minute.
/// Remembers the keys used last, up to a number that bounds its memory.
public final class RateLimiter {

    private static final double SECONDS_PER_MINUTE = 60;

    private final int perMinute;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets;

    /// @param perMinute how many may pass in a minute
    /// @param keys how many keys are remembered at most; the one unused longest is forgotten first
    public RateLimiter(int perMinute, int keys, InstantSource clock) {
        if (perMinute < 1 || keys < 1) {
            throw new IllegalArgumentException(
                    "At least 1 a minute and 1 key expected, got %d and %d".formatted(perMinute, keys));
        }
        this.perMinute = perMinute;
        this.clock = requireNonNull(clock, "clock is null");
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > keys;
            }
        };
    }

    /// Takes one from the key's bucket.
    ///
    /// @return empty if it may pass, else how long to wait, in whole seconds
    public synchronized Optional<Duration> tryAcquire(String key) {
        Instant now = clock.instant();
        Bucket bucket = buckets.get(key);
        double level = bucket == null ? perMinute : refilled(bucket, now);
        if (level < 1) {
            buckets.put(key, new Bucket(level, now));
            return Optional.of(Duration.ofSeconds((long) Math.ceil((1 - level) * SECONDS_PER_MINUTE / perMinute)));
        }
        buckets.put(key, new Bucket(level - 1, now));
        return Optional.empty();
    }

    /// Fills the key's bucket again.
    public synchronized void forget(String key) {
        buckets.remove(key);
    }

    private double refilled(Bucket bucket, Instant now) {
        // A clock set back adds nothing and takes nothing.
        double seconds = Math.max(0, Duration.between(bucket.at(), now).toNanos() / 1e9);
        return Math.min(perMinute, bucket.level() + seconds * perMinute / SECONDS_PER_MINUTE);
    }

    private record Bucket(double level, Instant at) {}
}
