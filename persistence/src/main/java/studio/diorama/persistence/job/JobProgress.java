package studio.diorama.persistence.job;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// How far an attempt is.
///
/// @param stage what is being done, a few words
/// @param stageNumber from 1; 0 before the first
/// @param stageCount how many stages there are
/// @param fraction of the whole that is done, 0 to 1, never falling within an attempt
/// @param preview SHA-256 of a picture of what has been made so far
public record JobProgress(String stage, int stageNumber, int stageCount, double fraction, Optional<String> preview) {

    /// Nothing has happened yet.
    public static final JobProgress NONE = new JobProgress("", 0, 0, 0, Optional.empty());

    public JobProgress {
        requireNonNull(stage, "stage is null");
        requireNonNull(preview, "preview is null");
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("fraction: 0 to 1 expected, got " + fraction);
        }
    }
}
