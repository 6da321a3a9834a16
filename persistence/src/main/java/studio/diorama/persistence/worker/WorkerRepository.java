package studio.diorama.persistence.worker;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.internal.PipelineOfferEntity;
import studio.diorama.persistence.internal.Statements;
import studio.diorama.persistence.internal.Text;
import studio.diorama.persistence.internal.WorkerEntity;

/// Worker processes, and what the pipelines that they run have to offer.
public final class WorkerRepository {

    private final Database database;
    private final ChangeLog changes;

    public WorkerRepository(Database database, ChangeLog changes) {
        this.database = database;
        this.changes = changes;
    }

    public void register(WorkerNode worker) {
        database.run(session -> {
            WorkerEntity row = new WorkerEntity();
            row.id = worker.id();
            row.name = Text.fit(worker.name(), 200);
            row.device = Text.fit(worker.device(), 200);
            row.gpuBytes = worker.gpuBytes();
            row.threads = worker.threads();
            row.pipelines = worker.pipelines().stream().sorted().collect(Collectors.joining(","));
            row.draining = worker.draining();
            row.startedAt = worker.startedAt();
            row.lastSeenAt = worker.lastSeenAt();
            session.persist(row);
            changes.append(ChangeKind.WORKER, null, row.id);
        });
    }

    /// A sign of life.
    ///
    /// @return whether the worker was asked to take no new jobs
    public boolean heartbeat(UUID id, Instant now) {
        return database.transaction(session -> {
            Statements.execute(
                    session,
                    session.createMutationQuery("update Worker set lastSeenAt = :now where id = :id")
                            .setParameter("now", now)
                            .setParameter("id", id));
            return session.createSelectionQuery("select draining from Worker where id = :id", Boolean.class)
                    .setParameter("id", id)
                    .uniqueResultOptional()
                    .orElse(true);
        });
    }

    public void remove(UUID id) {
        database.run(session -> {
            Statements.execute(
                    session,
                    session.createMutationQuery("delete from Worker where id = :id")
                            .setParameter("id", id));
            changes.append(ChangeKind.WORKER, null, id);
        });
    }

    /// Asks a worker to take no new jobs, or to take some again.
    ///
    /// @return whether there is such a worker
    public boolean drain(UUID id, boolean draining) {
        return database.transaction(session -> {
            int changed = Statements.execute(
                    session,
                    session.createMutationQuery("update Worker set draining = :draining where id = :id")
                            .setParameter("draining", draining)
                            .setParameter("id", id));
            changes.append(ChangeKind.WORKER, null, id);
            return changed == 1;
        });
    }

    /// Workers that gave a sign of life after `since`.
    public List<WorkerNode> seenSince(Instant since) {
        return database.transaction(session -> session
                .createSelectionQuery("from Worker where lastSeenAt > :since order by name", WorkerEntity.class)
                .setParameter("since", since)
                .list()
                .stream()
                .map(WorkerRepository::record)
                .toList());
    }

    /// Forgets workers that have been silent since before `time`.
    public void deleteSilentBefore(Instant time) {
        database.run(session -> Statements.execute(
                session,
                session.createMutationQuery("delete from Worker where lastSeenAt < :time")
                        .setParameter("time", time)));
    }

    /// Tells what a pipeline offers (presets, cameras, limits).
    ///
    /// @param offer JSON
    public void offer(String pipeline, String offer, Instant now) {
        database.run(session -> {
            // Two workers that start at once may both bring the first offer.
            session.createNativeMutationQuery(
                            "insert into pipeline_offer (pipeline, offer, offered_at) values (:pipeline, :offer, :now) on conflict do nothing")
                    .setParameter("pipeline", pipeline)
                    .setParameter("offer", offer)
                    .setParameter("now", now)
                    .executeUpdate();
            PipelineOfferEntity row = Statements.lock(session, PipelineOfferEntity.class, pipeline);
            row.offer = offer;
            row.offeredAt = now;
        });
    }

    public Optional<String> offerOf(String pipeline) {
        return database.transaction(session -> Optional.ofNullable(session.find(PipelineOfferEntity.class, pipeline))
                .map(row -> row.offer));
    }

    /// What each pipeline offers, by its name.
    public Map<String, String> offers() {
        return database.transaction(
                session -> session.createSelectionQuery("from PipelineOffer", PipelineOfferEntity.class).list().stream()
                        .collect(Collectors.toMap(row -> row.pipeline, row -> row.offer)));
    }

    private static WorkerNode record(WorkerEntity row) {
        return new WorkerNode(
                row.id,
                row.name,
                row.device,
                row.gpuBytes,
                row.threads,
                Arrays.stream(row.pipelines.split(","))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet()),
                row.draining,
                row.startedAt,
                row.lastSeenAt);
    }
}
