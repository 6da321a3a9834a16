package studio.diorama.worker.internal;

/// Why a running job is to stop before its end.
public enum StopReason {
    /// Somebody asked for it.
    CANCELLED("The job was cancelled."),
    /// The process ends, or its operator wants it to take nothing new; another worker begins the job again.
    WORKER_STOPS("The worker stops; the job waits for another one."),
    /// The attempt no longer counts: whatever it would write is refused.
    FENCED("This attempt no longer counts.");

    private final String text;

    StopReason(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
