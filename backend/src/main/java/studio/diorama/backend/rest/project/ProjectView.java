package studio.diorama.backend.rest.project;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.persistence.project.Role;

/// A project as its members see it.
@Schema(name = "Project")
record ProjectView(
        @Schema(description = "Never changes") UUID id,
        String name,
        String description,
        @Schema(description = "What you are in it") Role role,

        @Schema(description = "Rises with every change; also the ETag")
        long version,

        Instant createdAt) {

    static ProjectView of(ProjectService.Membership membership) {
        return new ProjectView(
                membership.project().id(),
                membership.project().name(),
                membership.project().description(),
                membership.role(),
                membership.project().version(),
                membership.project().createdAt());
    }
}
