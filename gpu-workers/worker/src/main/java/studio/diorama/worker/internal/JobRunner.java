package studio.diorama.worker.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.job.ClaimedJob;
import studio.diorama.persistence.job.FencedException;
import studio.diorama.worker.JobHandlers;

/// Runs one claimed job to its end, whatever that is: succeeded, failed, cancelled, given back or fenced. Nothing else
/// comes out but an exception of a database that takes no end at all; then the job's ticket tells that it is lost.
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /// When a job is tried again that met a full disk or a database that was away.
    private static final Duration TROUBLE_PAUSE = Duration.ofSeconds(60);

    private final Services services;
    private final JobHandlers handlers;
    private final JobWatch watch;
    private final DecoderPool decoders;
    private final WorkFolder folder;
    private final MemoryShare memory;

    JobRunner(
            Services services,
            JobHandlers handlers,
            JobWatch watch,
            DecoderPool decoders,
            WorkFolder folder,
            MemoryShare memory) {
        this.services = services;
        this.handlers = handlers;
        this.watch = watch;
        this.decoders = decoders;
        this.folder = folder;
        this.memory = memory;
    }

    /// What became of a job's ticket.
    sealed interface End {
        /// The job has ended; its ticket is free.
        record Finished() implements End {}

        /// The job waits again and needs its ticket at `notBefore`.
        record GivenBack(Instant notBefore) implements End {}

        /// The attempt no longer counts, so the ticket may be somebody else's by now.
        record Fenced() implements End {}
    }

    End run(ClaimedJob job) {
        LOG.info(
                "Job {} attempt {} begins: {}",
                job.fence().jobId(),
                job.fence().attempt(),
                job.spec().pipeline());
        RunningJob running = watch.add(new RunningJob(services.attempt(job), services.clock()));
        try {
            End end = work(job, running);
            if (end instanceof End.Finished) {
                services.checkpoints().sweep();
            }
            LOG.info("Job {} attempt {}: {}", job.fence().jobId(), job.fence().attempt(), end);
            return end;
        } catch (FencedException e) {
            LOG.warn("{}: dropped", e.getMessage());
            return new End.Fenced();
        } finally {
            watch.remove(running);
        }
    }

    private End work(ClaimedJob job, RunningJob running) {
        try (MemoryShare.Holding share = memory.enter(() -> running.stopReason().isPresent())) {
            if (attempt(job, running, services.threadsPerJob())) {
                return new End.Finished();
            }
            running.attempt().log("Out of memory: tried once more, alone and on one thread.");
            share.alone(() -> running.stopReason().isPresent());
            if (attempt(job, running, 1)) {
                return new End.Finished();
            }
            return fail(
                    running,
                    ErrorCode.OUT_OF_MEMORY,
                    "The job needs more memory than the worker has, %,d MiB, twice. Use smaller pictures, or a worker with more memory (-Xmx)."
                            .formatted(Runtime.getRuntime().maxMemory() >> 20));
        } catch (FencedException e) {
            throw e;
        } catch (DioramaException e) {
            return stopped(running).orElseGet(() -> troubleOrFailure(running, e));
        } catch (IOException | RuntimeException | Error e) {
            return stopped(running).orElseGet(() -> internal(running, e));
        }
    }

    /// @return false if there was too little memory
    private boolean attempt(ClaimedJob job, RunningJob running, int threads) throws IOException {
        Path place = folder.newJobFolder(job.fence().jobId().toString());
        try (JobWorkspace workspace = new JobWorkspace(services, decoders, running, place, threads)) {
            handlers.run(job.spec(), workspace);
            workspace.publish();
            return true;
        } catch (OutOfMemoryError e) {
            LOG.warn("Job {} ran out of memory", job.fence().jobId());
            return false;
        } catch (DioramaException e) {
            if (e.code() == ErrorCode.OUT_OF_MEMORY) {
                LOG.warn("Job {} ran out of memory", job.fence().jobId());
                return false;
            }
            throw e;
        }
    }

    /// The end of a job that was asked to stop; whatever it threw was its way of stopping.
    private Optional<End> stopped(RunningJob running) {
        return running.stopReason().map(reason -> switch (reason) {
            case CANCELLED -> {
                running.attempt().cancelled();
                yield new End.Finished();
            }
            case WORKER_STOPS -> giveBack(running, Duration.ZERO, reason.text());
            case FENCED -> throw new FencedException(running.fence());
        });
    }

    private End troubleOrFailure(RunningJob running, DioramaException e) {
        return switch (e.code()) {
            case STORAGE_FULL, UNAVAILABLE ->
                giveBack(running, TROUBLE_PAUSE, e.getMessage() + " The job is tried again in a minute.");
            case INTERNAL -> internal(running, e);
            default -> fail(running, e.code(), e.getMessage());
        };
    }

    private End internal(RunningJob running, Throwable e) {
        if (Trouble.isDiskFull(e)) {
            return giveBack(running, TROUBLE_PAUSE, "The disk is full. The job is tried again in a minute.");
        }
        if (!services.database().answers()) {
            return giveBack(running, TROUBLE_PAUSE, "The database was away. The job is tried again in a minute.");
        }
        UUID id = UUID.randomUUID();
        LOG.error("Job {} failed, id {}", running.fence().jobId(), id, e);
        return fail(
                running,
                ErrorCode.INTERNAL,
                "Something went wrong that is not your fault. The log knows more under the id %s.".formatted(id));
    }

    private End fail(RunningJob running, ErrorCode code, String message) {
        String shown = message.length() <= 4000 ? message : message.substring(0, 3999) + "…";
        Trouble.retry(
                services.database(),
                () -> running.attempt()
                        .fail(
                                code,
                                shown,
                                () -> handlers.failed(running.attempt().job().spec(), shown)));
        return new End.Finished();
    }

    private End giveBack(RunningJob running, Duration pause, String reason) {
        Instant notBefore = services.clock().instant().plus(pause);
        Trouble.retry(services.database(), () -> running.attempt().giveBack(notBefore, reason));
        return new End.GivenBack(notBefore);
    }
}
