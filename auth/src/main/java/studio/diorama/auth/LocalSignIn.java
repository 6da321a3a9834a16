package studio.diorama.auth;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import studio.diorama.auth.internal.BrowserSessions;
import studio.diorama.auth.internal.PasswordHasher;
import studio.diorama.auth.internal.PasswordPolicy;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.account.Credentials;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Database;

/// Signs people in by e-mail address and password, and out again.
///
/// A stranger learns nothing about who has an account: an unknown address, a wrong password and a locked account get
/// the same answer after the same work.
@ApplicationScoped
public class LocalSignIn {

    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);
    private static final int REMEMBERED_KEYS = 10_000;

    private final SignInMode mode;
    private final Database database;
    private final AccountRepository accounts;
    private final BrowserSessions sessions;
    private final PasswordHasher hasher;
    private final RateLimiter limiter;
    private final InstantSource clock;

    public LocalSignIn(
            SignInMode mode,
            Database database,
            AccountRepository accounts,
            BrowserSessions sessions,
            PasswordHasher hasher,
            InstantSource clock,
            DioramaConfig config) {
        this.mode = mode;
        this.database = database;
        this.accounts = accounts;
        this.sessions = sessions;
        this.hasher = hasher;
        this.limiter = new RateLimiter(config.limits().signInsPerMinute(), REMEMBERED_KEYS, clock);
        this.clock = clock;
    }

    /// @param address where the request came from
    /// @return the new session, whose secret goes into the cookie
    /// @throws DioramaException `NOT_SIGNED_IN` for a wrong name or password, `RATE_LIMITED` for too many tries
    public NewSignIn signIn(String email, String password, String address) {
        mode.requireLocal();
        String key = address + ' ' + email.strip().toLowerCase(Locale.ROOT);
        limiter.tryAcquire(key).ifPresent(wait -> {
            throw new DioramaException(
                    ErrorCode.RATE_LIMITED,
                    "Too many tries to sign in. Wait %d seconds and try again.".formatted(wait.toSeconds()));
        });
        Account account = verify(email, password);
        limiter.forget(key);
        return sessions.open(account);
    }

    /// Ends the session at once, in every page that shows it.
    public void signOut(String cookieSecret) {
        sessions.end(cookieSecret);
    }

    private Account verify(String email, String password) {
        Optional<Credentials> found = accounts.findCredentials(email);
        Instant now = clock.instant();
        boolean locked =
                found.flatMap(Credentials::lockedUntil).filter(now::isBefore).isPresent();
        // Longer ones are never set, and are not worth the work of hashing them.
        boolean tooLong = password.length() > PasswordPolicy.MOST_BYTES;
        boolean right = hasher.verify(tooLong ? "" : password, found.flatMap(Credentials::passwordHash));
        if (!right || locked || tooLong) {
            if (!locked) {
                found.ifPresent(credentials -> recordFailure(email, now));
            }
            throw new DioramaException(
                    ErrorCode.NOT_SIGNED_IN,
                    "The e-mail address or the password is wrong. After %d wrong tries in a row even the right password has to wait up to %d minutes."
                            .formatted(FREE_FAILURES, LONGEST_LOCK.toMinutes()));
        }
        Credentials credentials = found.orElseThrow();
        Account account = credentials.account();
        if (credentials.failedLogins() > 0) {
            accounts.recordLogin(account.id(), 0, null);
        }
        credentials
                .passwordHash()
                .filter(hasher::isOutdated)
                .ifPresent(old -> accounts.changePassword(account.id(), hasher.hash(password)));
        return account;
    }

    /// Counts what is in the database now, not what was there before the password was hashed.
    private void recordFailure(String email, Instant now) {
        database.run(session -> accounts.findCredentials(email).ifPresent(credentials -> {
            int failures = credentials.failedLogins() + 1;
            Instant until = failures < FREE_FAILURES ? null : now.plus(lock(failures));
            accounts.recordLogin(credentials.account().id(), failures, until);
        }));
    }

    /// Twice as long after each further failure.
    static Duration lock(int failures) {
        int doublings = Math.min(failures - FREE_FAILURES, 10);
        Duration lock = FIRST_LOCK.multipliedBy(1L << doublings);
        return lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK;
    }
}
