package studio.diorama.persistence.job;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.internal.JobEntity;

/// What the queue and its past tell about a job: who is ahead of it, and how long such jobs take.
public final class JobHistory {

    private static final int RUNS = 50;

    private final Database database;

    public JobHistory(Database database) {
        this.database = database;
    }

    /// Who waits beside a waiting job.
    ///
    /// @param ownAhead jobs of the same person that will start before it
    /// @param others waiting jobs of other people
    /// @param ownRunning jobs of the same person that run now
    public record Neighbours(long ownAhead, long others, long ownRunning) {}

    public Neighbours neighbours(Job job) {
        return database.transaction(session -> new Neighbours(
                session.createSelectionQuery(
                                "select count(*) from Job where state = :queued and internal = false and accountId = :account"
                                        + " and (priority > :priority or priority = :priority and id < :id)",
                                Long.class)
                        .setParameter("queued", JobState.QUEUED)
                        .setParameter("account", job.accountId())
                        .setParameter("priority", (short) job.priority())
                        .setParameter("id", job.id())
                        .getSingleResult(),
                session.createSelectionQuery(
                                "select count(*) from Job where state = :queued and internal = false and accountId <> :account",
                                Long.class)
                        .setParameter("queued", JobState.QUEUED)
                        .setParameter("account", job.accountId())
                        .getSingleResult(),
                countRunning(job.accountId())));
    }

    private long countRunning(UUID accountId) {
        return database.transaction(session -> session.createSelectionQuery(
                        "select count(*) from Job where accountId = :account and state = :running and internal = false",
                        Long.class)
                .setParameter("account", accountId)
                .setParameter("running", JobState.RUNNING)
                .getSingleResult());
    }

    /// A run that has ended well.
    ///
    /// @param time from start to finish
    /// @param workUnits how much there was to do
    public record Run(Duration time, long workUnits) {}

    /// The newest runs of a pipeline on a device.
    public List<Run> runs(String pipeline, String device) {
        return database.transaction(session -> session
                .createSelectionQuery(
                        "from Job where pipeline = :pipeline and state = :done and device = :device order by finishedAt desc",
                        JobEntity.class)
                .setParameter("pipeline", pipeline)
                .setParameter("done", JobState.SUCCEEDED)
                .setParameter("device", device)
                .setMaxResults(RUNS)
                .list()
                .stream()
                .filter(row -> row.startedAt != null && row.workUnits > 0)
                .map(row -> new Run(Duration.between(row.startedAt, row.finishedAt), row.workUnits))
                .toList());
    }
}
