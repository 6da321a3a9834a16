package studio.diorama.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits for what another process will do: asks often, and fails with the last reason once the time is over. The time
/// is a bound for a broken system, not a measurement.
public final class Eventually {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Eventually() {}

    /// Work that fails until the time has come.
    @FunctionalInterface
    public interface Check {
        void run() throws Exception;
    }

    public static void succeeds(Duration most, Check check) {
        long end = System.nanoTime() + most.toNanos();
        while (true) {
            try {
                check.run();
                return;
            } catch (Exception | AssertionError e) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("Not within " + most.toSeconds() + " s: " + e.getMessage(), e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
