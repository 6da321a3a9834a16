package studio.diorama.persistence.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.common.ErrorCode;

/// A piece of work and how far it is.
///
/// @param id never changes
/// @param projectId whose it is
/// @param accountId who started it
/// @param title what it is called in lists
/// @param written what it is to do, as it is kept
/// @param state where it is in its life
/// @param priority −2 to 2, among its owner's own jobs
/// @param gpuBytes GPU memory that it needs
/// @param attempt how often a worker has begun it
/// @param losses how many workers were lost with it
/// @param progress how far the present attempt is
/// @param failure why it failed
/// @param workerId who runs it, or ran it last
/// @param device what it runs on, or ran on last
/// @param cancelAsked somebody wants it to stop
/// @param rerunOf the job whose form it was started from
/// @param releasedAt when its results were opened to viewers
/// @param times when what happened
/// @param workUnits how much there is to do (pixels), to tell how long it takes
/// @param version rises with every change
public record Job(
        UUID id,
        UUID projectId,
        UUID accountId,
        String title,
        WrittenSpec written,
        JobState state,
        int priority,
        long gpuBytes,
        int attempt,
        int losses,
        JobProgress progress,
        Optional<Failure> failure,
        Optional<UUID> workerId,
        Optional<String> device,
        boolean cancelAsked,
        Optional<UUID> rerunOf,
        Optional<Instant> releasedAt,
        Times times,
        long workUnits,
        long version) {

    public Job {
        requireNonNull(id, "id is null");
        requireNonNull(projectId, "projectId is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(title, "title is null");
        requireNonNull(written, "written is null");
        requireNonNull(state, "state is null");
        requireNonNull(progress, "progress is null");
        requireNonNull(failure, "failure is null");
        requireNonNull(workerId, "workerId is null");
        requireNonNull(device, "device is null");
        requireNonNull(rerunOf, "rerunOf is null");
        requireNonNull(releasedAt, "releasedAt is null");
        requireNonNull(times, "times is null");
    }

    /// What it is to do; read anew with each call.
    public JobSpec spec() {
        return written.read();
    }

    /// Why a job failed, in words that help.
    public record Failure(ErrorCode code, String message) {

        public Failure {
            requireNonNull(code, "code is null");
            requireNonNull(message, "message is null");
        }
    }

    /// @param createdAt when it was submitted
    /// @param queuedAt when it last began to wait
    /// @param notBefore when it may start at the earliest
    /// @param startedAt when the present attempt began
    /// @param finishedAt when it reached a final state
    public record Times(
            Instant createdAt,
            Instant queuedAt,
            Instant notBefore,
            Optional<Instant> startedAt,
            Optional<Instant> finishedAt) {

        public Times {
            requireNonNull(createdAt, "createdAt is null");
            requireNonNull(queuedAt, "queuedAt is null");
            requireNonNull(notBefore, "notBefore is null");
            requireNonNull(startedAt, "startedAt is null");
            requireNonNull(finishedAt, "finishedAt is null");
        }
    }
}
