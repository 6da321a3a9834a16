package studio.diorama.auth.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.auth.NewSignIn;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.SignIn;
import studio.diorama.persistence.account.SignInRepository;
import studio.diorama.persistence.config.DioramaConfig;

/// Opens, finds and ends what a browser's cookie stands for.
///
/// A session ends in three ways: it is deleted; nobody used it for `diorama.session.idle`; or its end has come, which
/// use does not move (`diorama.session.longest`, or as long as the identity provider vouches for somebody).
@ApplicationScoped
public class BrowserSessions {

    private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);

    private final SignInRepository signIns;
    private final InstantSource clock;
    private final Duration idle;
    private final Duration longest;

    public BrowserSessions(SignInRepository signIns, InstantSource clock, DioramaConfig config) {
        this.signIns = signIns;
        this.clock = clock;
        this.idle = config.session().idle();
        this.longest = config.session().longest();
    }

    /// Always a new secret, so that one planted in the browser beforehand is worth nothing.
    public NewSignIn open(Account account) {
        return open(account, clock.instant().plus(longest));
    }

    /// The same, with an end of its own.
    public NewSignIn open(Account account, Instant end) {
        Instant now = clock.instant();
        String secret = Secrets.random();
        signIns.create(new SignIn(Secrets.hash(secret), account.id(), now, now, end));
        return new NewSignIn(account, secret);
    }

    /// @return what the secret stands for, if that has not ended
    public Optional<SignIn> find(String secret) {
        if (!Secrets.isWellFormed(secret)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return signIns.find(Secrets.hash(secret), now)
                .filter(signIn -> signIn.lastSeenAt().plus(idle).isAfter(now));
    }

    /// Notes that the browser is in use; written at most once a minute.
    public void touch(SignIn signIn) {
        Instant now = clock.instant();
        if (!signIn.lastSeenAt().plus(TOUCH_INTERVAL).isAfter(now)) {
            signIns.touch(signIn.secretHash(), now, signIn.expiresAt());
        }
    }

    /// Moves the end of a session that the identity provider has vouched for again.
    public void renew(SignIn signIn, Instant end) {
        signIns.touch(signIn.secretHash(), clock.instant(), end);
    }

    public void end(String secret) {
        signIns.delete(Secrets.hash(secret));
    }

    /// Signs somebody out of every browser.
    public void endAllOf(UUID accountId) {
        signIns.deleteAllOf(accountId);
    }
}
