package studio.diorama.backend.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.channels.SeekableByteChannel;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.diorama.auth.Action;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.TextCheck;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetRepository;
import studio.diorama.persistence.asset.PictureInfo;
import studio.diorama.persistence.audit.AuditLog;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.Page;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobFilter;
import studio.diorama.persistence.job.JobLogLine;
import studio.diorama.persistence.job.JobRepository;
import studio.diorama.persistence.job.JobSpec;
import studio.diorama.persistence.job.NewJob;
import studio.diorama.persistence.project.Role;
import studio.diorama.persistence.store.ArtifactStore;

/// Jobs, as far as somebody may see, start and stop them.
@ApplicationScoped
public class JobService {

    private final Database database;
    private final JobRepository jobs;
    private final AssetRepository assets;
    private final JobSpecRules rules;
    private final ArtifactStore store;
    private final ProjectAccess access;
    private final AuditLog audit;
    private final InstantSource clock;
    private final DioramaConfig config;

    JobService(
            Database database,
            JobRepository jobs,
            AssetRepository assets,
            JobSpecRules rules,
            ArtifactStore store,
            ProjectAccess access,
            AuditLog audit,
            InstantSource clock,
            DioramaConfig config) {
        this.database = database;
        this.jobs = jobs;
        this.assets = assets;
        this.rules = rules;
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// What may be said about a job besides its spec.
    ///
    /// @param title what it is called in lists; empty takes one from the spec
    /// @param priority −2 to 2, among the actor's own jobs
    /// @param rerunOf the job whose form this one was started from
    public record Options(Optional<String> title, int priority, Optional<UUID> rerunOf) {

        /// Nothing said.
        public static final Options DEFAULT = new Options(Optional.empty(), 0, Optional.empty());
    }

    /// Starts a job: checks the right, the limits and every input, then writes the job and its lease in one
    /// transaction.
    ///
    /// @throws DioramaException `INVALID_INPUT` naming the input that will not do, `RATE_LIMITED` with too many
    ///     waiting
    public Job submit(Actor actor, UUID projectId, JobSpec spec, Options options) {
        access.check(actor, Action.RUN_JOBS, projectId);
        if (spec.internal()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, "The pipeline %s is run by Diorama itself.".formatted(spec.pipeline()));
        }
        options.rerunOf()
                .map(id -> get(actor, id))
                .filter(job -> !job.projectId().equals(projectId))
                .ifPresent(job -> {
                    throw new DioramaException(
                            ErrorCode.INVALID_INPUT,
                            "Field “rerunOf”: the job %s is of another project.".formatted(job.id()));
                });
        return database.transaction(session -> {
            long waiting = jobs.countQueued(actor.id());
            if (waiting >= config.limits().queuedPerUser()) {
                throw new DioramaException(
                        ErrorCode.RATE_LIMITED,
                        "You have %d jobs waiting, which is the most (diorama.limits.queued-per-user). Wait for some to start, or cancel some."
                                .formatted(waiting));
            }
            Map<UUID, Asset> inputs = assets.findAll(spec.inputs()).stream()
                    .filter(asset -> asset.projectId().equals(projectId))
                    .collect(Collectors.toMap(Asset::id, Function.identity()));
            rules.check(spec, inputs);
            long pixels = inputs.values().stream()
                    .flatMap(asset -> asset.picture().stream())
                    .mapToLong(JobService::pixels)
                    .sum();
            String title = options.title()
                    .map(text -> TextCheck.line("title", text, config.limits().nameLength()))
                    .orElseGet(() -> rules.title(spec, inputs));
            Job job = jobs.submit(
                    new NewJob(projectId, actor.id(), title, spec, options.priority(), 0, pixels, options.rerunOf()));
            audit.append(actor.id(), projectId, "job.submit", job.id().toString(), spec.pipeline());
            return job;
        });
    }

    /// A page of a project's jobs, newest first; viewers see the released ones.
    public Page<Job> page(Actor actor, UUID projectId, JobFilter filter, UUID before, int size) {
        return database.transaction(session -> jobs.page(projectId, visible(actor, projectId, filter), before, size));
    }

    /// The same list by position, for a grid that scrolls.
    public List<Job> slice(Actor actor, UUID projectId, JobFilter filter, int offset, int limit) {
        return jobs.slice(projectId, visible(actor, projectId, filter), offset, limit);
    }

