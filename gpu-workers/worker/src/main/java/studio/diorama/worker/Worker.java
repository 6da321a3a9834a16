package studio.diorama.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.DatabaseAddress;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.job.JobTickets;
import studio.diorama.worker.internal.Device;
import studio.diorama.worker.internal.Engine;
import studio.diorama.worker.internal.Registration;
import studio.diorama.worker.internal.Services;
import studio.diorama.worker.internal.WorkFolder;

/// One worker: it takes jobs from the queue until it is closed, and gives back what it has not finished.
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /// How long jobs may take to notice that the worker stops; a parent waits ten seconds for its child's end.
    private static final Duration STOP_GRACE = Duration.ofSeconds(6);

    /// A worker that does not know a kind of ticket must not delete it; db-scheduler's own default is 14 days.
    private static final Duration NEVER_DELETE = Duration.ofDays(36_500);

    private final Database database;
    private final WorkFolder folder;
    private final Services services;
    private final Engine engine;
    private final Registration registration;
    private final Scheduler scheduler;
    private boolean closed;

    private Worker(
            Database database,
            WorkFolder folder,
            Services services,
            Engine engine,
            Registration registration,
            Scheduler scheduler) {
        this.database = database;
        this.folder = folder;
        this.services = services;
        this.engine = engine;
        this.registration = registration;
        this.scheduler = scheduler;
    }

    /// Opens the database, registers the worker and begins to take jobs.
    ///
    /// @param handlers who does which job
    /// @param halt ends the process at once; called when a cancelled job does not listen
    public static Worker start(DioramaConfig config, Function<Services, JobHandlers> handlers, Runnable halt) {
        Database database = Database.open(DatabaseAddress.from(config));
        try {
            UUID id = Ids.next();
            Services services = Services.of(id, config, database, InstantSource.system(), Device.describe());
            WorkFolder folder = WorkFolder.open(config.data().resolve("work"), id.toString());
            JobHandlers chosen = handlers.apply(services);
            Engine engine = new Engine(services, chosen, folder, halt);
            Scheduler scheduler = scheduler(config, services, engine);
            Registration registration = new Registration(services, chosen.pipelines(), engine, scheduler);
            registration.register();
            scheduler.start();
            engine.start(registration::beat);
            LOG.info("Worker {} takes jobs: {} threads, {}", id, config.worker().threads(), services.device());
            return new Worker(database, folder, services, engine, registration, scheduler);
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    private static Scheduler scheduler(DioramaConfig config, Services services, Engine engine) {
        return Scheduler.create(services.database().dataSource(), engine.ticketTask())
                .schedulerName(new SchedulerName.Fixed(services.workerId().toString()))
                .serializer(JobTickets.SERIALIZER)
                .threads(config.worker().threads())
                .pollingInterval(config.queue().poll())
                .heartbeatInterval(config.queue().heartbeat())
                .missedHeartbeatsLimit(config.queue().missedHeartbeats())
                // Fetching ahead would bind tickets to this worker that another one has time for.
                .pollUsingFetch(0.5, 1.0)
                .deleteUnresolvedAfter(NEVER_DELETE)
                .shutdownMaxWait(STOP_GRACE)
                .build();
    }

    public UUID id() {
        return services.workerId();
    }

    /// Takes no new jobs, gives the running ones back, and leaves the list of workers. Returns within about ten
    /// seconds, whatever the jobs do.
    ///
    /// @return whether every job stopped by itself; if not, their threads still run and the process should end
    public synchronized boolean drain() {
        if (closed) {
            return true;
        }
        closed = true;
        Instant begun = services.clock().instant();
        boolean stopped = engine.drain(STOP_GRACE);
        if (stopped) {
            scheduler.stop();
        }
        registration.remove();
        engine.close();
        if (stopped) {
            folder.close();
            database.close();
        }
        LOG.info(
                "Worker {} has stopped after {} ms",
                id(),
                Duration.between(begun, services.clock().instant()).toMillis());
        return stopped;
    }

    @Override
    public void close() {
        drain();
    }
}
