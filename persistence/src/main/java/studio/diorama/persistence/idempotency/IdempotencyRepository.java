package studio.diorama.persistence.idempotency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.internal.IdempotencyEntity;

/// Answers to requests that carried an `Idempotency-Key`, so that a request sent twice is done once.
public final class IdempotencyRepository {

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
    /// @return empty if the key is new and now claimed, else what is known of it
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
            if (fresh == 1) {
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

    /// Keeps the answer for whoever asks again.
    public void finish(UUID accountId, String key, Answer answer) {
        database.run(session -> {
            IdempotencyEntity row = session.find(IdempotencyEntity.class, new IdempotencyEntity.Key(accountId, key));
            if (row != null) {
                row.status = answer.status();
                row.location = answer.location();
                row.body = answer.body();
            }
        });
    }

    /// Lets go of a key whose request failed, so that it may be tried again.
    public void abandon(UUID accountId, String key) {
        database.run(session -> session.createMutationQuery(
                        "delete from Idempotency where accountId = :account and key = :key and status is null")
                .setParameter("account", accountId)
                .setParameter("key", key)
                .executeUpdate());
    }

    public void deleteBefore(Instant time) {
        database.run(session -> session.createMutationQuery("delete from Idempotency where createdAt < :time")
                .setParameter("time", time)
                .executeUpdate());
    }
}
