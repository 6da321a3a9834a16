package studio.diorama.persistence.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.internal.AccountEntity;
import studio.diorama.persistence.internal.Statements;

/// People and how they prove who they are.
public final class AccountRepository {

    private final Database database;

    public AccountRepository(Database database) {
        this.database = database;
    }

    /// Whether nobody has an account yet, so that the first visitor with the console's link may make one.
    public boolean isEmpty() {
        return database.transaction(session -> session.createSelectionQuery("select count(*) from Account", Long.class)
                        .getSingleResult()
                == 0);
    }

    /// @param passwordHash null for somebody who comes through an identity provider
    /// @param oidcSubject null for a local account
    public Account create(
            String email, String name, String passwordHash, String oidcSubject, boolean operator, Instant now) {
        return database.transaction(session -> {
            AccountEntity row = new AccountEntity();
            row.id = Ids.next();
            row.email = normalised(email);
            row.name = name;
            row.passwordHash = passwordHash;
            row.oidcSubject = oidcSubject;
            row.operator = operator;
            row.colorScheme = ColorScheme.SYSTEM;
            row.createdAt = now.truncatedTo(ChronoUnit.MICROS);
            session.persist(row);
            Statements.flush(
                    session,
                    () -> new DioramaException(
                            ErrorCode.CONFLICT,
                            "There is an account with the address %s already.".formatted(row.email)));
            return record(row);
        });
    }

    public Optional<Account> find(UUID id) {
        return database.transaction(session ->
                Optional.ofNullable(session.find(AccountEntity.class, id)).map(AccountRepository::record));
    }

    public List<Account> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.transaction(session -> session
                .createSelectionQuery("from Account where id in (:ids)", AccountEntity.class)
                .setParameter("ids", ids)
                .list()
                .stream()
                .map(AccountRepository::record)
                .toList());
    }

    public Optional<Account> findByEmail(String email) {
        return findCredentials(email).map(Credentials::account);
    }

    public Optional<Account> findBySubject(String oidcSubject) {
        return database.transaction(session -> session.createSelectionQuery(
                        "from Account where oidcSubject = :subject", AccountEntity.class)
                .setParameter("subject", oidcSubject)
                .uniqueResultOptional()
                .map(AccountRepository::record));
    }

    public Optional<Credentials> findCredentials(String email) {
        return database.transaction(
                session -> session.createSelectionQuery("from Account where email = :email", AccountEntity.class)
                        .setParameter("email", normalised(email))
                        .uniqueResultOptional()
                        .map(row -> new Credentials(
                                record(row),
                                Optional.ofNullable(row.passwordHash),
                                row.failedLogins,
                                Optional.ofNullable(row.lockedUntil))));
    }

    /// Notes how a sign-in went.
    public void recordLogin(UUID id, int failedLogins, Instant lockedUntil) {
        database.run(session -> Statements.execute(
                session,
                session.createMutationQuery(
                                "update Account set failedLogins = :failed, lockedUntil = :until where id = :id")
                        .setParameter("failed", failedLogins)
                        .setParameter("until", lockedUntil, Instant.class)
                        .setParameter("id", id)));
    }

    public void changePassword(UUID id, String passwordHash) {
        database.run(session -> session.find(AccountEntity.class, id).passwordHash = passwordHash);
    }

    public void rename(UUID id, String name) {
        database.run(session -> session.find(AccountEntity.class, id).name = name);
    }

    public void chooseColorScheme(UUID id, ColorScheme scheme) {
        database.run(session -> session.find(AccountEntity.class, id).colorScheme = scheme);
    }

    private static String normalised(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static Account record(AccountEntity row) {
        return new Account(row.id, row.email, row.name, row.operator, row.colorScheme, row.createdAt);
    }
}
