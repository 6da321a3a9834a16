package studio.diorama.backend.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobHistory;
import studio.diorama.persistence.job.JobState;
import studio.diorama.persistence.worker.WorkerNode;
import studio.diorama.persistence.worker.WorkerRepository;

/// What is ahead of a job: why it waits, and how much longer it will take.
@ApplicationScoped
public class JobOutlook {

    private static final int RUNS_FOR_AN_INTERVAL = 5;
    private static final double FRACTION_FOR_A_GUESS = 0.02;

    private final JobHistory history;
    private final WorkerRepository workers;
    private final InstantSource clock;
    private final DioramaConfig config;

    JobOutlook(JobHistory history, WorkerRepository workers, InstantSource clock, DioramaConfig config) {
        this.history = history;
        this.workers = workers;
        this.clock = clock;
        this.config = config;
    }

    /// One reason with its numbers, for a waiting job; empty for every other.
    public Optional<String> whyWaiting(Job job) {
        if (job.state() != JobState.QUEUED) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (job.times().notBefore().isAfter(now)) {
            return Optional.of("Tried again in %d s."
                    .formatted(Duration.between(now, job.times().notBefore()).toSeconds() + 1));
        }
        List<WorkerNode> capable = workers.seenSince(now.minus(PipelineOffers.ALIVE)).stream()
                .filter(worker -> worker.pipelines().contains(job.written().pipeline()))
                .toList();
        if (capable.isEmpty()) {
            return Optional.of("No worker is there that can run this. One has to be started.");
        }
        if (capable.stream().allMatch(WorkerNode::draining)) {
            return Optional.of("Every worker that can run this takes no new jobs at present.");
        }
        long best = capable.stream().mapToLong(WorkerNode::gpuBytes).max().orElse(0);
        if (job.gpuBytes() > best) {
            return Optional.of("It needs %d GiB of GPU memory, the largest worker has %d."
                    .formatted(job.gpuBytes() >> 30, best >> 30));
        }
        JobHistory.Neighbours neighbours = history.neighbours(job);
        if (neighbours.ownRunning() >= config.limits().runningPerUser()) {
            return Optional.of(
                    "%d of your jobs are running, which is the most at a time.".formatted(neighbours.ownRunning()));
        }
        if (neighbours.ownAhead() + neighbours.others() > 0) {
            return Optional.of("%d of your jobs ahead of it, %d of other people waiting."
                    .formatted(neighbours.ownAhead(), neighbours.others()));
        }
        return Optional.of("Next in line: it starts as soon as a worker is free.");
    }

    /// How much longer a job will run.
    ///
    /// @param least nine of ten such jobs take longer than this
    /// @param most nine of ten are done by then
    /// @param rough whether it is a guess from this run alone, because there were too few like it
    public record Remaining(Duration least, Duration most, boolean rough) {}

    /// The interval in which 80 of 100 such jobs end, for a running job.
    public Optional<Remaining> remaining(Job job) {
        if (job.state() != JobState.RUNNING || job.times().startedAt().isEmpty()) {
            return Optional.empty();
        }
        Duration elapsed = Duration.between(job.times().startedAt().orElseThrow(), clock.instant());
        double[] secondsPerUnit = history
                .runs(job.written().pipeline(), job.device().orElse(""))
                .stream()
                .mapToDouble(run -> run.time().toMillis() / 1000.0 / run.workUnits())
                .sorted()
                .toArray();
        if (secondsPerUnit.length >= RUNS_FOR_AN_INTERVAL && job.workUnits() > 0) {
            return Optional.of(new Remaining(
                    left(quantile(secondsPerUnit, 0.1) * job.workUnits(), elapsed),
                    left(quantile(secondsPerUnit, 0.9) * job.workUnits(), elapsed),
                    false));
        }
        double fraction = job.progress().fraction();
        if (fraction < FRACTION_FOR_A_GUESS) {
            return Optional.empty();
        }
        double seconds = elapsed.toMillis() / 1000.0 * (1 - fraction) / fraction;
        return Optional.of(new Remaining(seconds(seconds / 2), seconds(seconds * 2), true));
    }

    private static Duration left(double totalSeconds, Duration elapsed) {
        Duration left = seconds(totalSeconds).minus(elapsed);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }

    /// Linear between the order statistics (Hyndman and Fan's type 7).
    static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (position - below) * (above - sorted[below]);
    }
}
