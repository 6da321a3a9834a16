package studio.diorama.worker.internal;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Duration;
import studio.diorama.worker.JobHandlers;

/// The parts of a worker that run jobs, put together.
public final class Engine implements AutoCloseable {

    private final JobWatch watch;
    private final DecoderPool decoders;
    private final TicketTask tickets;
    private final Checkpoints checkpoints;
    private volatile boolean draining;

    /// @param halt ends the process at once; called when a cancelled job does not listen
    public Engine(Services services, JobHandlers handlers, WorkFolder folder, Runnable halt) {
        watch = new JobWatch(services, halt);
        checkpoints = services.checkpoints();
        decoders = new DecoderPool(services.decoderSettings(), services.clock());
        MemoryShare memory = new MemoryShare(services.config().worker().threads());
        JobRunner runner = new JobRunner(services, handlers, watch, decoders, folder, memory);
        tickets = new TicketTask(services, handlers.pipelines(), runner, () -> draining);
    }

    /// The task that the scheduler runs.
    public CustomTask<Void> ticketTask() {
        return tickets.task();
    }

    /// Begins to look after running jobs.
    ///
    /// @param beat called twice a second
    public void start(Runnable beat) {
        checkpoints.sweep();
        watch.start(() -> {
            decoders.closeIdle();
            beat.run();
        });
    }

    /// Takes no new jobs and asks the running ones to stop; they are given back.
    void pause() {
        draining = true;
        watch.stopAll();
    }

    /// Takes jobs again.
    void resume() {
        watch.resume();
        draining = false;
    }

    /// Takes no new jobs and gives the running ones back.
    ///
    /// @return false if some did not stop within `grace`; they were taken away from their threads
    public boolean drain(Duration grace) {
        pause();
        try {
            if (watch.awaitIdle(grace)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watch.giveBackAll("The worker stopped, and the job did not notice in time; it waits for another worker.");
        return false;
    }

    @Override
    public void close() {
        watch.close();
        decoders.close();
    }
}
