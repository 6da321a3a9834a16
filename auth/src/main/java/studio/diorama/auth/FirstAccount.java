package studio.diorama.auth;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import studio.diorama.auth.internal.BrowserSessions;
import studio.diorama.auth.internal.PasswordHasher;
import studio.diorama.auth.internal.PasswordPolicy;
import studio.diorama.auth.internal.PersonalData;
import studio.diorama.auth.internal.Secrets;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Database;

/// The account of whoever installed Diorama. While there is none, each start makes a secret and prints it on the
/// console as a link; who opens the link makes the account. So there never is a default password.
@ApplicationScoped
public class FirstAccount {

    private final SignInMode mode;
    private final Database database;
    private final AccountRepository accounts;
    private final BrowserSessions sessions;
    private final PasswordHasher hasher;
    private final InstantSource clock;
    private final int nameLength;
    private final String key = Secrets.random();
    private volatile boolean made;

    public FirstAccount(
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
        this.clock = clock;
        this.nameLength = config.limits().nameLength();
    }

    /// Whether somebody still has to open the link.
    public boolean isMissing() {
        if (!made) {
            made = !mode.local() || !accounts.isEmpty();
        }
        return !made;
    }

    /// The link to print, for a server that is reached at `base`; empty once the account is made.
    public Optional<URI> link(URI base) {
        return isMissing() ? Optional.of(base.resolve("/setup?key=" + key)) : Optional.empty();
    }

    /// @throws DioramaException `FORBIDDEN` for a wrong key, `GONE` once the account is made
    public void checkKey(String candidate) {
        if (!isMissing()) {
            throw gone();
        }
        if (!Secrets.same(key, candidate)) {
            throw new DioramaException(
                    ErrorCode.FORBIDDEN,
                    "This is not the link that the console shows. It changes at each start: copy the newest one.");
        }
    }

    /// Makes the account, which runs this installation, and signs its owner in.
    ///
    /// @throws DioramaException as [#checkKey(String)], or `INVALID_INPUT` that names the field
    public NewSignIn create(String candidate, String email, String name, String password) {
        checkKey(candidate);
        String address = PersonalData.email(email);
        String shown = PersonalData.name("Name", name, nameLength);
        PasswordPolicy.check(password, address);
        String hash = hasher.hash(password);
        Account account = database.transaction(session -> {
            // Holds whoever opened the same link at the same moment until this one is done.
            session.createNativeQuery("select epoch from installation where id = 1 for update", Long.class)
                    .getSingleResult();
            if (!accounts.isEmpty()) {
                throw gone();
            }
            return accounts.create(address, shown, hash, null, true, clock.instant());
        });
        made = true;
        return sessions.open(account);
    }

    private static DioramaException gone() {
        return new DioramaException(
                ErrorCode.GONE, "This installation has its first account already. Sign in, or ask for an invitation.");
    }
}
