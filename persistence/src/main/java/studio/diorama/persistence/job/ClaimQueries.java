package studio.diorama.persistence.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import studio.diorama.persistence.database.Database;

/// The questions of one claim.
///
/// Candidates are read without locks and then locked one by one: H2 locks every row that it sorts. Their order names
/// all columns of an index, because H2 does not see that those which are fixed need no sorting.
final class ClaimQueries {

    /// Rows looked at before giving up: more only matter when that many are locked at this very moment.
    private static final int CANDIDATES = 16;

    private static final String FITS = " and pipeline in (:pipelines) and gpu_bytes <= :free and not_before <= :now";

    /// People at their limit of running jobs. Running jobs are few, so the list is short.
    private static final String AT_LIMIT = "(select account_id from job where state = 'RUNNING' and internal = false"
            + " group by account_id having count(*) >= :limit)";

    private static final String HOUSEKEEPING = "select id from job where state = 'QUEUED' and internal = true" + FITS
            + " order by state, internal, queued_at";

    private static final String OVERDUE = "select id, project_id, account_id from job where state = 'QUEUED'"
            + " and internal = false and queued_at < :old and account_id not in " + AT_LIMIT + FITS
            + " order by state, internal, queued_at";

    private static final String LANES = "select lane.project_id, lane.account_id"
            + " from lane join project on project.id = lane.project_id"
            + " where lane.account_id not in " + AT_LIMIT
            + " and exists (select 1 from job where state = 'QUEUED' and internal = false"
            + " and project_id = lane.project_id and account_id = lane.account_id" + FITS + ")"
            + " order by coalesce(project.served_at, project.created_at), project.id,"
            + " coalesce(lane.served_at, project.created_at), lane.account_id";

    private static final String IN_LANE = "select id from job where state = 'QUEUED' and internal = false"
            + " and project_id = :project and account_id = :account" + FITS
            + " order by state, project_id, account_id, priority desc, id";

    private final Session session;
    private final Database database;
    private final ClaimRequest request;
    private final Instant now;

    ClaimQueries(Session session, Database database, ClaimRequest request, Instant now) {
        this.session = session;
        this.database = database;
        this.request = request;
        this.now = now;
    }

    /// One person's jobs in one project, and perhaps which of them it must be.
    record Lane(UUID projectId, UUID accountId, Optional<UUID> jobId) {}

    List<UUID> housekeeping() {
        return fitting(session.createNativeQuery(HOUSEKEEPING, UUID.class));
    }

    /// Jobs that have waited since before `old`, the oldest first.
    List<Lane> overdue(Instant old, int runningPerUser) {
        return fitting(session.createNativeQuery(OVERDUE, Object[].class)
                        .addScalar("id", UUID.class)
                        .addScalar("project_id", UUID.class)
                        .addScalar("account_id", UUID.class)
                        .setParameter("old", old)
                        .setParameter("limit", runningPerUser))
                .stream()
                .map(row -> new Lane((UUID) row[1], (UUID) row[2], Optional.of((UUID) row[0])))
                .toList();
    }

    /// Lanes with a job that fits, the one whose turn it is first.
    List<Lane> lanes(int runningPerUser) {
        return fitting(session.createNativeQuery(LANES, Object[].class)
                        .addScalar("project_id", UUID.class)
                        .addScalar("account_id", UUID.class)
                        .setParameter("limit", runningPerUser))
                .stream()
                .map(row -> new Lane((UUID) row[0], (UUID) row[1], Optional.empty()))
                .toList();
    }

    /// Jobs of a lane, the highest priority and then the oldest first.
    List<UUID> within(Lane lane) {
        return lane.jobId()
                .map(List::of)
                .orElseGet(() -> fitting(session.createNativeQuery(IN_LANE, UUID.class)
                        .setParameter("project", lane.projectId())
                        .setParameter("account", lane.accountId())));
    }

    private <T> List<T> fitting(NativeQuery<T> query) {
        return query.setParameter("pipelines", request.pipelines())
                .setParameter("free", request.freeGpuBytes())
                .setParameter("now", now)
                .setMaxResults(CANDIDATES)
                .list();
    }

    /// Locks a waiting job unless somebody else has it.
    boolean lockJob(UUID id) {
        return locked("select id from job where id = :id and state = 'QUEUED'", id, true);
    }

    /// Locks the project and then the person that a lane belongs to, always in that order: nobody waits in a circle.
    ///
    /// @param skip whether to give up at once if another claim is serving either of them
    boolean lockLane(Lane lane, boolean skip) {
        return locked("select id from project where id = :id", lane.projectId(), skip)
                && locked("select id from account where id = :id", lane.accountId(), skip);
    }

    private boolean locked(String query, UUID id, boolean skip) {
        return session.createNativeQuery(query + database.rowLock() + (skip ? " skip locked" : ""), UUID.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .isPresent();
    }

    /// Asked again once the person is locked: until then another claim may have given them a job.
    boolean atLimit(UUID accountId, int runningPerUser) {
        return session.createNativeQuery(
                                "select count(*) from job where account_id = :account and state = 'RUNNING' and internal = false",
                                Long.class)
                        .setParameter("account", accountId)
                        .getSingleResult()
                >= runningPerUser;
    }
}
