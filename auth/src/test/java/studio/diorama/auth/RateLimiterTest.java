package studio.diorama.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final MovableClock clock = new MovableClock();
    private final RateLimiter limiter = new RateLimiter(6, 2, clock);

    @Test
    void letsABurstThroughAndThenOneEachTenSeconds() {
        for (int i = 0; i < 6; i++) {
            assertThat(limiter.tryAcquire("a")).isEmpty();
        }
        assertThat(limiter.tryAcquire("a")).contains(Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(9));
        assertThat(limiter.tryAcquire("a")).contains(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(limiter.tryAcquire("a")).isEmpty();
        assertThat(limiter.tryAcquire("a")).contains(Duration.ofSeconds(10));
    }

    @Test
    void aMinuteFillsTheBucketAndNoMore() {
        limiter.tryAcquire("a");
        clock.advance(Duration.ofHours(1));
        for (int i = 0; i < 6; i++) {
            assertThat(limiter.tryAcquire("a")).isEmpty();
        }
        assertThat(limiter.tryAcquire("a")).isPresent();
    }

    @Test
    void keysDoNotShareABucket() {
        drain("a");

        assertThat(limiter.tryAcquire("b")).isEmpty();
    }

    @Test
    void forgetsTheKeyUnusedLongest() {
        drain("a");
        drain("b");
        assertThat(limiter.tryAcquire("a")).isPresent();
        limiter.tryAcquire("c");

        assertThat(limiter.tryAcquire("a")).isPresent();
        assertThat(limiter.tryAcquire("b")).isEmpty();
    }

    @Test
    void aClockSetBackNeitherGivesNorTakes() {
        limiter.tryAcquire("a");
        clock.advance(Duration.ofDays(-1));
        for (int i = 0; i < 5; i++) {
            assertThat(limiter.tryAcquire("a")).isEmpty();
        }
        assertThat(limiter.tryAcquire("a")).isPresent();
    }

    @Test
    void refusesALimitOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RateLimiter(0, 1, clock));
    }

    private void drain(String key) {
        for (int i = 0; i < 6; i++) {
            limiter.tryAcquire(key);
        }
    }
}
