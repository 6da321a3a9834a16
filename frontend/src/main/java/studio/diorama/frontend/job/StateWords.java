package studio.diorama.frontend.job;

import static studio.diorama.frontend.Words.t;

import studio.diorama.persistence.job.JobState;

/// Job states in the reader's language.
public final class StateWords {

    private StateWords() {}

    public static String name(JobState state) {
        return switch (state) {
            case QUEUED -> t("Waiting");
            case RUNNING -> t("Running");
            case SUCCEEDED -> t("Done");
            case FAILED -> t("Failed");
            case CANCELLED -> t("Cancelled");
            case QUARANTINED -> t("Put aside");
        };
    }
}
