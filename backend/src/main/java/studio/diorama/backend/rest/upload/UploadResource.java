package studio.diorama.backend.rest.upload;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;
import studio.diorama.backend.asset.Checksum;
import studio.diorama.backend.asset.UploadService;
import studio.diorama.backend.rest.internal.Open;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.asset.Upload;
import studio.diorama.persistence.config.DioramaConfig;

/// Uploads under way: asked how far they are, gone on with, thrown away.
@Path("/api/v1/uploads/{upload}")
@Authenticated
@Tag(name = "uploads")
public class UploadResource {

    static final String PATH = "/api/v1/uploads/";

    private final UploadService uploads;
    private final UploadGate gate;
    private final CurrentActor current;
    private final DioramaConfig config;

    UploadResource(UploadService uploads, UploadGate gate, CurrentActor current, DioramaConfig config) {
        this.uploads = uploads;
        this.gate = gate;
        this.current = current;
        this.config = config;
    }

    @OPTIONS
    @Open
    @PermitAll
    @Operation(operationId = "describeUpload", summary = "What of tus 1.0.0 is spoken here")
    @APIResponse(
            responseCode = "204",
            description = "In the headers Tus-Version, Tus-Extension, Tus-Max-Size, Tus-Checksum-Algorithm")
    public Response describe(@PathParam("upload") UUID upload) {
        return Tus.described(config.limits().uploadBytes());
    }

    @HEAD
    @Operation(operationId = "getUploadOffset", summary = "How many bytes are safe on disk")
    @APIResponse(responseCode = "200", description = "In the headers Upload-Offset, Upload-Length, Upload-Expires")
    public Response offset(@PathParam("upload") UUID id, @HeaderParam(Tus.RESUMABLE) String resumable)
            throws IOException {
        Tus.requireVersion(resumable);
        Upload upload = uploads.resume(current.require(), id);
        return describe(Response.ok(), upload)
                .header(Tus.LENGTH, upload.length())
                .build();
    }

    @PATCH
    @Consumes(Tus.CHUNK)
    @Operation(operationId = "appendToUpload", summary = "Append a chunk of at most 8 MiB")
    @APIResponse(
            responseCode = "204",
            description = "On disk, up to Upload-Offset; Diorama-Asset names the asset once the file is whole")
    @APIResponse(responseCode = "460", description = "The chunk's checksum is another one; nothing was kept")
    @RequestBody(
            content = @Content(mediaType = Tus.CHUNK, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response append(
            @PathParam("upload") UUID id,
            @HeaderParam(Tus.RESUMABLE) String resumable,
            @Parameter(description = "Where the chunk begins") @HeaderParam(Tus.OFFSET) String offset,
            @Parameter(description = "sha256, sha1 or md5 and the chunk's hash in base64") @HeaderParam(Tus.CHECKSUM)
                    String checksum,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) String contentLength,
            InputStream chunk)
            throws IOException {
        Actor actor = current.require();
        Tus.requireVersion(resumable);
        long start = Tus.number(Tus.OFFSET, offset);
        refuseTooLong(contentLength);
        Optional<Checksum> expected = Optional.ofNullable(checksum).map(Checksum::parse);
        try (UploadGate.Pass pass = gate.enter(actor)) {
            Upload upload = uploads.append(actor, id, start, pass.watched(chunk), expected);
            return describe(Response.noContent(), upload).build();
        }
    }

    /// What says beforehand that it is too long need not be sent.
    private void refuseTooLong(String contentLength) {
        if (contentLength != null
                && Tus.number(HttpHeaders.CONTENT_LENGTH, contentLength)
                        > config.limits().chunkBytes()) {
            throw new DioramaException(
                    ErrorCode.TOO_LARGE,
                    "The chunk is too large: at most %,d bytes are accepted at a time (diorama.limits.chunk-bytes)."
                            .formatted(config.limits().chunkBytes()));
        }
    }

    @DELETE
    @Operation(operationId = "deleteUpload", summary = "Throw an unfinished upload away (tus termination)")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(@PathParam("upload") UUID id, @HeaderParam(Tus.RESUMABLE) String resumable) throws IOException {
        Tus.requireVersion(resumable);
        uploads.delete(current.require(), id);
    }

    private static Response.ResponseBuilder describe(Response.ResponseBuilder answer, Upload upload) {
        upload.assetId().ifPresent(asset -> answer.header(Tus.ASSET, asset));
        return answer.header(Tus.OFFSET, upload.received())
                .header(Tus.EXPIRES, Tus.date(upload.expiresAt()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
