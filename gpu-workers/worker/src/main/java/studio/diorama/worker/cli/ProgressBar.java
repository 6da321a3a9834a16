package studio.diorama.worker.cli;

import java.io.PrintWriter;
import studio.diorama.common.ProgressSink;

/// One line on a terminal that is drawn over again, at most ten times a second.
final class ProgressBar implements ProgressSink {

    private static final int CELLS = 30;
    private static final long NANOS_BETWEEN = 100_000_000;

    private final PrintWriter terminal;
    private long nextNanos = System.nanoTime();

    ProgressBar(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void report(String stage, double fraction) {
        boolean done = fraction >= 1;
        if (!done && System.nanoTime() - nextNanos < 0) {
            return;
        }
        nextNanos = System.nanoTime() + NANOS_BETWEEN;
        int full = (int) Math.round(Math.clamp(fraction, 0, 1) * CELLS);
        String name = stage.length() <= 40 ? stage : stage.substring(0, 39) + "…";
        // Back to the line's start and clear it.
        terminal.printf(
                "\r\u001B[K%s%s %3.0f %% %s",
                "█".repeat(full), "░".repeat(CELLS - full), fraction * 100, done ? "" : name);
        if (done) {
            terminal.println();
        }
        terminal.flush();
    }
}
