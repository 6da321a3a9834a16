package studio.diorama.persistence.project;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/// A team's room: photographs, jobs and results belong to exactly one.
///
/// @param id never changes
/// @param name at most 200 characters
/// @param description at most 2,000 characters, may be empty
/// @param version rises with every change; an edit names the one it was made from
/// @param createdAt when it was made
public record Project(UUID id, String name, String description, long version, Instant createdAt) {

    public Project {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(description, "description is null");
        requireNonNull(createdAt, "createdAt is null");
    }
}
