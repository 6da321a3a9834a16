package studio.diorama.persistence.account;

import java.time.Instant;
import java.util.UUID;

/// A browser that is signed in.
///
/// @param secretHash SHA-256 of the secret in its cookie, in hexadecimal
/// @param accountId who it is
/// @param createdAt when the password was given
/// @param lastSeenAt when the browser last asked for something, to the minute
/// @param expiresAt when it is over unless the browser comes back before
public record SignIn(String secretHash, UUID accountId, Instant createdAt, Instant lastSeenAt, Instant expiresAt) {}
