package studio.diorama.auth;

import jakarta.enterprise.context.ApplicationScoped;
import studio.diorama.auth.internal.BrowserSessions;
import studio.diorama.auth.internal.PasswordHasher;
import studio.diorama.auth.internal.PasswordPolicy;
import studio.diorama.auth.internal.PersonalData;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.account.ColorScheme;
import studio.diorama.persistence.account.Credentials;
import studio.diorama.persistence.account.TokenScope;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Database;

/// What people change about themselves.
@ApplicationScoped
public class Accounts {

    private final SignInMode mode;
    private final Database database;
    private final AccountRepository accounts;
    private final BrowserSessions sessions;
    private final PasswordHasher hasher;
    private final int nameLength;

    public Accounts(
            SignInMode mode,
            Database database,
            AccountRepository accounts,
            BrowserSessions sessions,
            PasswordHasher hasher,
            DioramaConfig config) {
        this.mode = mode;
        this.database = database;
        this.accounts = accounts;
        this.sessions = sessions;
        this.hasher = hasher;
        this.nameLength = config.limits().nameLength();
    }

    /// @return the account with its new name
    public Account rename(Actor actor, String name) {
        ProjectAccess.checkScope(actor, TokenScope.WRITE);
        String shown = PersonalData.name("Name", name, nameLength);
        return database.transaction(session -> {
            accounts.rename(actor.id(), shown);
            return accounts.find(actor.id()).orElseThrow();
        });
    }

    public void chooseColorScheme(Actor actor, ColorScheme scheme) {
        ProjectAccess.checkScope(actor, TokenScope.WRITE);
        accounts.chooseColorScheme(actor.id(), scheme);
    }

    /// Changes the password of somebody in a browser, ends all of their sessions and opens a new one for it.
    ///
    /// @throws DioramaException `FORBIDDEN` if the old password is wrong or a token asks, `INVALID_INPUT` if the
    ///     new one is not taken
    public NewSignIn changePassword(Actor actor, String oldPassword, String newPassword) {
        mode.requireLocal();
        if (actor.token().isPresent()) {
            throw new DioramaException(ErrorCode.FORBIDDEN, "A password is changed in the browser, not with a token.");
        }
        String stored = accounts.findCredentials(actor.account().email())
                .flatMap(Credentials::passwordHash)
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.FORBIDDEN, "Your password is kept by the identity provider. Change it there."));
        if (!hasher.verify(oldPassword, java.util.Optional.of(stored))) {
            throw new DioramaException(ErrorCode.FORBIDDEN, "The old password is wrong.");
        }
        PasswordPolicy.check(newPassword, actor.account().email());
        String hash = hasher.hash(newPassword);
        return database.transaction(session -> {
            accounts.changePassword(actor.id(), hash);
            sessions.endAllOf(actor.id());
            return sessions.open(actor.account());
        });
    }

    /// Signs somebody out of every browser.
    public void signOutEverywhere(Actor actor) {
        ProjectAccess.checkScope(actor, TokenScope.ADMIN);
        sessions.endAllOf(actor.id());
    }
}
