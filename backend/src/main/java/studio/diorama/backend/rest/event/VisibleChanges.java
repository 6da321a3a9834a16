package studio.diorama.backend.rest.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobRepository;
import studio.diorama.persistence.project.Role;

/// What of a project's changes somebody may hear of. Who sees only what is released does not even learn that something
/// else has moved.
@ApplicationScoped
class VisibleChanges {

    /// The streams that tell a change do so within a moment of each other.
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final int MOST_REMEMBERED = 64;

    private final JobRepository jobs;
    private final AssetService assets;
    private final ProjectAccess access;
    private final InstantSource clock;
    private final ConcurrentMap<Long, Read> recent = new ConcurrentHashMap<>();

    VisibleChanges(JobRepository jobs, AssetService assets, ProjectAccess access, InstantSource clock) {
        this.jobs = jobs;
        this.assets = assets;
        this.access = access;
        this.clock = clock;
    }

    /// @param at when the job was read
    /// @param job empty if it is gone
    private record Read(Instant at, Optional<Job> job) {}

    /// A change and what is said of it.
    record Told(Change change, EventView event) {}

    /// What of `changes` may be told, in their order. The role is asked for once, now.
    List<Told> of(Actor actor, UUID project, Iterable<Change> changes) {
        List<Told> told = new ArrayList<>();
        Optional<Role> role = access.find(actor, project);
        if (role.isPresent()) {
            for (Change change : changes) {
                of(actor, role.orElseThrow(), change).ifPresent(event -> told.add(new Told(change, event)));
            }
        }
        return List.copyOf(told);
    }

    private Optional<EventView> of(Actor actor, Role role, Change change) {
        boolean all = ProjectAccess.allows(actor, Action.SEE_ALL, role);
        UUID id = change.objectId();
        return switch (change.kind()) {
            case PROJECT -> event(change);
            case MEMBER -> all || id.equals(actor.id()) ? event(change) : Optional.empty();
            case ASSET ->
                found(() -> assets.get(actor, id)).isPresent() ? event(change) : all ? gone(change) : Optional.empty();
            case JOB -> {
                Optional<Job> job = job(change);
                yield job.isEmpty()
                        ? all ? gone(change) : Optional.empty()
                        : job.filter(found -> found.projectId().equals(change.projectId())
                                        && JobService.isVisible(actor, role, found))
                                .map(found -> new EventView(change.kind(), id, JobView.of(found), null));
            }
            case WORKER -> Optional.empty();
        };
    }

    /// The job of a change, read once for all streams that tell it now.
    private Optional<Job> job(Change change) {
        Instant now = clock.instant();
        if (recent.size() > MOST_REMEMBERED) {
            recent.values().removeIf(read -> isOld(read, now));
        }
        return recent.compute(
                        change.number(),
                        (number, read) ->
                                read == null || isOld(read, now) ? new Read(now, jobs.find(change.objectId())) : read)
                .job();
    }

    private static boolean isOld(Read read, Instant now) {
        return read.at().plus(MOMENT).isBefore(now);
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
