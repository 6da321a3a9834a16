package studio.diorama.backend.rest.upload;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;
import studio.diorama.backend.asset.UploadService;
import studio.diorama.backend.rest.internal.Idempotency;
import studio.diorama.backend.rest.internal.Open;
import studio.diorama.persistence.asset.Upload;
import studio.diorama.persistence.config.DioramaConfig;

/// Where uploads begin.
@Path("/api/v1/projects/{project}/uploads")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "uploads")
public class NewUploadResource {

    private final UploadService uploads;
    private final CurrentActor current;
    private final Idempotency idempotency;
    private final DioramaConfig config;

    NewUploadResource(UploadService uploads, CurrentActor current, Idempotency idempotency, DioramaConfig config) {
        this.uploads = uploads;
        this.current = current;
        this.idempotency = idempotency;
        this.config = config;
    }

    /// What a request to create says, for telling repeated ones apart.
    record Announcement(String fileName, long length) {}

    /// An upload that has begun.
    ///
    /// @param id names it
    /// @param length bytes announced
    record UploadView(UUID id, long length) {}

    @OPTIONS
    @Open
    @PermitAll
    @Operation(operationId = "describeUploads", summary = "What of tus 1.0.0 is spoken here")
    @APIResponse(
            responseCode = "204",
            description = "In the headers Tus-Version, Tus-Extension, Tus-Max-Size, Tus-Checksum-Algorithm")
    public Response describe(@PathParam("project") UUID project) {
        return Tus.described(config.limits().uploadBytes());
    }

    @POST
    @Operation(operationId = "createUpload", summary = "Announce a file (tus creation)")
    @APIResponse(responseCode = "201", description = "Send the chunks to Location")
    public Response create(
            @PathParam("project") UUID project,
            @HeaderParam(Tus.RESUMABLE) String resumable,
            @Parameter(description = "The file's length in bytes") @HeaderParam(Tus.LENGTH) String length,
            @Parameter(description = "filename BASE64") @HeaderParam(Tus.METADATA) String metadata,
            @HeaderParam(Idempotency.KEY) String key) {
        Actor actor = current.require();
        Tus.requireVersion(resumable);
        Announcement announced = new Announcement(Tus.fileName(metadata), Tus.number(Tus.LENGTH, length));
        Response answer = idempotency.once(actor, key, "upload.create " + project, announced, () -> {
            Upload upload = uploads.create(actor, project, announced.fileName(), announced.length());
            return new Idempotency.Made(
                    UploadResource.PATH + upload.id(), new UploadView(upload.id(), upload.length()));
        });
        return Response.fromResponse(answer)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
