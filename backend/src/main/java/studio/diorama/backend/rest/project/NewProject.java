package studio.diorama.backend.rest.project;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A project to be made.
@Schema(name = "NewProject")
public record NewProject(
        @Schema(description = "One line, at most 200 characters", required = true)
        String name,

        @Schema(description = "At most 2,000 characters, may be left out")
        String description) {}
