package studio.diorama.worker.internal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import studio.diorama.imaging.DecoderProcess;
import studio.diorama.persistence.job.ClaimedJob;
import studio.diorama.persistence.job.FencedException;
import studio.diorama.persistence.job.JobAttempt;
import studio.diorama.persistence.job.JobProgress;

/// The state that a job's own thread and the [JobWatch] share: how far it is, and whether it should stop.
final class RunningJob {

    private final JobAttempt attempt;
    private final InstantSource clock;
    private JobProgress progress = JobProgress.NONE;
    private boolean unreported;
    private StopReason stopReason;
    private Instant stopAt;
    private DecoderProcess decoder;

    RunningJob(JobAttempt attempt, InstantSource clock) {
        this.attempt = requireNonNull(attempt, "attempt is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    JobAttempt attempt() {
        return attempt;
    }

    ClaimedJob.Fence fence() {
        return attempt.job().fence();
    }

    /// The fraction never falls, whatever a second try reports.
    synchronized void progress(int stageNumber, int stageCount, String stage, double fraction) {
        String line = stage.length() <= 200 ? stage : stage.substring(0, 199) + "…";
        double highest = Math.max(progress.fraction(), Math.clamp(fraction, 0, 1));
        progress = new JobProgress(line, stageNumber, stageCount, highest, progress.preview());
        unreported = true;
    }

    synchronized void preview(String sha256) {
        progress = new JobProgress(
                progress.stage(),
                progress.stageNumber(),
                progress.stageCount(),
                progress.fraction(),
                Optional.of(sha256));
        unreported = true;
    }

    /// Asks the work to stop. The first reason counts, but a fence outdoes the others: nothing may be written any
    /// more.
    synchronized void stop(StopReason reason) {
        if (stopReason == null || reason == StopReason.FENCED) {
            stopReason = reason;
        }
        if (stopAt == null) {
            stopAt = clock.instant();
        }
        if (decoder != null) {
            // The thread may be waiting for a picture; the decoder's end wakes it.
            decoder.handle().ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    synchronized Optional<StopReason> stopReason() {
        return Optional.ofNullable(stopReason);
    }

    /// Whether it was asked to stop longer ago than `grace`.
    synchronized boolean isOverdue(Duration grace) {
        return stopAt != null && stopAt.plus(grace).isBefore(clock.instant());
    }

    synchronized void decoder(DecoderProcess used) {
        decoder = used;
    }

    synchronized Optional<DecoderProcess> decoder() {
        return Optional.ofNullable(decoder);
    }

    /// Writes what is new and learns whether somebody wants a stop.
    void exchange() {
        try {
            if (unwritten().map(attempt::report).orElseGet(attempt::cancelAsked)) {
                stop(StopReason.CANCELLED);
            }
        } catch (FencedException e) {
            stop(StopReason.FENCED);
        }
    }

    private synchronized Optional<JobProgress> unwritten() {
        Optional<JobProgress> news = unreported ? Optional.of(progress) : Optional.empty();
        unreported = false;
        return news;
    }
}
