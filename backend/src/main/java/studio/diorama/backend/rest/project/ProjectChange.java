package studio.diorama.backend.rest.project;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is to be another in a project; what is left out stays.
@Schema(name = "ProjectChange")
public record ProjectChange(String name, String description) {}
