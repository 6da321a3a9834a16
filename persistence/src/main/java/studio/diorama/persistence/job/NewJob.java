package studio.diorama.persistence.job;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/// What a job is made from.
///
/// @param projectId whose it will be
/// @param accountId who starts it
/// @param title what it is called in lists, at most 200 characters
/// @param spec what it is to do
/// @param priority −2 to 2, among its owner's own jobs
/// @param gpuBytes GPU memory that it needs, 0 for work of the processor
/// @param workUnits how much there is to do (pixels)
/// @param rerunOf the job whose form it was started from
public record NewJob(
        UUID projectId,
        UUID accountId,
        String title,
        JobSpec spec,
        int priority,
        long gpuBytes,
        long workUnits,
        Optional<UUID> rerunOf) {

    public NewJob {
        requireNonNull(projectId, "projectId is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(title, "title is null");
        requireNonNull(spec, "spec is null");
        requireNonNull(rerunOf, "rerunOf is null");
        SpecCheck.range("priority", priority, -2, 2);
        SpecCheck.range("title", title.length(), 0, 200);
    }
}
