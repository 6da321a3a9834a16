package studio.diorama.frontend;

import java.util.Optional;
import java.util.UUID;

/// A page that belongs to a project.
public interface InProject {

    /// Which one; empty only before the page knows.
    Optional<UUID> projectId();
}
