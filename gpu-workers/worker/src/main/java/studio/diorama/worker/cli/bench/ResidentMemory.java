package studio.diorama.worker.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Main memory that a process holds, in MiB.
///
/// @param pid of the process
record ResidentMemory(long pid) {

    private static final long SAMPLE_MILLIS = 100;
    private static final double KIB_PER_MIB = 1024;

    double mebibytes() {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            return (Files.exists(status) ? fromStatus(status) : fromPs()) / KIB_PER_MIB;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long fromStatus(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new IOException("A line VmRSS was expected in " + status));
    }

    private long fromPs() throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (!answer.matches("\\d+")) {
            throw new IOException("ps was expected to tell the memory of process %d, got “%s”".formatted(pid, answer));
        }
        return Long.parseLong(answer);
    }

    /// Something that is measured meanwhile.
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    /// The most that was held while `action` ran, above what was held before it; looked at ten times a second.
    double growthDuring(Action action) throws IOException {
        double before = mebibytes();
        Peak peak = new Peak(before);
        try (ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor()) {
            sampler.scheduleAtFixedRate(
                    () -> peak.see(mebibytes()), SAMPLE_MILLIS, SAMPLE_MILLIS, TimeUnit.MILLISECONDS);
            try {
                action.run();
            } finally {
                sampler.shutdownNow();
            }
        }
        peak.see(mebibytes());
        return peak.most() - before;
    }

    private static final class Peak {

        private double most;

        private Peak(double first) {
            most = first;
        }

        private synchronized void see(double value) {
            most = Math.max(most, value);
        }

        private synchronized double most() {
            return most;
        }
    }
}
