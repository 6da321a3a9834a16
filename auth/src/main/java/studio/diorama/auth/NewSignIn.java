package studio.diorama.auth;

import static java.util.Objects.requireNonNull;

import studio.diorama.persistence.account.Account;

/// A browser that has just been signed in.
///
/// @param account who it is
/// @param secret what its cookie holds; shown this once, only its hash is kept
public record NewSignIn(Account account, String secret) {

    public NewSignIn {
        requireNonNull(account, "account is null");
        requireNonNull(secret, "secret is null");
    }

    /// Keeps the secret out of logs.
    @Override
    public String toString() {
        return "Sign-in of " + account.id();
    }
}
