package studio.diorama.auth;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import studio.diorama.auth.internal.BrowserSessions;
import studio.diorama.auth.internal.Secrets;
import studio.diorama.persistence.account.AccessToken;
import studio.diorama.persistence.account.AccessTokenRepository;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.database.Database;

/// Finds who stands behind a cookie or a token. Two rows are read by their keys in one transaction, so an open page
/// may ask every few seconds.
@ApplicationScoped
public class ActorSource {

    private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);

    private final Database database;
    private final AccountRepository accounts;
    private final AccessTokenRepository tokens;
    private final BrowserSessions sessions;
    private final InstantSource clock;

    public ActorSource(
            Database database,
            AccountRepository accounts,
            AccessTokenRepository tokens,
            BrowserSessions sessions,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    /// Who a browser is, by the secret in its cookie; counts as use of the session, so call it when a person does
    /// something.
    public Optional<Actor> fromSession(String cookieSecret) {
        return database.transaction(session -> sessions.find(cookieSecret)
                .flatMap(signIn -> {
                    sessions.touch(signIn);
                    return accounts.find(signIn.accountId());
                })
                .map(Actor::person));
    }

    /// The same without counting as use: for pages that ask whether they may stay open. Empty once the session was
    /// ended anywhere.
    public Optional<Actor> reload(String cookieSecret) {
        return database.transaction(session -> sessions.find(cookieSecret)
                .flatMap(signIn -> accounts.find(signIn.accountId()))
                .map(Actor::person));
    }

    /// Who a program acts for, by its access token.
    public Optional<Actor> fromToken(String token) {
        if (!Secrets.isWellFormedToken(token)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return database.transaction(session -> tokens.findByHash(Secrets.hash(token), now)
                .flatMap(found -> {
                    touch(found, now);
                    return accounts.find(found.accountId()).map(account -> new Actor(account, Optional.of(found)));
                }));
    }

    private void touch(AccessToken token, Instant now) {
        boolean recent = token.lastUsedAt()
                .filter(used -> used.plus(TOUCH_INTERVAL).isAfter(now))
                .isPresent();
        if (!recent) {
            tokens.touch(token.id(), now);
        }
    }
}
