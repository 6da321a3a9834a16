package studio.diorama.backend.rest.job;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.rest.asset.AssetView;
import studio.diorama.backend.rest.internal.Idempotency;
import studio.diorama.backend.rest.internal.PageView;
import studio.diorama.backend.rest.internal.Query;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobFilter;

/// Results that have been opened to a project's viewers.
@Path("/api/v1/projects/{project}/releases")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "releases")
public class ReleaseResource {

    private final JobService jobs;
    private final AssetService assets;
    private final CurrentActor current;
    private final Idempotency idempotency;

    ReleaseResource(JobService jobs, AssetService assets, CurrentActor current, Idempotency idempotency) {
        this.jobs = jobs;
        this.assets = assets;
        this.current = current;
        this.idempotency = idempotency;
    }

    /// A release.
    @Schema(name = "Release")
    record ReleaseView(
            @Schema(description = "The job whose results are open")
            UUID job,

            String title,
            Instant releasedAt,

            @Schema(description = "What can be downloaded; left out in lists")
            List<AssetView> outputs) {

        static ReleaseView of(Job job, List<AssetView> outputs) {
            return new ReleaseView(job.id(), job.title(), job.releasedAt().orElseThrow(), outputs);
        }
    }

    /// Results to be opened.
    @Schema(name = "NewRelease")
    public record NewRelease(
            @Schema(required = true, description = "A job that has succeeded")
            UUID job) {}

    @GET
    @Operation(operationId = "listReleases", summary = "Released jobs, newest first")
    public PageView<ReleaseView> list(
            @PathParam("project") UUID project,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        JobFilter released = new JobFilter(Set.of(), Optional.empty(), Optional.empty(), true);
        return PageView.of(
                jobs.page(current.require(), project, released, Query.before(cursor), Query.limit(limit)),
                job -> ReleaseView.of(job, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createRelease", summary = "Open a job's results to the project's viewers")
    @APIResponse(
            responseCode = "201",
            description = "Open",
            content = @Content(schema = @Schema(implementation = ReleaseView.class)))
    public Response create(
            @PathParam("project") UUID project, @HeaderParam(Idempotency.KEY) String key, NewRelease body) {
        Actor actor = current.require();
        if (body.job() == null) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, "Field “job”: the id of a job is needed, got none.");
        }
        requireOf(project, jobs.get(actor, body.job()));
        return idempotency.once(actor, key, "release.create " + project, body, () -> {
            Job job = jobs.release(actor, body.job(), true);
            return new Idempotency.Made(
                    "/api/v1/projects/%s/releases/%s".formatted(project, job.id()), ReleaseView.of(job, null));
        });
    }

    @GET
    @Path("{job}")
    @Operation(operationId = "getRelease", summary = "One release with what can be downloaded")
    public ReleaseView get(@PathParam("project") UUID project, @PathParam("job") UUID id) {
        Actor actor = current.require();
        Job job = requireOf(project, jobs.get(actor, id));
        if (job.releasedAt().isEmpty()) {
            throw absent();
        }
        return ReleaseView.of(
                job, assets.ofJob(actor, id).stream().map(AssetView::of).toList());
    }

    @DELETE
    @Path("{job}")
    @Operation(operationId = "deleteRelease", summary = "Close a job's results to viewers again")
    @APIResponse(responseCode = "204", description = "Closed")
    public void delete(@PathParam("project") UUID project, @PathParam("job") UUID id) {
        Actor actor = current.require();
        requireOf(project, jobs.get(actor, id));
        jobs.release(actor, id, false);
    }

    private static Job requireOf(UUID project, Job job) {
        if (!job.projectId().equals(project)) {
            throw absent();
        }
        return job;
    }

    private static DioramaException absent() {
        return new DioramaException(ErrorCode.NOT_FOUND, "There is no such release.");
    }
}
