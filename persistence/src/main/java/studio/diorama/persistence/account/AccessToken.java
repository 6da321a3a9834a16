package studio.diorama.persistence.account;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A secret by which a program acts for its owner; only its hash is kept.
///
/// @param id names it in lists
/// @param accountId its owner; it may never do more than they may
/// @param projectId the one project it opens, or empty for all of its owner's
/// @param name what its owner called it
/// @param scopes what it may do at all
/// @param createdAt when it was made
/// @param expiresAt when it ends
/// @param lastUsedAt when it was last used, to the minute
public record AccessToken(
        UUID id,
        UUID accountId,
        Optional<UUID> projectId,
        String name,
        Set<TokenScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt) {

    public AccessToken {
        requireNonNull(id, "id is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(projectId, "projectId is null");
        requireNonNull(name, "name is null");
        scopes = Set.copyOf(scopes);
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(expiresAt, "expiresAt is null");
        requireNonNull(lastUsedAt, "lastUsedAt is null");
    }
}
