package studio.diorama.backend.rest.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import studio.diorama.auth.Action;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.rest.job.JobView;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.change.Change;
import studio.diorama.persistence.job.JobRepository;

/// What of a project's changes somebody may hear of. Who sees only what is released does not even learn that something
/// else has moved.
@ApplicationScoped
class VisibleChanges {

    private final JobService jobs;
    private final JobRepository allJobs;
    private final AssetService assets;
    private final ProjectAccess access;

    VisibleChanges(JobService jobs, JobRepository allJobs, AssetService assets, ProjectAccess access) {
        this.jobs = jobs;
        this.allJobs = allJobs;
        this.assets = assets;
        this.access = access;
    }

    Optional<EventView> of(Actor actor, UUID project, Change change) {
        boolean all = access.may(actor, Action.SEE_ALL, project);
        UUID id = change.objectId();
        return switch (change.kind()) {
            case PROJECT -> event(change);
            case MEMBER -> all || id.equals(actor.id()) ? event(change) : Optional.empty();
            case ASSET ->
                found(() -> assets.get(actor, id)).isPresent() ? event(change) : all ? gone(change) : Optional.empty();
            case JOB ->
                found(() -> jobs.get(actor, id))
                        .map(job -> new EventView(change.kind(), id, JobView.of(job), null))
                        .or(() -> all && allJobs.find(id).isEmpty() ? gone(change) : Optional.empty());
            case WORKER -> Optional.empty();
        };
    }

    private static Optional<EventView> event(Change change) {
        return Optional.of(new EventView(change.kind(), change.objectId(), null, null));
    }

    private static Optional<EventView> gone(Change change) {
        return Optional.of(new EventView(change.kind(), change.objectId(), null, true));
    }

    private static <T> Optional<T> found(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (DioramaException e) {
            if (e.code() == ErrorCode.NOT_FOUND || e.code() == ErrorCode.FORBIDDEN) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
