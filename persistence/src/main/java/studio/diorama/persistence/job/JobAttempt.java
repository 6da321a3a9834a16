package studio.diorama.persistence.job;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetRepository;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.internal.JobLogEntity;
import studio.diorama.persistence.internal.Parents;
import studio.diorama.persistence.internal.Statements;
import studio.diorama.persistence.internal.Text;

/// All that a worker may write about the job it holds. Every statement is guarded by the attempt's fence: a worker
/// that was stopped and continued finds that its writes change nothing.
public final class JobAttempt {

    private static final String FENCED =
            " where id = :id and attempt = :attempt and state = :running and (select i.epoch from Installation i) = :epoch";

    private final Database database;
    private final ChangeLog changes;
    private final AssetRepository assets;
    private final InstantSource clock;
    private final ClaimedJob job;

    public JobAttempt(
            Database database, ChangeLog changes, AssetRepository assets, InstantSource clock, ClaimedJob job) {
        this.database = database;
        this.changes = changes;
        this.assets = assets;
        this.clock = clock;
        this.job = job;
    }

    public ClaimedJob job() {
        return job;
    }

    /// Writes how far the work is, and learns whether somebody wants it to stop.
    ///
    /// @return whether a cancellation was asked for
    /// @throws FencedException if this attempt no longer counts
    public boolean report(JobProgress progress) {
        return database.transaction(session -> {
            Parents.holdBlobs(
                    session, database.keyLock(), progress.preview().stream().toList());
            execute(
                    session,
                    fenced(
                                    session,
                                    "update Job set stage = :stage, stageNumber = :number, stageCount = :count, preview = :preview,"
                                            + " fraction = greatest(fraction, :fraction), version = version + 1")
                            .setParameter("stage", Text.fit(progress.stage(), 200))
                            .setParameter("number", progress.stageNumber())
                            .setParameter("count", progress.stageCount())
                            .setParameter("preview", progress.preview().orElse(null), String.class)
                            .setParameter("fraction", progress.fraction()));
            changes.append(ChangeKind.JOB, job.projectId(), job.fence().jobId());
            return cancelAsked(session);
        });
    }

    /// Whether somebody wants it to stop.
    ///
    /// @throws FencedException if this attempt no longer counts
    public boolean cancelAsked() {
        return database.transaction(this::cancelAsked);
    }

    private boolean cancelAsked(Session session) {
        return session.createSelectionQuery("select cancelAsked from Job" + FENCED, Boolean.class)
                .setParameter("id", job.fence().jobId())
                .setParameter("attempt", job.fence().attempt())
                .setParameter("running", JobState.RUNNING)
                .setParameter("epoch", job.fence().epoch())
                .uniqueResultOptional()
                .orElseThrow(() -> new FencedException(job.fence()));
    }

    /// Adds a line to the job's log; longer ones are cut.
    public void log(String text) {
        database.run(session -> {
            hold(session);
            JobLogEntity row = new JobLogEntity();
            row.jobId = job.fence().jobId();
            row.attempt = job.fence().attempt();
            row.at = clock.instant();
            row.text = Text.fit(text, 2000);
            session.persist(row);
        });
    }

    /// Closes the job with what it made. Bytes must be in the artifact store already; either all of it becomes
    /// visible or nothing.
    ///
    /// @param also what else belongs to the same moment, such as a verdict on a photo
    /// @throws FencedException if this attempt no longer counts
    public void succeed(List<Asset> outputs, Runnable also) {
        database.run(session -> {
            finish(session, JobState.SUCCEEDED, null, null);
            assets.createAll(outputs);
            also.run();
        });
    }

    /// @throws FencedException if this attempt no longer counts
    public void fail(ErrorCode code, String message, Runnable also) {
        database.run(session -> {
            finish(session, JobState.FAILED, code, message);
            also.run();
        });
    }

    /// @throws FencedException if this attempt no longer counts
    public void cancelled() {
        database.run(session -> finish(session, JobState.CANCELLED, null, null));
    }

    /// Gives the job back, for another worker to begin it again; the caller keeps its ticket for that. If somebody has
    /// asked for a stop, this is the moment: the job ends as cancelled.
    ///
    /// @throws FencedException if this attempt no longer counts
    public void giveBack(Instant notBefore, String reason) {
        database.run(session -> {
            log(reason);
            if (cancelAsked(session)) {
                finish(session, JobState.CANCELLED, null, null);
                return;
            }
            execute(
                    session,
                    fenced(
                                    session,
                                    "update Job set state = :queued, queuedAt = :now, notBefore = :after, startedAt = null, version = version + 1")
                            .setParameter("queued", JobState.QUEUED)
                            .setParameter("now", clock.instant())
                            .setParameter("after", notBefore));
            changes.append(ChangeKind.JOB, job.projectId(), job.fence().jobId());
        });
    }

    private void finish(Session session, JobState state, ErrorCode code, String message) {
        execute(
                session,
                fenced(
                                session,
                                "update Job set state = :state, errorCode = :code, errorMessage = :message, finishedAt = :now,"
                                        + " fraction = case when :done = true then 1.0 else fraction end, version = version + 1")
                        .setParameter("state", state)
                        .setParameter("code", code, ErrorCode.class)
                        .setParameter("message", Text.fit(message, 4000), String.class)
                        .setParameter("now", clock.instant())
                        .setParameter("done", state == JobState.SUCCEEDED));
        changes.append(ChangeKind.JOB, job.projectId(), job.fence().jobId());
    }

    private MutationQuery fenced(Session session, String update) {
        return session.createMutationQuery(update + FENCED)
                .setParameter("id", job.fence().jobId())
                .setParameter("attempt", job.fence().attempt())
                .setParameter("running", JobState.RUNNING)
                .setParameter("epoch", job.fence().epoch());
    }

    /// Keeps the job as it is until the transaction ends, provided that this attempt counts.
    private void hold(Session session) {
        Object[] found = session.createNativeQuery(
                        "select attempt, state from job where id = :id" + database.rowLock(), Object[].class)
                .addScalar("attempt", Integer.class)
                .addScalar("state", String.class)
                .setParameter("id", job.fence().jobId())
                .uniqueResultOptional()
                .orElseThrow(() -> new FencedException(job.fence()));
        if (!found[0].equals(job.fence().attempt()) || !found[1].equals(JobState.RUNNING.name())) {
            throw new FencedException(job.fence());
        }
        cancelAsked(session);
    }

    private void execute(Session session, MutationQuery query) {
        if (Statements.execute(session, query) == 0) {
            throw new FencedException(job.fence());
        }
    }
}
