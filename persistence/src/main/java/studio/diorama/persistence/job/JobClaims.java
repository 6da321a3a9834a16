package studio.diorama.persistence.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.internal.InstallationEntity;
import studio.diorama.persistence.internal.JobEntity;
import studio.diorama.persistence.internal.Statements;
import studio.diorama.persistence.internal.Text;
import studio.diorama.persistence.job.ClaimQueries.Lane;

/// Chooses the job that is to run next, and takes it.
///
/// Housekeeping goes first; then whatever has waited longer than a day; then the project that was served longest ago,
/// in
/// it the person served longest ago, of theirs the highest priority, and of those the oldest. People at their limit of
/// running jobs are passed over.
///
/// A claim holds its project and its person until it commits. Another one that comes meanwhile passes both over, since
/// they are just being served; only if nobody else has work does it let go of everything and wait for its turn. So the
/// order is fair and the limit exact, however many workers claim at once.
public final class JobClaims {

    /// Turns that a claim waits for before it leaves the work to the next poll.
    private static final int TURNS = 5;

    private final Database database;
    private final ChangeLog changes;
    private final InstantSource clock;
    private final int runningPerUser;
    private final Duration oldestFirstAfter;

    public JobClaims(
            Database database, ChangeLog changes, InstantSource clock, int runningPerUser, Duration oldestFirstAfter) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
        this.runningPerUser = runningPerUser;
        this.oldestFirstAfter = oldestFirstAfter;
    }

    /// Takes the fairest job that fits, or none.
    public Optional<ClaimedJob> claim(ClaimRequest request) {
        if (request.pipelines().isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Lane> busy = Optional.empty();
        for (int turn = 0; turn < TURNS; turn++) {
            Optional<Lane> awaited = busy;
            Outcome outcome = database.transaction(session -> attempt(session, request, now, awaited));
            if (outcome.job().isPresent() || outcome.busy().isEmpty()) {
                return outcome.job();
            }
            busy = outcome.busy();
        }
        return Optional.empty();
    }

    /// @param job what was taken
    /// @param busy if nothing was taken, whose work there would have been
    private record Outcome(Optional<ClaimedJob> job, Optional<Lane> busy) {}

    /// Whether any job waits at all; while one does, a ticket that found nothing must come back.
    public boolean anyQueued() {
        return database.transaction(
                session -> session.createNativeQuery("select 1 from job where state = 'QUEUED' limit 1", Integer.class)
                        .uniqueResultOptional()
                        .isPresent());
    }

    private Outcome attempt(Session session, ClaimRequest request, Instant now, Optional<Lane> awaited) {
        ClaimQueries queries = new ClaimQueries(session, database, request, now);
        awaited.ifPresent(lane -> queries.lockLane(lane, false));
        List<Lane> overdue = queries.overdue(now.minus(oldestFirstAfter), runningPerUser);
        Optional<UUID> early = firstFree(queries, queries.housekeeping()).or(() -> fromLanes(queries, overdue));
        if (early.isPresent()) {
            return taken(session, early.get(), request, now);
        }
        List<Lane> lanes = queries.lanes(runningPerUser);
        return fromLanes(queries, lanes)
                .map(id -> taken(session, id, request, now))
                .orElseGet(() -> new Outcome(Optional.empty(), lanes.stream().findFirst()));
    }

    private Outcome taken(Session session, UUID id, ClaimRequest request, Instant now) {
        return new Outcome(take(session, id, request, now), Optional.empty());
    }

    private Optional<UUID> fromLanes(ClaimQueries queries, List<Lane> lanes) {
        for (Lane lane : lanes) {
            if (queries.lockLane(lane, true) && !queries.atLimit(lane.accountId(), runningPerUser)) {
                Optional<UUID> id = firstFree(queries, queries.within(lane));
                if (id.isPresent()) {
                    return id;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<UUID> firstFree(ClaimQueries queries, List<UUID> candidates) {
        return candidates.stream().filter(queries::lockJob).findFirst();
    }

    /// Takes the job, or ends it if nobody here can read what it is to do: one such row must not stand in
    /// everybody's way.
    private Optional<ClaimedJob> take(Session session, UUID id, ClaimRequest request, Instant now) {
        JobEntity job = Statements.lock(session, JobEntity.class, id);
        job.version++;
        changes.append(ChangeKind.JOB, job.projectId, id);
        JobSpec spec;
        try {
            spec = JobSpecCodec.read(job.spec);
        } catch (DioramaException e) {
            job.state = JobState.FAILED;
            job.finishedAt = now;
            job.errorCode = ErrorCode.INTERNAL;
            job.errorMessage = "This version of Diorama cannot read the job. " + e.getMessage();
            return Optional.empty();
        }
        job.state = JobState.RUNNING;
        job.attempt++;
        job.ticket = request.ticket();
        job.workerId = request.workerId();
        job.device = Text.fit(request.device(), 200);
        job.startedAt = now;
        job.fraction = 0;
        job.stage = null;
        job.stageNumber = 0;
        job.stageCount = 0;
        if (!job.internal) {
            served(session, job, now);
        }
        long epoch = session.find(InstallationEntity.class, (short) 1).epoch;
        return Optional.of(
                new ClaimedJob(new ClaimedJob.Fence(id, job.attempt, epoch), job.projectId, job.accountId, spec));
    }

    private static void served(Session session, JobEntity job, Instant now) {
        session.createNativeMutationQuery("update project set served_at = :now where id = :project")
                .setParameter("now", now)
                .setParameter("project", job.projectId)
                .executeUpdate();
        session.createNativeMutationQuery(
                        "update lane set served_at = :now where project_id = :project and account_id = :account")
                .setParameter("now", now)
                .setParameter("project", job.projectId)
                .setParameter("account", job.accountId)
                .executeUpdate();
    }
}
