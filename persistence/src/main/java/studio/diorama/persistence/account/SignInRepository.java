package studio.diorama.persistence.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.internal.SignInEntity;
import studio.diorama.persistence.internal.Statements;

/// Signed-in browsers. They live in the database, so that a restart of the web process signs nobody out.
public final class SignInRepository {

    private final Database database;

    public SignInRepository(Database database) {
        this.database = database;
    }

    public void create(SignIn signIn) {
        database.run(session -> {
            SignInEntity row = new SignInEntity();
            row.id = signIn.secretHash();
            row.accountId = signIn.accountId();
            row.createdAt = signIn.createdAt();
            row.lastSeenAt = signIn.lastSeenAt();
            row.expiresAt = signIn.expiresAt();
            session.persist(row);
        });
    }

    /// The sign-in behind a cookie, if it is still good at `now`.
    public Optional<SignIn> find(String secretHash, Instant now) {
        return database.transaction(session -> Optional.ofNullable(session.find(SignInEntity.class, secretHash))
                .filter(row -> row.expiresAt.isAfter(now))
                .map(row -> new SignIn(row.id, row.accountId, row.createdAt, row.lastSeenAt, row.expiresAt)));
    }

    public void touch(String secretHash, Instant seenAt, Instant expiresAt) {
        database.run(session -> Statements.execute(
                session,
                session.createMutationQuery("update SignIn set lastSeenAt = :seen, expiresAt = :expires where id = :id")
                        .setParameter("seen", seenAt)
                        .setParameter("expires", expiresAt)
                        .setParameter("id", secretHash)));
    }

    public void delete(String secretHash) {
        database.run(session -> Statements.execute(
                session,
                session.createMutationQuery("delete from SignIn where id = :id").setParameter("id", secretHash)));
    }

    /// Signs somebody out everywhere.
    public void deleteAllOf(UUID accountId) {
        database.run(session -> Statements.execute(
                session,
                session.createMutationQuery("delete from SignIn where accountId = :account")
                        .setParameter("account", accountId)));
    }

    public void deleteExpired(Instant now) {
        database.run(session -> Statements.execute(
                session,
                session.createMutationQuery("delete from SignIn where expiresAt <= :now")
                        .setParameter("now", now)));
    }
}
