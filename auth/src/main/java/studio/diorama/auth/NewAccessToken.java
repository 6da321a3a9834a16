package studio.diorama.auth;

import static java.util.Objects.requireNonNull;

import studio.diorama.persistence.account.AccessToken;

/// An access token that has just been made.
///
/// @param token what it may do, and until when
/// @param secret what a program shows, `dio_…`; shown this once, only its hash is kept
public record NewAccessToken(AccessToken token, String secret) {

    public NewAccessToken {
        requireNonNull(token, "token is null");
        requireNonNull(secret, "secret is null");
    }

    /// Keeps the secret out of logs.
    @Override
    public String toString() {
        return "Access token " + token.id();
    }
}
