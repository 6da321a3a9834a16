package studio.diorama.backend.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.audit.AuditLog;
import studio.diorama.persistence.worker.WorkerNode;
import studio.diorama.persistence.worker.WorkerRepository;

/// The machines that work, for those who run this installation.
@ApplicationScoped
public class WorkerService {

    private static final Duration SHOWN = Duration.ofMinutes(10);

    private final WorkerRepository workers;
    private final AuditLog audit;
    private final InstantSource clock;

    WorkerService(WorkerRepository workers, AuditLog audit, InstantSource clock) {
        this.workers = workers;
        this.audit = audit;
        this.clock = clock;
    }

    /// Workers that gave a sign of life in the last ten minutes.
    public List<WorkerNode> list(Actor actor) {
        ProjectAccess.checkOperator(actor);
        return workers.seenSince(clock.instant().minus(SHOWN));
    }

    /// Asks a worker to take no new jobs, or to take some again.
    public void drain(Actor actor, UUID id, boolean draining) {
        ProjectAccess.checkOperator(actor);
        if (!workers.drain(id, draining)) {
            throw new DioramaException(ErrorCode.NOT_FOUND, "There is no such worker.");
        }
        audit.append(actor.id(), null, draining ? "worker.drain" : "worker.undrain", id.toString(), "");
    }
}
