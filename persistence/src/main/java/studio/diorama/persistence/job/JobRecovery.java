package studio.diorama.persistence.job;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.internal.JobEntity;
import studio.diorama.persistence.internal.JobLogEntity;

/// What happens to jobs whose worker is gone: back into the queue, or aside if they seem to be the cause.
public final class JobRecovery {

    private final Database database;
    private final ChangeLog changes;
    private final JobTickets tickets;
    private final InstantSource clock;
    private final int lossesBeforeQuarantine;

    public JobRecovery(
            Database database, ChangeLog changes, JobTickets tickets, InstantSource clock, int lossesBeforeQuarantine) {
        this.database = database;
        this.changes = changes;
        this.tickets = tickets;
        this.clock = clock;
        this.lossesBeforeQuarantine = lossesBeforeQuarantine;
    }

    /// The holder of `ticket` has stopped its heartbeat.
    ///
    /// @return whether the ticket is still needed: its job waits again
    public boolean ticketLost(String ticket) {
        return database.transaction(session -> session.createSelectionQuery(
                        "from Job where ticket = :ticket and state = :running", JobEntity.class)
                .setParameter("ticket", ticket)
                .setParameter("running", JobState.RUNNING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional()
                .map(job -> putBack(session, job))
                // The worker died between picking the ticket and claiming a job, or after it had finished one.
                .orElse(true));
    }

    /// The worker's process is known to have ended: its jobs go back at once, without waiting for missed heartbeats.
    ///
    /// @return how many jobs it held
    public int workerLost(UUID workerId) {
        return database.transaction(session -> {
            List<JobEntity> jobs = session.createSelectionQuery(
                            "from Job where workerId = :worker and state = :running", JobEntity.class)
                    .setParameter("worker", workerId)
                    .setParameter("running", JobState.RUNNING)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .list();
            for (JobEntity job : jobs) {
                Optional.ofNullable(job.ticket).ifPresent(ticket -> tickets.revoke(database, ticket));
                if (putBack(session, job)) {
                    session.flush();
                    tickets.issue(clock.instant());
                }
            }
            return jobs.size();
        });
    }

    private boolean putBack(Session session, JobEntity job) {
        Instant now = clock.instant();
        job.losses++;
        job.version++;
        job.ticket = null;
        boolean again = false;
        if (job.cancelAsked) {
            job.state = JobState.CANCELLED;
            job.finishedAt = now;
        } else if (job.losses >= lossesBeforeQuarantine) {
            job.state = JobState.QUARANTINED;
            job.finishedAt = now;
            job.errorCode = ErrorCode.WORKER_LOST;
            job.errorMessage =
                    "%d workers were lost while they ran this job, so it is put aside. See the log, then retry or delete it."
                            .formatted(job.losses);
            refusePhoto(session, job);
        } else {
            job.state = JobState.QUEUED;
            job.queuedAt = now;
            job.notBefore = now;
            job.startedAt = null;
            again = true;
        }
        JobLogEntity line = new JobLogEntity();
        line.jobId = job.id;
        line.attempt = job.attempt;
        line.at = now;
        line.text = "The worker of attempt %d was lost.".formatted(job.attempt);
        session.persist(line);
        changes.append(ChangeKind.JOB, job.projectId, job.id);
        return again;
    }

    /// A photo whose check takes workers down is refused, so that it does not stay “being checked” for ever.
    private void refusePhoto(Session session, JobEntity job) {
        if (!job.pipeline.equals(PhotoCheckSpec.PIPELINE)) {
            return;
        }
        for (UUID photo : JobSpecCodec.read(job.spec).inputs()) {
            session.createMutationQuery("update Asset set state = :refused, message = :message, version = version + 1"
                            + " where id = :photo and state = :checking")
                    .setParameter("refused", AssetState.REFUSED)
                    .setParameter(
                            "message",
                            "The picture could not be decoded: it ended the process that tried, %d times."
                                    .formatted(job.losses))
                    .setParameter("photo", photo)
                    .setParameter("checking", AssetState.CHECKING)
                    .executeUpdate();
            changes.append(ChangeKind.ASSET, job.projectId, photo);
        }
    }
}
