package studio.diorama.backend.rest.job;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobProgress;
import studio.diorama.persistence.job.JobState;

/// A job as lists show it.
@Schema(name = "Job")
public record JobView(
        UUID id,
        UUID project,
        @Schema(description = "Who started it") UUID startedBy,
        String title,
        String pipeline,
        JobState state,

        @Schema(description = "−2 to 2, among its owner's own jobs")
        int priority,

        @Schema(description = "How often a worker has begun it")
        int attempt,

        ProgressView progress,
        @Schema(description = "Why it failed") FailureView failure,

        @Schema(description = "What it runs on, or ran on last")
        String device,

        @Schema(description = "Somebody wants it to stop") boolean cancelAsked,

        @Schema(description = "The job whose form it was started from")
        UUID rerunOf,

        @Schema(description = "Since when viewers see its results")
        Instant releasedAt,

        Instant createdAt,
        Instant queuedAt,
        Instant startedAt,
        Instant finishedAt,
        @Schema(description = "Rises with every change") long version) {

    /// @param stage what is being done, a few words
    /// @param stageNumber from 1; 0 before the first
    /// @param stageCount how many there are
    /// @param fraction of the whole that is done, 0 to 1
    @Schema(name = "Progress")
    public record ProgressView(String stage, int stageNumber, int stageCount, double fraction) {

        public static ProgressView of(JobProgress progress) {
            return new ProgressView(
                    progress.stage(), progress.stageNumber(), progress.stageCount(), progress.fraction());
        }
    }

    /// Why a job failed, in words that help.
    @Schema(name = "Failure")
    public record FailureView(ErrorCode code, String message) {}

    public static JobView of(Job job) {
        return new JobView(
                job.id(),
                job.projectId(),
                job.accountId(),
                job.title(),
                job.written().pipeline(),
                job.state(),
                job.priority(),
                job.attempt(),
                ProgressView.of(job.progress()),
                job.failure()
                        .map(failure -> new FailureView(failure.code(), failure.message()))
                        .orElse(null),
                job.device().orElse(null),
                job.cancelAsked(),
                job.rerunOf().orElse(null),
                job.releasedAt().orElse(null),
                job.times().createdAt(),
                job.times().queuedAt(),
                job.times().startedAt().orElse(null),
                job.times().finishedAt().orElse(null),
                job.version());
    }
}
