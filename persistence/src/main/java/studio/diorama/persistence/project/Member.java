package studio.diorama.persistence.project;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// Somebody's part in a project.
public record Member(UUID projectId, UUID accountId, Role role) {

    public Member {
        requireNonNull(projectId, "projectId is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(role, "role is null");
    }
}
