package studio.diorama.persistence.account;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/// Somebody who can sign in.
///
/// @param id never changes
/// @param email in lower case; unique in this installation
/// @param name how they are shown
/// @param operator whether they run this installation: workers, quotas, queues
/// @param colorScheme the look they chose
/// @param createdAt when they came
public record Account(
        UUID id, String email, String name, boolean operator, ColorScheme colorScheme, Instant createdAt) {

    public Account {
        requireNonNull(id, "id is null");
        requireNonNull(email, "email is null");
        requireNonNull(name, "name is null");
        requireNonNull(colorScheme, "colorScheme is null");
        requireNonNull(createdAt, "createdAt is null");
    }
}
