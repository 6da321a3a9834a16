package studio.diorama.persistence.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.internal.IdempotencyEntity;

/// Answers to requests that carried an `Idempotency-Key`, so that a request sent twice is done once.
public final class IdempotencyRepository {

    /// No request takes so long: one that has not answered by then was in a process that is gone. What it had made
    /// went with its transaction, so the next one with its key may do it.
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(5);

    private final Database database;

    public IdempotencyRepository(Database database) {
        this.database = database;
    }

    /// What is known of a key.
    ///
    /// @param requestHash of the request that came with it first
    /// @param answer what was answered; empty while that request is still running
    public record Known(String requestHash, Optional<Answer> answer) {}

    /// @param status HTTP status
    /// @param location of what was made, may be null
    /// @param body JSON, may be null
    public record Answer(int status, String location, String body) {}

    /// Claims a key for a request.
    ///
    /// @param now in whole microseconds; with it, [#finish] proves that the key is still the request's own
    /// @return empty if the key is new, or its request died, and it is now claimed; else what is known of it
    public Optional<Known> begin(UUID accountId, String key, String requestHash, Instant now) {
        return database.transaction(session -> {
            int fresh = session.createNativeMutationQuery(
                            "insert into idempotency_key (account_id, key_text, request_hash, created_at)"
                                    + " values (:account, :key, :hash, :now) on conflict do nothing")
                    .setParameter("account", accountId)
                    .setParameter("key", key)
                    .setParameter("hash", requestHash)
                    .setParameter("now", now)
                    .executeUpdate();
            if (fresh == 1 || takeOver(session, accountId, key, requestHash, now)) {
                return Optional.empty();
            }
            IdempotencyEntity row = session.find(IdempotencyEntity.class, new IdempotencyEntity.Key(accountId, key));
            if (row == null) {
                // Let go between the two statements: to the caller it is a request that still runs.
                return Optional.of(new Known(requestHash, Optional.empty()));
            }
            return Optional.of(new Known(
                    row.requestHash,
                    Optional.ofNullable(row.status).map(status -> new Answer(status, row.location, row.body))));
        });
    }

    private static boolean takeOver(Session session, UUID accountId, String key, String requestHash, Instant now) {
        return session.createMutationQuery("update Idempotency set requestHash = :hash, createdAt = :now"
                                + " where accountId = :account and key = :key and status is null and createdAt < :dead")
                        .setParameter("hash", requestHash)
                        .setParameter("now", now)
                        .setParameter("account", accountId)
                        .setParameter("key", key)
                        .setParameter("dead", now.minus(LONGEST_REQUEST))
                        .executeUpdate()
                == 1;
    }

    /// Keeps the answer for whoever asks again.
    ///
    /// @param begun what [#begin] was called with
    /// @throws DioramaException `CONFLICT` if the request took so long that another has taken its key
    public void finish(UUID accountId, String key, Instant begun, Answer answer) {
        int own = database.transaction(session -> session.createMutationQuery(
                        "update Idempotency set status = :status, location = :location, body = :body"
                                + " where accountId = :account and key = :key and createdAt = :begun")
                .setParameter("status", answer.status())
                .setParameter("location", answer.location())
                .setParameter("body", answer.body())
                .setParameter("account", accountId)
                .setParameter("key", key)
                .setParameter("begun", begun)
                .executeUpdate());
        if (own == 0) {
            throw new DioramaException(
                    ErrorCode.CONFLICT,
                    "The request took more than %d minutes, and the same one was sent again meanwhile."
                            .formatted(LONGEST_REQUEST.toMinutes()));
        }
    }

    /// Lets go of a key whose request failed, so that it may be tried again.
    ///
    /// @param begun what [#begin] was called with
    public void abandon(UUID accountId, String key, Instant begun) {
        database.run(session -> session.createMutationQuery("delete from Idempotency"
                        + " where accountId = :account and key = :key and status is null and createdAt = :begun")
                .setParameter("account", accountId)
                .setParameter("key", key)
                .setParameter("begun", begun)
                .executeUpdate());
    }

    public void deleteBefore(Instant time) {
        database.run(session -> session.createMutationQuery("delete from Idempotency where createdAt < :time")
                .setParameter("time", time)
                .executeUpdate());
    }
}
