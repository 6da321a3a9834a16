package studio.diorama.backend.rest.job;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.job.JobOutlook;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.rest.asset.AssetView;
import studio.diorama.backend.rest.internal.Json;
import studio.diorama.backend.rest.internal.Query;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobLogLine;
import studio.diorama.persistence.job.JobSpecCodec;

/// One job: looked at, stopped, tried again, deleted.
@Path("/api/v1/jobs/{job}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public class JobResource {

    static final String PATH = "/api/v1/jobs/";

    private final JobService jobs;
    private final JobOutlook outlook;
    private final AssetService assets;
    private final CurrentActor current;

    JobResource(JobService jobs, JobOutlook outlook, AssetService assets, CurrentActor current) {
        this.jobs = jobs;
        this.outlook = outlook;
        this.assets = assets;
        this.current = current;
    }

    /// A stretch of a job's log.
    @Schema(name = "Log")
    record LogView(
            @Schema(description = "Oldest first") List<LogLineView> items,

            @Schema(description = "“after” for the lines that follow")
            long last) {}

    /// @param number rises
    /// @param attempt in which attempt
    /// @param at when
    /// @param text one line, for people
    @Schema(name = "LogLine")
    record LogLineView(long number, int attempt, Instant at, String text) {}

    @GET
    @Operation(operationId = "getJob", summary = "One job with its spec, its outputs, and what is ahead of it")
    public JobDetail get(@PathParam("job") UUID id) {
        Actor actor = current.require();
        Job job = jobs.get(actor, id);
        return new JobDetail(
                JobView.of(job),
                Json.tree(JobSpecCodec.write(job.spec())),
                outlook.whyWaiting(job).orElse(null),
                outlook.remaining(job).map(JobDetail.RemainingView::of).orElse(null),
                assets.ofJob(actor, id).stream().map(AssetView::of).toList());
    }

    @POST
    @Path("cancel")
    @Operation(operationId = "cancelJob", summary = "Ask a job to stop; one that has ended stays as it is")
    public JobView cancel(@PathParam("job") UUID id) {
        return JobView.of(jobs.cancel(current.require(), id));
    }

    @POST
    @Path("retry")
    @Operation(operationId = "retryJob", summary = "Put a failed, cancelled or quarantined job back into the queue")
    public JobView retry(@PathParam("job") UUID id) {
        return JobView.of(jobs.retry(current.require(), id));
    }

    @GET
    @Path("log")
    @Operation(operationId = "getJobLog", summary = "What workers wrote about a job, oldest first")
    public LogView log(
            @PathParam("job") UUID id,
            @Parameter(description = "Only lines after this number") @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        long from = after == null ? 0 : Query.number("after", after, 0, Long.MAX_VALUE);
        List<JobLogLine> lines = jobs.log(current.require(), id, from, Query.limit(limit));
        return new LogView(
                lines.stream()
                        .map(line -> new LogLineView(line.number(), line.attempt(), line.at(), line.text()))
                        .toList(),
                lines.isEmpty() ? from : lines.getLast().number());
    }

    @DELETE
    @Operation(operationId = "deleteJob", summary = "Delete a job that has ended, with everything it made")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("job") UUID id) {
        jobs.delete(current.require(), id);
    }
}
