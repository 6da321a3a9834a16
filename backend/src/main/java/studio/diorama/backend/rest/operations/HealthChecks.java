package studio.diorama.backend.rest.operations;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import studio.diorama.common.DioramaException;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.store.ArtifactStore;
import studio.diorama.persistence.worker.WorkerRepository;

/// What an orchestrator asks: ready means that the database answers and the disk has room. That no worker is there is
/// told as unwell, for pages and uploads go on without one.
@ApplicationScoped
public class HealthChecks {

    private static final Duration ALIVE = Duration.ofSeconds(90);

    private final Database database;
    private final ArtifactStore store;
    private final WorkerRepository workers;
    private final InstantSource clock;

    HealthChecks(Database database, ArtifactStore store, WorkerRepository workers, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.workers = workers;
        this.clock = clock;
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck databaseAnswers() {
        return () ->
                HealthCheckResponse.named("database").status(database.answers()).build();
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck diskHasRoom() {
        return () -> {
            try {
                store.requireRoomFor(0);
                return HealthCheckResponse.up("disk");
            } catch (DioramaException e) {
                return HealthCheckResponse.named("disk")
                        .down()
                        .withData("reason", e.getMessage())
                        .build();
            }
        };
    }

    @Produces
    @Wellness
    @ApplicationScoped
    HealthCheck workersAreThere() {
        return () -> {
            int alive = workers.seenSince(clock.instant().minus(ALIVE)).size();
            return HealthCheckResponse.named("workers")
                    .status(alive > 0)
                    .withData("alive", alive)
                    .build();
        };
    }
}
