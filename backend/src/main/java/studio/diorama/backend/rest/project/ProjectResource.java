package studio.diorama.backend.rest.project;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.backend.rest.internal.EntityTags;
import studio.diorama.backend.rest.internal.Idempotency;
import studio.diorama.backend.rest.internal.PageView;
import studio.diorama.backend.rest.internal.Query;
import studio.diorama.persistence.database.Page;

/// Projects: a team's rooms.
@Path("/api/v1/projects")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "projects")
public class ProjectResource {

    static final String PATH = "/api/v1/projects/";

    private final ProjectService projects;
    private final CurrentActor current;
    private final Idempotency idempotency;

    ProjectResource(ProjectService projects, CurrentActor current, Idempotency idempotency) {
        this.projects = projects;
        this.current = current;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(operationId = "listProjects", summary = "The projects that you belong to, newest first")
    public PageView<ProjectView> list(
            @Parameter(description = "Entries on a page, 1 to 200") @QueryParam("limit") String limit,
            @Parameter(description = "“next” of the page before") @QueryParam("cursor") String cursor) {
        UUID before = Query.before(cursor);
        List<ProjectService.Membership> rest = projects.list(current.require()).stream()
                .filter(membership ->
                        before == null || membership.project().id().compareTo(before) < 0)
                .toList();
        return PageView.of(
                Page.of(
                        rest,
                        Query.limit(limit),
                        membership -> membership.project().id()),
                ProjectView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createProject", summary = "Make a project; you own it")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response create(
            @Parameter(description = "Repeating a request with the same key does it once") @HeaderParam(Idempotency.KEY)
                    String key,
            NewProject body) {
        Actor actor = current.require();
        return idempotency.once(actor, key, "project.create", body, () -> {
            ProjectView view = ProjectView.of(projects.create(actor, body.name(), body.description()));
            return new Idempotency.Made(PATH + view.id(), view);
        });
    }

    @GET
    @Path("{project}")
    @Operation(operationId = "getProject", summary = "One project")
    @APIResponse(
            responseCode = "200",
            description = "The project, with its version as ETag",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response get(@PathParam("project") UUID project) {
        return tagged(projects.get(current.require(), project));
    }

    @PATCH
    @Path("{project}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(operationId = "changeProject", summary = "Change name or description")
    @APIResponse(
            responseCode = "200",
            description = "The project as it is now",
            content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response change(
            @PathParam("project") UUID project,
            @Parameter(description = "The ETag of the version that the change was made from, or *")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            ProjectChange body) {
        Actor actor = current.require();
        ProjectService.Membership now = projects.get(actor, project);
        OptionalLong version = EntityTags.requireVersion(ifMatch);
        return tagged(projects.update(
                actor,
                project,
                version.orElse(now.project().version()),
                body.name() == null ? now.project().name() : body.name(),
                body.description() == null ? now.project().description() : body.description()));
    }

    @DELETE
    @Path("{project}")
    @Operation(operationId = "deleteProject", summary = "Delete the project with everything in it")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("project") UUID project) {
        projects.delete(current.require(), project);
    }

    private static Response tagged(ProjectService.Membership membership) {
        return Response.ok(ProjectView.of(membership))
                .header(
                        HttpHeaders.ETAG,
                        EntityTags.ofVersion(membership.project().version()))
                .build();
    }
}
