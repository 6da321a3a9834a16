package studio.diorama.models.cameranoise.bench;

import java.io.PrintWriter;
import java.util.Locale;
import studio.diorama.common.ProgressSink;

/// Tells somebody who waits for minutes how far it is: every result as it comes, and now and then a line of a training.
final class BenchProgress implements ProgressSink {

    private static final long NANOS_BETWEEN = 20_000_000_000L;

    private final PrintWriter lines;
    private final long begun = System.nanoTime();
    private long nextNanos = begun;

    BenchProgress(PrintWriter lines) {
        this.lines = lines;
    }

    synchronized void say(String line) {
        lines.println(line);
        lines.flush();
    }

    @Override
    public synchronized void report(String stage, double fraction) {
        long now = System.nanoTime();
        if (now - nextNanos >= 0) {
            nextNanos = now + NANOS_BETWEEN;
            say(String.format(Locale.ROOT, "%6.0f s  %5.1f %%  %s", (now - begun) / 1e9, 100 * fraction, stage));
        }
    }
}
