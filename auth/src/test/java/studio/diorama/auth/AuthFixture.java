package studio.diorama.auth;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.diorama.auth.internal.BrowserSessions;
import studio.diorama.auth.internal.CheapHasher;
import studio.diorama.auth.internal.PasswordHasher;
import studio.diorama.persistence.account.AccessTokenRepository;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.account.SignInRepository;
import studio.diorama.persistence.account.TokenScope;
import studio.diorama.persistence.audit.AuditLog;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.config.Configuration;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.DatabaseAddress;
import studio.diorama.persistence.project.InvitationRepository;
import studio.diorama.persistence.project.MemberRepository;
import studio.diorama.persistence.project.ProjectRepository;
import studio.diorama.persistence.project.Role;

/// All of `auth` over a real H2 database in a temporary folder and a clock that stands still.
final class AuthFixture implements AutoCloseable {

    static final String PASSWORD = "a fine long pass phrase";
    static final String ADDRESS = "203.0.113.7";

    final MovableClock clock = new MovableClock();
    final DioramaConfig config = Configuration.load();
    final Database database;
    final ChangeLog changes;
    final AccountRepository accountRows;
    final MemberRepository members;
    final ProjectRepository projects;
    final PasswordHasher hasher = CheapHasher.make();
    final SignInMode mode = new SignInMode(false, config);
    final BrowserSessions sessions;
    final ActorSource actors;
    final LocalSignIn localSignIn;
    final FirstAccount firstAccount;
    final Accounts accounts;
    final Invitations invitations;
    final AccessTokens tokens;
    final ProjectAccess access;

    AuthFixture(Path folder) {
        database = Database.open(DatabaseAddress.h2File(folder, 4));
        changes = new ChangeLog(database, clock);
        accountRows = new AccountRepository(database);
        members = new MemberRepository(database, changes);
        projects = new ProjectRepository(database, changes);
        AccessTokenRepository tokenRows = new AccessTokenRepository(database);
        sessions = new BrowserSessions(new SignInRepository(database), clock, config);
        actors = new ActorSource(database, accountRows, tokenRows, sessions, clock);
        localSignIn = new LocalSignIn(mode, database, accountRows, sessions, hasher, clock, config);
        firstAccount = new FirstAccount(mode, database, accountRows, sessions, hasher, clock, config);
        accounts = new Accounts(mode, database, accountRows, sessions, hasher, config);
        invitations = new Invitations(
                mode,
                database,
                new InvitationRepository(database),
                members,
                accountRows,
                sessions,
                hasher,
                new AuditLog(database, clock),
                clock,
                config);
        tokens = new AccessTokens(tokenRows, members, clock, config);
        access = new ProjectAccess(members);
    }

    /// Somebody with [#PASSWORD].
    Account account(String name) {
        return accountRows.create(name + "@example.org", name, hasher.hash(PASSWORD), null, false, clock.instant());
    }

    /// Somebody in a browser who has this role in the project.
    Actor member(String name, UUID projectId, Role role) {
        Account account = account(name);
        members.put(projectId, account.id(), role);
        return Actor.person(account);
    }

    /// A program that acts for somebody with these scopes.
    Actor program(Actor owner, Set<TokenScope> scopes, Optional<UUID> projectId) {
        String secret = tokens.create(owner, "program", scopes, projectId, Duration.ofDays(1))
                .secret();
        return actors.fromToken(secret).orElseThrow();
    }

    @Override
    public void close() {
        database.close();
    }
}
