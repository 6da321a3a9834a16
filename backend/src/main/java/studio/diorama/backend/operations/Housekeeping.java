package studio.diorama.backend.operations;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import studio.diorama.backend.asset.UploadService;
import studio.diorama.persistence.account.SignInRepository;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.idempotency.IdempotencyRepository;
import studio.diorama.persistence.store.GarbageCollector;
import studio.diorama.persistence.worker.WorkerRepository;

/// What has to be thrown away now and then. Each step stands alone, and may run on several web processes at once.
@ApplicationScoped
public class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Duration CHANGES_KEPT = Duration.ofHours(1);
    private static final Duration IDEMPOTENCY_KEPT = Duration.ofHours(24);
    private static final Duration SILENT_WORKER_KEPT = Duration.ofHours(1);

    private final UploadService uploads;
    private final SignInRepository signIns;
    private final ChangeLog changes;
    private final IdempotencyRepository idempotency;
    private final WorkerRepository workers;
    private final GarbageCollector garbage;
    private final InstantSource clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeping").factory());

    Housekeeping(
            UploadService uploads,
            SignInRepository signIns,
            ChangeLog changes,
            IdempotencyRepository idempotency,
            WorkerRepository workers,
            GarbageCollector garbage,
            InstantSource clock) {
        this.uploads = uploads;
        this.signIns = signIns;
        this.changes = changes;
        this.idempotency = idempotency;
        this.workers = workers;
        this.garbage = garbage;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        executor.scheduleWithFixedDelay(this::run, 1, INTERVAL.toMinutes(), TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }

    private void run() {
        Instant now = clock.instant();
        step("uploads", uploads::deleteExpired);
        step("sign-ins", () -> signIns.deleteExpired(now));
        step("changes", () -> changes.deleteBefore(now.minus(CHANGES_KEPT)));
        step("idempotency keys", () -> idempotency.deleteBefore(now.minus(IDEMPOTENCY_KEPT)));
        step("workers", () -> workers.deleteSilentBefore(now.minus(SILENT_WORKER_KEPT)));
        step("stored files", () -> {
            GarbageCollector.Report report = garbage.collect();
            LOG.debugf("Garbage: %s", report);
        });
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void step(String what, Step step) {
        try {
            step.run();
        } catch (Exception e) {
            LOG.warnf(e, "Housekeeping of %s failed; tried again in %d minutes", what, INTERVAL.toMinutes());
        }
    }
}
