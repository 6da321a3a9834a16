package studio.diorama.worker.cli;

import java.io.PrintWriter;
import studio.diorama.common.ProgressSink;

/// A line every half minute, for long work whose errors go to a file.
final class ProgressLines implements ProgressSink {

    private static final long NANOS_BETWEEN = 30_000_000_000L;

    private final PrintWriter lines;
    private final long begun = System.nanoTime();
    private long nextNanos = begun;

    ProgressLines(PrintWriter lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void report(String stage, double fraction) {
        long now = System.nanoTime();
        if (now - nextNanos < 0) {
            return;
        }
        nextNanos = now + NANOS_BETWEEN;
        lines.printf("%6.0f s  %5.1f %%  %s%n", (now - begun) / 1e9, 100 * fraction, stage);
        lines.flush();
    }
}
