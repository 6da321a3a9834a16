package studio.diorama.worker.cli;

import picocli.CommandLine.Option;

/// `--threads`, the same for every command that works on several pictures or rows at once.
final class ThreadsOption {

    @Option(names = "--threads", paramLabel = "N", description = "Threads (all processors).")
    private Integer threads;

    /// At least one.
    int count(Reporting reporting) {
        if (threads != null && threads < 1) {
            throw reporting.wrongUse("--threads must be 1 or more, got " + threads + ".");
        }
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
