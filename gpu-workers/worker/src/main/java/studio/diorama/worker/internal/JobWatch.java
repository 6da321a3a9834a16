package studio.diorama.worker.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.diorama.persistence.job.FencedException;

/// One thread that looks after all running jobs twice a second: it writes their progress, brings them the wish to
/// stop, and ends the process when a cancelled job does not listen.
final class JobWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final Services services;
    private final Runnable halt;
    private final Set<RunningJob> jobs = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-watch").factory());
    private boolean stopping;

    /// @param halt ends the process at once
    JobWatch(Services services, Runnable halt) {
        this.services = services;
        this.halt = halt;
    }

    void start(Runnable alsoOften) {
        Runnable look = () -> {
            guarded(this::look);
            guarded(alsoOften);
        };
        timer.scheduleWithFixedDelay(look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// @return the job's shared state; a job that begins while the worker stops is told so at once
    synchronized RunningJob add(RunningJob job) {
        jobs.add(job);
        if (stopping) {
            job.stop(StopReason.WORKER_STOPS);
        }
        return job;
    }

    void remove(RunningJob job) {
        jobs.remove(job);
    }

    /// Asks all running jobs, and those that begin from now on, to stop.
    synchronized void stopAll() {
        stopping = true;
        jobs.forEach(job -> job.stop(StopReason.WORKER_STOPS));
    }

    /// Jobs may begin again.
    synchronized void resume() {
        stopping = false;
    }

    /// Waits until no job runs.
    ///
    /// @return false if some still do after `atMost`
    boolean awaitIdle(Duration atMost) throws InterruptedException {
        Instant until = services.clock().instant().plus(atMost);
        while (!jobs.isEmpty()) {
            if (services.clock().instant().isAfter(until)) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    /// Takes the jobs away from threads that do not stop: from here on their writes are refused. Their tickets stay
    /// with this process, whose end nobody may notice for minutes, so each job gets a new one.
    void giveBackAll(String reason) {
        for (RunningJob job : jobs) {
            guarded(() -> services.database().run(session -> {
                Instant now = services.clock().instant();
                job.attempt().giveBack(now, reason);
                services.tickets().issue(now);
            }));
        }
    }

    private void look() {
        for (RunningJob job : jobs) {
            guarded(job::exchange);
            if (job.isOverdue(services.cancelGrace()) && jobs.contains(job)) {
                end(job);
            }
        }
    }

    private void end(RunningJob job) {
        LOG.error(
                "Job {} was asked to stop {} ago and still runs: this process ends, and its other jobs begin again.",
                job.fence().jobId(),
                services.cancelGrace());
        if (job.stopReason().orElseThrow() == StopReason.CANCELLED) {
            guarded(job.attempt()::cancelled);
        }
        jobs.remove(job);
        giveBackAll("Another job of the worker process could not be stopped, so the process was ended.");
        halt.run();
    }

    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (FencedException e) {
            LOG.info("{}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("The database did not take what the worker had to say; it will be said again: {}", e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
