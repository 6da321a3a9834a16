package studio.diorama.persistence.account;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/// What a local sign-in is checked against.
///
/// @param account whose they are
/// @param passwordHash the Argon2 hash; empty for people who come through an identity provider
/// @param failedLogins wrong passwords in a row
/// @param lockedUntil no password is tried before then
public record Credentials(
        Account account, Optional<String> passwordHash, int failedLogins, Optional<Instant> lockedUntil) {

    public Credentials {
        requireNonNull(account, "account is null");
        requireNonNull(passwordHash, "passwordHash is null");
        requireNonNull(lockedUntil, "lockedUntil is null");
    }

    /// Keeps the hash out of logs.
    @Override
    public String toString() {
        return "Credentials of " + account.id();
    }
}
