package studio.diorama.backend.rest.job;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.rest.asset.Thumbnail;

/// What a job has made so far, as a small picture.
@Path("/api/v1/jobs/{job}/preview")
@Authenticated
@Tag(name = "jobs")
public class JobPreviewResource {

    private final JobService jobs;
    private final CurrentActor current;

    JobPreviewResource(JobService jobs, CurrentActor current) {
        this.jobs = jobs;
        this.current = current;
    }

    @GET
    @Operation(operationId = "getJobPreview", summary = "A small picture of what a job has made so far")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response preview(
            @PathParam("job") UUID id,
            @Parameter(description = "Anything; another value makes a browser look again") @QueryParam("v")
                    String version,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        Actor actor = current.require();
        String sha256 = jobs.get(actor, id).progress().preview().orElse("");
        return Thumbnail.answer(sha256, jobs.preview(actor, id), ifNoneMatch);
    }
}
