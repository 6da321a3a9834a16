package studio.diorama.persistence.job;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.database.Page;
import studio.diorama.persistence.internal.JobEntity;
import studio.diorama.persistence.internal.JobInputEntity;
import studio.diorama.persistence.internal.JobLogEntity;
import studio.diorama.persistence.internal.Parents;
import studio.diorama.persistence.internal.Statements;

/// Jobs as the web process sees them: written once, listed, cancelled, tried again. What a worker writes is in
/// [JobAttempt].
public final class JobRepository {

    /// Names all columns of the index, because H2 does not see that those which are fixed need no sorting.
    private static final String NEWEST_FIRST = " order by j.projectId desc, j.internal desc, j.id desc";

    private static final Set<JobState> RETRIED = Set.of(JobState.FAILED, JobState.CANCELLED, JobState.QUARANTINED);

    private final Database database;
    private final ChangeLog changes;
    private final JobTickets tickets;
    private final InstantSource clock;

    public JobRepository(Database database, ChangeLog changes, JobTickets tickets, InstantSource clock) {
        this.database = database;
        this.changes = changes;
        this.tickets = tickets;
        this.clock = clock;
    }

    /// Writes the job, its inputs and its ticket in one transaction.
    public Job submit(NewJob job) {
        return database.transaction(session -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            WrittenSpec spec = WrittenSpec.of(job.spec());
            List<UUID> inputs = job.spec().inputs().stream().distinct().toList();
            Parents.holdProject(session, database.keyLock(), job.projectId());
            Parents.holdAssets(session, database.keyLock(), job.projectId(), inputs);
            openLane(session, job);
            JobEntity row = new JobEntity();
            row.id = Ids.next();
            row.projectId = job.projectId();
            row.accountId = job.accountId();
            row.pipeline = spec.pipeline();
            row.title = job.title();
            row.spec = spec.json();
            row.internal = spec.internal();
            row.state = JobState.QUEUED;
            row.priority = (short) job.priority();
            row.gpuBytes = job.gpuBytes();
            row.workUnits = job.workUnits();
            row.rerunOf = job.rerunOf().orElse(null);
            row.createdAt = now;
            row.queuedAt = now;
            row.notBefore = now;
            session.persist(row);
            for (UUID asset : inputs) {
                JobInputEntity input = new JobInputEntity();
                input.jobId = row.id;
                input.assetId = asset;
                session.persist(input);
            }
            changes.append(ChangeKind.JOB, row.projectId, row.id);
            session.flush();
            tickets.issue(now);
            return JobRows.record(row);
        });
    }

    /// Almost always the lane is there, so it is looked for first. H2 would refuse a second insert by an exception
    /// and undo the statement, and whoever waits for a lock of a transaction that has undone a statement does so in
    /// a busy loop.
    private static void openLane(Session session, NewJob job) {
        boolean open = session.createNativeQuery(
                        "select 1 from lane where project_id = :project and account_id = :account", Integer.class)
                .setParameter("project", job.projectId())
                .setParameter("account", job.accountId())
                .uniqueResultOptional()
                .isPresent();
        if (open) {
            return;
        }
        session.createNativeMutationQuery(
                        "insert into lane (project_id, account_id) values (:project, :account) on conflict do nothing")
                .setParameter("project", job.projectId())
                .setParameter("account", job.accountId())
                .executeUpdate();
    }

    public Optional<Job> find(UUID id) {
        return database.transaction(session ->
                Optional.ofNullable(session.find(JobEntity.class, id)).map(JobRows::record));
    }

    public List<Job> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.transaction(
                session -> records(session.createSelectionQuery("from Job where id in (:ids)", JobEntity.class)
                        .setParameter("ids", ids)));
    }

    /// A page of a project's jobs, newest first; housekeeping is left out.
    ///
    /// @param before the last id of the page before, null for the first page
    public Page<Job> page(UUID projectId, JobFilter filter, UUID before, int size) {
        List<Job> rows = database.transaction(session -> records(bound(
                        session.createSelectionQuery(
                                "from Job j where j.projectId = :project and j.internal = false"
                                        + filter.condition()
                                        + (before == null ? "" : " and j.id < :before")
                                        + NEWEST_FIRST,
                                JobEntity.class),
                        projectId,
                        filter)
                .setProperties(before == null ? Map.of() : Map.of("before", before))
                .setReadOnly(true)
                .setMaxResults(size + 1)));
        return Page.of(rows, size, Job::id);
    }

    /// The same list by position, for a grid that scrolls.
    public List<Job> slice(UUID projectId, JobFilter filter, int offset, int limit) {
        return database.transaction(session -> records(bound(
                        session.createSelectionQuery(
                                "from Job j where j.projectId = :project and j.internal = false"
                                        + filter.condition()
                                        + NEWEST_FIRST,
                                JobEntity.class),
                        projectId,
                        filter)
                .setReadOnly(true)
                .setFirstResult(offset)
                .setMaxResults(limit)));
    }

    public long count(UUID projectId, JobFilter filter) {
        return database.transaction(session -> bound(
                        session.createSelectionQuery(
                                "select count(*) from Job j where j.projectId = :project and j.internal = false"
                                        + filter.condition(),
                                Long.class),
                        projectId,
                        filter)
                .getSingleResult());
    }

    /// Jobs of one account that wait, in all projects.
    public long countQueued(UUID accountId) {
        return database.transaction(session -> session.createSelectionQuery(
                        "select count(*) from Job where accountId = :account and state = :queued and internal = false",
                        Long.class)
                .setParameter("account", accountId)
                .setParameter("queued", JobState.QUEUED)
                .getSingleResult());
    }

    /// Asks a job to stop: a waiting one ends at once, a running one as soon as its worker notices.
    ///
    /// @return false if it had ended before
    public boolean cancel(UUID id) {
        return database.transaction(session -> {
            JobEntity row = Statements.lock(session, JobEntity.class, id);
            if (row == null || row.state.isFinal()) {
                return false;
            }
            if (row.state == JobState.QUEUED) {
                row.state = JobState.CANCELLED;
                row.finishedAt = clock.instant();
            } else {
                row.cancelAsked = true;
            }
            changed(row);
            return true;
        });
    }

    /// Puts a job that has failed, was cancelled or put aside back into the queue.
    ///
    /// @return false if it is not in such a state
    public boolean retry(UUID id) {
        return database.transaction(session -> {
            JobEntity row = Statements.lock(session, JobEntity.class, id);
            if (row == null || !RETRIED.contains(row.state)) {
                return false;
            }
            Instant now = clock.instant();
            row.state = JobState.QUEUED;
            row.queuedAt = now;
            row.notBefore = now;
            row.startedAt = null;
            row.finishedAt = null;
            row.losses = 0;
            row.errorCode = null;
            row.errorMessage = null;
            row.cancelAsked = false;
            row.fraction = 0;
            row.stage = null;
            row.stageNumber = 0;
            row.stageCount = 0;
            row.preview = null;
            changed(row);
            session.flush();
            tickets.issue(now);
            return true;
        });
    }

    /// Opens a finished job's results to viewers, or closes them (`releasedAt` null).
    ///
    /// @return false if the job has not succeeded
    public boolean release(UUID id, Instant releasedAt) {
        return database.transaction(session -> {
            JobEntity row = Statements.lock(session, JobEntity.class, id);
            if (row == null || row.state != JobState.SUCCEEDED) {
                return false;
            }
            row.releasedAt = releasedAt;
            changed(row);
            return true;
        });
    }

    /// Forgets a job that has ended, with everything it made.
    ///
    /// @return false if it has not ended, or if a job that has not ended reads what it made
    public boolean delete(UUID id) {
        return database.transaction(session -> {
            JobEntity row = Statements.lock(session, JobEntity.class, id);
            if (row == null || !row.state.isFinal() || isReadByOthers(session, id)) {
                return false;
            }
            changes.append(ChangeKind.JOB, row.projectId, id);
            session.createMutationQuery("delete from JobInput where jobId = :id")
                    .setParameter("id", id)
                    .executeUpdate();
            session.createMutationQuery(
                            "delete from JobInput where assetId in (select a.id from Asset a where a.jobId = :id)")
                    .setParameter("id", id)
                    .executeUpdate();
            session.remove(row);
            return true;
        });
    }

    /// Lines of a job's log after number `after`, oldest first.
    public List<JobLogLine> log(UUID jobId, long after, int limit) {
        return database.transaction(session -> session
                .createSelectionQuery(
                        "from JobLog where jobId = :job and number > :after order by number", JobLogEntity.class)
                .setParameter("job", jobId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .list()
                .stream()
                .map(row -> new JobLogLine(row.number, row.attempt, row.at, row.text))
                .toList());
    }

    private boolean isReadByOthers(Session session, UUID id) {
        // Held first, so that no job can begin to read them between the look and the deletion.
        session.createNativeQuery("select id from asset where job_id = :id order by id for update", UUID.class)
                .setParameter("id", id)
                .list();
        return session.createSelectionQuery(
                                "select count(*) from Asset a join JobInput i on i.assetId = a.id join Job j on j.id = i.jobId"
                                        + " where a.jobId = :id and j.state in (:unfinished)",
                                Long.class)
                        .setParameter("id", id)
                        .setParameter("unfinished", Set.of(JobState.QUEUED, JobState.RUNNING))
                        .getSingleResult()
                > 0;
    }

    private void changed(JobEntity row) {
        row.version++;
        changes.append(ChangeKind.JOB, row.projectId, row.id);
    }

    private static <T> SelectionQuery<T> bound(SelectionQuery<T> query, UUID projectId, JobFilter filter) {
        query.setParameter("project", projectId);
        filter.parameters().forEach(query::setParameter);
        return query;
    }

    private static List<Job> records(SelectionQuery<JobEntity> query) {
        return query.list().stream().map(JobRows::record).toList();
    }
}
