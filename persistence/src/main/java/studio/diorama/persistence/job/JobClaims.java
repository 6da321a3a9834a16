package studio.diorama.persistence.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.internal.InstallationEntity;
import studio.diorama.persistence.internal.JobEntity;

/// Chooses the job that is to run next, and takes it.
///
/// Housekeeping goes first; then whatever has waited longer than a day; then the project that was served longest ago,
/// in it
/// the person served longest ago, of theirs the highest priority, and of those the oldest. People at their limit of
/// running
/// jobs are passed over. Each step is one indexed query, and the row is taken with `SKIP LOCKED`, so that workers that
/// claim
/// at once do not wait for each other.
public final class JobClaims {

    /// Lanes looked at in one claim: more only matter when that many have their first job locked at this very moment.
    private static final int LANES = 16;

    private static final String FITS = " and pipeline in (:pipelines) and gpu_bytes <= :free and not_before <= :now";

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
        return database.transaction(
                session -> choose(session, request, now).map(id -> take(session, id, request, now)));
    }

    /// Whether any job waits at all; while one does, a ticket that found nothing must come back.
    public boolean anyQueued() {
        return database.transaction(
                session -> session.createNativeQuery("select 1 from job where state = 'QUEUED' limit 1", Integer.class)
                        .uniqueResultOptional()
                        .isPresent());
    }

    private Optional<UUID> choose(Session session, ClaimRequest request, Instant now) {
        return first(session, "internal", "queued_at", request, now)
                .or(() -> first(session, "not internal and queued_at < :old", "queued_at", request, now))
                .or(() -> fromLanes(session, request, now));
    }

    private Optional<UUID> first(Session session, String which, String order, ClaimRequest request, Instant now) {
        var query = session.createNativeQuery(
                        "select id from job where state = 'QUEUED' and " + which + FITS + " order by " + order
                                + " limit 1 for update skip locked",
                        UUID.class)
                .setParameter("pipelines", request.pipelines())
                .setParameter("free", request.freeGpuBytes())
                .setParameter("now", now);
        if (which.contains(":old")) {
            query.setParameter("old", now.minus(oldestFirstAfter));
        }
        return query.uniqueResultOptional();
    }

    private Optional<UUID> fromLanes(Session session, ClaimRequest request, Instant now) {
        for (Object[] lane : lanes(session, request, now)) {
            Optional<UUID> id = session.createNativeQuery(
                            "select id from job where state = 'QUEUED' and not internal and project_id = :project and account_id = :account"
                                    + FITS + " order by priority desc, id limit 1 for update skip locked",
                            UUID.class)
                    .setParameter("project", lane[0])
                    .setParameter("account", lane[1])
                    .setParameter("pipelines", request.pipelines())
                    .setParameter("free", request.freeGpuBytes())
                    .setParameter("now", now)
                    .uniqueResultOptional();
            if (id.isPresent()) {
                return id;
            }
        }
        return Optional.empty();
    }

    /// A lane is one person's jobs in one project.
    private List<Object[]> lanes(Session session, ClaimRequest request, Instant now) {
        return session.createNativeQuery("""
                        select lane.project_id, lane.account_id
                        from member lane join project on project.id = lane.project_id
                        where exists (select 1 from job where state = 'QUEUED' and not internal
                            and project_id = lane.project_id and account_id = lane.account_id""" + FITS + """
                        )
                          and (select count(*) from job where account_id = lane.account_id and state = 'RUNNING' and not internal) < :limit
                        order by coalesce(project.served_at, project.created_at), project.id,
                          coalesce(lane.served_at, project.created_at), lane.account_id
                        """, Object[].class)
                .addScalar("project_id", UUID.class)
                .addScalar("account_id", UUID.class)
                .setParameter("pipelines", request.pipelines())
                .setParameter("free", request.freeGpuBytes())
                .setParameter("now", now)
                .setParameter("limit", runningPerUser)
                .setMaxResults(LANES)
                .list();
    }

    private ClaimedJob take(Session session, UUID id, ClaimRequest request, Instant now) {
        JobEntity job = session.find(JobEntity.class, id);
        job.state = JobState.RUNNING;
        job.attempt++;
        job.ticket = request.ticket();
        job.workerId = request.workerId();
        job.device = request.device();
        job.startedAt = now;
        job.fraction = 0;
        job.stage = null;
        job.stageNumber = 0;
        job.stageCount = 0;
        job.version++;
        session.flush();
        if (!job.internal) {
            session.createMutationQuery(
                            "update Member set servedAt = :now where projectId = :project and accountId = :account")
                    .setParameter("now", now)
                    .setParameter("project", job.projectId)
                    .setParameter("account", job.accountId)
                    .executeUpdate();
            session.createMutationQuery("update Project set servedAt = :now where id = :project")
                    .setParameter("now", now)
                    .setParameter("project", job.projectId)
                    .executeUpdate();
        }
        changes.append(ChangeKind.JOB, job.projectId, id);
        long epoch = session.find(InstallationEntity.class, (short) 1).epoch;
        return new ClaimedJob(
                new ClaimedJob.Fence(id, job.attempt, epoch),
                job.projectId,
                job.accountId,
                JobSpecCodec.read(job.spec));
    }
}
