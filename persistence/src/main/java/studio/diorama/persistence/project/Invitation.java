package studio.diorama.persistence.project;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A link that makes its receiver a member, once.
///
/// @param id names it in lists
/// @param projectId where it leads
/// @param email whom it is for, in lower case; nobody else can use it
/// @param role what they become
/// @param invitedBy who sent it
/// @param createdAt when it was sent
/// @param expiresAt when it ends unused
/// @param acceptedAt when it was used
public record Invitation(
        UUID id,
        UUID projectId,
        String email,
        Role role,
        UUID invitedBy,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> acceptedAt) {

    public Invitation {
        requireNonNull(id, "id is null");
        requireNonNull(projectId, "projectId is null");
        requireNonNull(email, "email is null");
        requireNonNull(role, "role is null");
        requireNonNull(invitedBy, "invitedBy is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(expiresAt, "expiresAt is null");
        requireNonNull(acceptedAt, "acceptedAt is null");
    }
}
