package studio.diorama.auth;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import studio.diorama.persistence.account.AccessToken;
import studio.diorama.persistence.account.Account;

/// Who is doing something: a person in a browser, or a program with one of their tokens.
///
/// @param account the person
/// @param token what a program showed; empty for a browser
public record Actor(Account account, Optional<AccessToken> token) {

    public Actor {
        requireNonNull(account, "account is null");
        requireNonNull(token, "token is null");
    }

    /// Somebody in a browser.
    public static Actor person(Account account) {
        return new Actor(account, Optional.empty());
    }

    public UUID id() {
        return account.id();
    }
}
