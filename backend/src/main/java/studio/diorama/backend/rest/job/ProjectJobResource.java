package studio.diorama.backend.rest.job;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.rest.internal.Idempotency;
import studio.diorama.backend.rest.internal.PageView;
import studio.diorama.backend.rest.internal.Query;
import studio.diorama.persistence.job.JobFilter;
import studio.diorama.persistence.job.JobState;

/// A project's jobs: listed and started.
@Path("/api/v1/projects/{project}/jobs")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public class ProjectJobResource {

    private final JobService jobs;
    private final JobStarter starter;
    private final CurrentActor current;

    ProjectJobResource(JobService jobs, JobStarter starter, CurrentActor current) {
        this.jobs = jobs;
        this.starter = starter;
        this.current = current;
    }

    @GET
    @Operation(
            operationId = "listJobs",
            summary = "A project's jobs, newest first; viewers see those whose results are released")
    public PageView<JobView> list(
            @PathParam("project") UUID project,
            @Parameter(description = "Only these states, separated by commas") @QueryParam("state") String state,
            @Parameter(description = "Only this pipeline's") @QueryParam("pipeline") String pipeline,
            @Parameter(description = "true lists only your own") @QueryParam("mine") String mine,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        Actor actor = current.require();
        JobFilter filter = new JobFilter(
                Query.names("state", state, JobState.class),
                Optional.ofNullable(pipeline),
                Query.flag("mine", mine) ? Optional.of(actor.id()) : Optional.empty(),
                false);
        return PageView.of(jobs.page(actor, project, filter, Query.before(cursor), Query.limit(limit)), JobView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createJob", summary = "Start a job")
    @APIResponse(
            responseCode = "201",
            description = "Waiting in the queue",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response start(
            @PathParam("project") UUID project, @HeaderParam(Idempotency.KEY) String key, NewJobBody body) {
        Actor actor = current.require();
        return starter.start(actor, project, key, body);
    }
}
