package studio.diorama.backend.rest.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import studio.diorama.backend.rest.event.EventStreams;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.job.JobState;
import studio.diorama.persistence.worker.WorkerRepository;

/// What Prometheus reads: how the queue stands, who works, who listens.
@ApplicationScoped
public class QueueMetrics implements MeterBinder {

    private static final Duration ALIVE = Duration.ofSeconds(90);

    /// A scrape reads many gauges at one moment; one query serves them all.
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Database database;
    private final WorkerRepository workers;
    private final EventStreams streams;
    private final InstantSource clock;
    private Snapshot last = new Snapshot(Instant.EPOCH, Map.of(), 0);

    QueueMetrics(Database database, WorkerRepository workers, EventStreams streams, InstantSource clock) {
        this.database = database;
        this.workers = workers;
        this.streams = streams;
        this.clock = clock;
    }

    private record Snapshot(Instant at, Map<JobState, Long> jobs, long losses) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        for (JobState state : JobState.values()) {
            Gauge.builder("diorama.jobs", () -> snapshot().jobs().getOrDefault(state, 0L))
                    .tag("state", state.name())
                    .description("Jobs in this state; QUEUED is the depth of the queue")
                    .register(registry);
        }
        Gauge.builder("diorama.worker.losses", () -> snapshot().losses())
                .description("Workers that were lost with a job that is still in the list")
                .register(registry);
        Gauge.builder(
                        "diorama.workers",
                        () -> workers.seenSince(clock.instant().minus(ALIVE)).size())
                .description("Workers that gave a sign of life in the last 90 s")
                .register(registry);
        Gauge.builder("diorama.event.streams", streams::size)
                .description("Event streams open to this process")
                .register(registry);
    }

    private synchronized Snapshot snapshot() {
        Instant now = clock.instant();
        if (last.at().plus(FRESH).isBefore(now)) {
            last = database.transaction(session -> {
                Map<JobState, Long> jobs = new EnumMap<>(JobState.class);
                long losses = 0;
                for (Object[] row : session.createSelectionQuery(
                                "select j.state, count(*), sum(j.losses) from Job j where j.internal = false group by j.state",
                                Object[].class)
                        .list()) {
                    jobs.put((JobState) row[0], (Long) row[1]);
                    losses += ((Number) row[2]).longValue();
                }
                return new Snapshot(now, jobs, losses);
            });
        }
        return last;
    }
}
