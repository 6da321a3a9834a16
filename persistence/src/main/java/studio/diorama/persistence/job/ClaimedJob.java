package studio.diorama.persistence.job;

import java.util.UUID;

/// A job that a worker has just taken.
///
/// @param fence by which all that the worker writes is checked
/// @param projectId whose it is
/// @param accountId who started it
/// @param spec what it is to do
public record ClaimedJob(Fence fence, UUID projectId, UUID accountId, JobSpec spec) {

    /// Names one attempt of one job in one installation. A write under an old fence changes nothing.
    ///
    /// @param jobId which job
    /// @param attempt which attempt
    /// @param epoch which life of the installation; a restore from a backup begins a new one
    public record Fence(UUID jobId, int attempt, long epoch) {}
}
