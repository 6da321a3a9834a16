package studio.diorama.backend.rest.operations;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.CurrentActor;
import studio.diorama.backend.operations.WorkerService;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.worker.WorkerNode;

/// The machines that work, for operators.
@Path("/api/v1/workers")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
public class WorkerResource {

    private final WorkerService workers;
    private final CurrentActor current;

    WorkerResource(WorkerService workers, CurrentActor current) {
        this.workers = workers;
        this.current = current;
    }

    /// A worker process.
    @Schema(name = "Worker")
    record WorkerView(
            UUID id,
            String name,
            @Schema(description = "What it computes on") String device,

            @Schema(description = "Memory of its GPU, 0 without one")
            long gpuBytes,

            @Schema(description = "Jobs that it runs side by side")
            int threads,

            @Schema(description = "What it can run") Set<String> pipelines,
            @Schema(description = "Takes no new jobs") boolean draining,
            Instant startedAt,
            Instant lastSeenAt) {

        static WorkerView of(WorkerNode worker) {
            return new WorkerView(
                    worker.id(),
                    worker.name(),
                    worker.device(),
                    worker.gpuBytes(),
                    worker.threads(),
                    new TreeSet<>(worker.pipelines()),
                    worker.draining(),
                    worker.startedAt(),
                    worker.lastSeenAt());
        }
    }

    /// Workers of the last ten minutes.
    @Schema(name = "Workers")
    record WorkersView(List<WorkerView> items) {}

    /// Whether a worker is to take new jobs.
    @Schema(name = "WorkerChange")
    public record WorkerChange(@Schema(required = true) Boolean draining) {}

    @GET
    @Operation(operationId = "listWorkers", summary = "Workers that gave a sign of life in the last ten minutes")
    public WorkersView list() {
        return new WorkersView(
                workers.list(current.require()).stream().map(WorkerView::of).toList());
    }

    @PATCH
    @Path("{worker}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(operationId = "changeWorker", summary = "Let a worker take no new jobs, or some again")
    @APIResponse(responseCode = "204", description = "Asked; it follows within seconds")
    public void change(@PathParam("worker") UUID worker, WorkerChange body) {
        if (body.draining() == null) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, "Field “draining”: true or false is needed.");
        }
        workers.drain(current.require(), worker, body.draining());
    }
}
