package studio.diorama.backend.rest.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.rest.internal.Idempotency;
import studio.diorama.backend.rest.internal.Json;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobSpecCodec;

/// A job once more, with one thing changed.
@Path("/api/v1/jobs/{job}/rerun")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public class RerunResource {

    private final JobService jobs;
    private final JobStarter starter;
    private final CurrentActor current;

    RerunResource(JobService jobs, JobStarter starter, CurrentActor current) {
        this.jobs = jobs;
        this.starter = starter;
        this.current = current;
    }

    /// What is to be different.
    @Schema(name = "Rerun")
    public record Rerun(
            @Schema(
                    type = SchemaType.OBJECT,
                    description = "Fields of the spec with their new values; null takes a field's value away")
            JsonNode changes,

            @Schema(description = "What the new job is called")
            String title) {}

    @GET
    @Operation(operationId = "getRerunForm", summary = "The body that would start this job once more")
    public NewJobBody form(@PathParam("job") UUID id) {
        return form(jobs.get(current.require(), id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "rerunJob", summary = "Start this job once more with changes")
    @APIResponse(
            responseCode = "201",
            description = "A new job",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response rerun(@PathParam("job") UUID id, @HeaderParam(Idempotency.KEY) String key, Rerun body) {
        Actor actor = current.require();
        Job job = jobs.get(actor, id);
        NewJobBody form = form(job);
        ObjectNode spec = (ObjectNode) form.spec();
        if (body.changes() != null) {
            body.changes().properties().forEach(change -> spec.set(change.getKey(), change.getValue()));
        }
        return starter.start(
                actor, job.projectId(), key, new NewJobBody(spec, body.title(), form.priority(), form.rerunOf()));
    }

    private static NewJobBody form(Job job) {
        return new NewJobBody(Json.tree(JobSpecCodec.write(job.spec())), null, job.priority(), job.id());
    }
}