    public long count(Actor actor, UUID projectId, JobFilter filter) {
        return jobs.count(projectId, visible(actor, projectId, filter));
    }

    public Job get(Actor actor, UUID id) {
        return database.transaction(session -> {
            Job job = jobs.find(id).filter(found -> !found.written().internal()).orElseThrow(JobService::absent);
            Role role = access.find(actor, job.projectId()).orElseThrow(JobService::absent);
            ProjectAccess.check(actor, Action.SEE_RELEASED, role);
            if (!isVisible(actor, role, job)) {
                throw absent();
            }
            return job;
        });
    }

    /// Whether somebody with this role in a job's project may see the job.
    public static boolean isVisible(Actor actor, Role role, Job job) {
        return !job.written().internal()
                && ProjectAccess.allows(actor, Action.SEE_RELEASED, role)
                && (ProjectAccess.allows(actor, Action.SEE_ALL, role)
                        || job.releasedAt().isPresent());
    }

    /// Lines of a job's log after number `after`, oldest first.
    public List<JobLogLine> log(Actor actor, UUID id, long after, int limit) {
        Job job = get(actor, id);
        access.check(actor, Action.SEE_ALL, job.projectId());
        return jobs.log(id, after, limit);
    }

    /// A small picture of what a job has made so far.
    ///
    /// @throws DioramaException `NOT_FOUND` while there is none
    public SeekableByteChannel preview(Actor actor, UUID id) {
        return store.open(get(actor, id)
                .progress()
                .preview()
                .orElseThrow(() -> new DioramaException(ErrorCode.NOT_FOUND, "There is no preview yet.")));
    }

    /// Asks a job to stop; one that has ended already stays as it is.
    public Job cancel(Actor actor, UUID id) {
        Job job = require(actor, Action.RUN_JOBS, id);
        if (jobs.cancel(id)) {
            audit.append(actor.id(), job.projectId(), "job.cancel", id.toString(), "");
        }
        return get(actor, id);
    }

    /// Puts a job that failed, was cancelled or put aside back into the queue.
    ///
    /// @throws DioramaException `CONFLICT` in any other state
    public Job retry(Actor actor, UUID id) {
        Job job = require(actor, Action.RUN_JOBS, id);
        if (!jobs.retry(id)) {
            throw new DioramaException(
                    ErrorCode.CONFLICT,
                    "Only a failed, cancelled or quarantined job can be tried again; this one is %s. To run it once more, start it anew from its form."
                            .formatted(job.state()));
        }
        audit.append(actor.id(), job.projectId(), "job.retry", id.toString(), "");
        return get(actor, id);
    }

    /// Opens a job's results to the project's viewers, or closes them again.
    ///
    /// @throws DioramaException `CONFLICT` if the job has not succeeded
    public Job release(Actor actor, UUID id, boolean released) {
        Job job = require(actor, Action.RELEASE, id);
        if (!jobs.release(id, released ? clock.instant() : null)) {
            throw new DioramaException(
                    ErrorCode.CONFLICT,
                    "Only results of a job that succeeded can be released; this one is %s.".formatted(job.state()));
        }
        audit.append(actor.id(), job.projectId(), released ? "job.release" : "job.unrelease", id.toString(), "");
        return get(actor, id);
    }

    /// Deletes a job that has ended, with everything it made.
    ///
    /// @throws DioramaException `CONFLICT` while it waits or runs
    public void delete(Actor actor, UUID id) {
        Job job = require(actor, Action.RELEASE, id);
        if (!jobs.delete(id)) {
            throw new DioramaException(ErrorCode.CONFLICT, "The job is %s. Cancel it first.".formatted(job.state()));
        }
        audit.append(actor.id(), job.projectId(), "job.delete", id.toString(), "");
    }

    private Job require(Actor actor, Action action, UUID id) {
        Job job = get(actor, id);
        access.check(actor, action, job.projectId());
        return job;
    }

    private JobFilter visible(Actor actor, UUID projectId, JobFilter filter) {
        Role role = access.check(actor, Action.SEE_RELEASED, projectId);
        boolean all = ProjectAccess.allows(actor, Action.SEE_ALL, role);
        return all ? filter : new JobFilter(filter.states(), filter.pipeline(), filter.accountId(), true);
    }

    private static long pixels(PictureInfo picture) {
        return (long) picture.width() * picture.height();
    }

    private static DioramaException absent() {
        return new DioramaException(ErrorCode.NOT_FOUND, "There is no such job.");
    }
}
