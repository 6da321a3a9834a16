package studio.diorama.persistence.account;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.internal.AccessTokenEntity;
import studio.diorama.persistence.internal.Statements;

/// Personal access tokens.
public final class AccessTokenRepository {

    private final Database database;

    public AccessTokenRepository(Database database) {
        this.database = database;
    }

    /// @param tokenHash SHA-256 of the secret, in hexadecimal
    public void create(AccessToken token, String tokenHash) {
        database.run(session -> {
            AccessTokenEntity row = new AccessTokenEntity();
            row.id = token.id();
            row.accountId = token.accountId();
            row.projectId = token.projectId().orElse(null);
            row.name = token.name();
            row.tokenHash = tokenHash;
            row.scopes = token.scopes().stream().sorted().map(TokenScope::name).collect(Collectors.joining(","));
            row.createdAt = token.createdAt();
            row.expiresAt = token.expiresAt();
            session.persist(row);
        });
    }

    /// The token with this hash, if it is still good at `now`.
    public Optional<AccessToken> findByHash(String tokenHash, Instant now) {
        return database.transaction(session -> session.createSelectionQuery(
                        "from AccessToken where tokenHash = :hash and expiresAt > :now", AccessTokenEntity.class)
                .setParameter("hash", tokenHash)
                .setParameter("now", now)
                .uniqueResultOptional()
                .map(AccessTokenRepository::record));
    }

    public List<AccessToken> ofAccount(UUID accountId) {
        return database.transaction(session -> session
                .createSelectionQuery(
                        "from AccessToken where accountId = :account order by id desc", AccessTokenEntity.class)
                .setParameter("account", accountId)
                .list()
                .stream()
                .map(AccessTokenRepository::record)
                .toList());
    }

    public void touch(UUID id, Instant usedAt) {
        database.run(session -> Statements.execute(
                session,
                session.createMutationQuery("update AccessToken set lastUsedAt = :used where id = :id")
                        .setParameter("used", usedAt)
                        .setParameter("id", id)));
    }

    /// @return whether the account had such a token
    public boolean delete(UUID accountId, UUID id) {
        return database.transaction(session -> Statements.execute(
                        session,
                        session.createMutationQuery("delete from AccessToken where id = :id and accountId = :account")
                                .setParameter("id", id)
                                .setParameter("account", accountId))
                == 1);
    }

    private static AccessToken record(AccessTokenEntity row) {
        return new AccessToken(
                row.id,
                row.accountId,
                Optional.ofNullable(row.projectId),
                row.name,
                Arrays.stream(row.scopes.split(","))
                        .filter(scope -> !scope.isEmpty())
                        .map(TokenScope::valueOf)
                        .collect(Collectors.toSet()),
                row.createdAt,
                row.expiresAt,
                Optional.ofNullable(row.lastUsedAt));
    }
}
