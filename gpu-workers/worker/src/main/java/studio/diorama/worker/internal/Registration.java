package studio.diorama.worker.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.diorama.persistence.worker.WorkerNode;
import studio.diorama.persistence.worker.WorkerRepository;

/// The worker's row: its sign of life every few seconds, and its operator's wish that it takes no new jobs.
public final class Registration {

    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

    /// Short enough that a wish to drain is heard soon; one small update costs nothing.
    private static final Duration MOST_BETWEEN_BEATS = Duration.ofSeconds(5);

    private final Services services;
    private final Set<String> pipelines;
    private final Engine engine;
    private final Scheduler scheduler;
    private final WorkerRepository workers;
    private final Instant startedAt;
    private final Duration betweenBeats;
    private Instant nextBeat;
    private boolean draining;

    public Registration(Services services, Set<String> pipelines, Engine engine, Scheduler scheduler) {
        this.services = services;
        this.pipelines = pipelines;
        this.engine = engine;
        this.scheduler = scheduler;
        this.workers = services.workers();
        this.startedAt = services.clock().instant();
        Duration heartbeat = services.config().queue().heartbeat();
        this.betweenBeats = heartbeat.compareTo(MOST_BETWEEN_BEATS) < 0 ? heartbeat : MOST_BETWEEN_BEATS;
        this.nextBeat = startedAt.plus(betweenBeats);
    }

    /// Makes the worker known, with what its pipelines offer.
    public void register() {
        Instant now = services.clock().instant();
        services.database().run(session -> {
            workers.register(node(now));
            Offers.of(services.config().limits()).forEach((pipeline, offer) -> workers.offer(pipeline, offer, now));
        });
    }

    /// Called often; now and then it gives a sign of life and follows the operator's wish.
    public void beat() {
        Instant now = services.clock().instant();
        if (now.isBefore(nextBeat)) {
            return;
        }
        nextBeat = now.plus(betweenBeats);
        boolean wanted = workers.heartbeat(services.workerId(), now);
        if (wanted && isForgotten()) {
            // The process was stopped for so long that its row was deleted; its jobs have been given away.
            LOG.warn("Worker {} had been given up and registers again", services.workerId());
            workers.register(node(now));
            wanted = false;
        }
        if (wanted != draining) {
            draining = wanted;
            follow();
        }
    }

    private void follow() {
        if (draining) {
            LOG.info("Worker {} drains: it takes no new jobs", services.workerId());
            scheduler.pause();
            engine.pause();
        } else {
            LOG.info("Worker {} takes jobs again", services.workerId());
            engine.resume();
            scheduler.resume();
        }
    }

    private boolean isForgotten() {
        return workers.seenSince(Instant.EPOCH).stream()
                .noneMatch(worker -> worker.id().equals(services.workerId()));
    }

    /// Leaves the list of workers.
    public void remove() {
        try {
            workers.remove(services.workerId());
        } catch (RuntimeException e) {
            LOG.warn("The worker's row stays until it is found silent: {}", e.toString());
        }
    }

    private WorkerNode node(Instant now) {
        return new WorkerNode(
                services.workerId(),
                host() + "/" + ProcessHandle.current().pid(),
                services.device(),
                0,
                services.config().worker().threads(),
                pipelines,
                false,
                startedAt,
                now);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
