package studio.diorama.persistence.job;

/// Where a job is in its life. A lost worker puts a running job back to `QUEUED`.
public enum JobState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    /// Took several workers down with it; a person has to look before it runs again.
    QUARANTINED;

    /// Whether nothing more will happen unless somebody asks for it.
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED, QUARANTINED -> true;
        };
    }
}
