package studio.diorama.backend.rest.asset;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
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
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.rest.internal.Query;
import studio.diorama.persistence.asset.Asset;

/// The bytes of assets.
@Path("/api/v1/assets/{asset}")
@Authenticated
@Tag(name = "assets")
public class AssetContentResource {

    private final AssetService assets;
    private final CurrentActor current;

    AssetContentResource(AssetService assets, CurrentActor current) {
        this.assets = assets;
        this.current = current;
    }

    @GET
    @Path("content")
    @Operation(operationId = "getContent", summary = "An asset's bytes, or one range of them")
    @APIResponse(
            responseCode = "200",
            description = "All bytes",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The range")
    @APIResponse(responseCode = "304", description = "You have these bytes already (If-None-Match)")
    @APIResponse(responseCode = "416", description = "No byte is in the range")
    public Response content(
            @PathParam("asset") UUID id,
            @Parameter(description = "true shows a PNG or JPEG picture in the browser instead of saving it")
                    @QueryParam("inline")
                    String inline,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        Actor actor = current.require();
        Asset asset = assets.get(actor, id);
        return Download.of(asset, Query.flag("inline", inline))
                .answer(() -> assets.content(actor, id), range, ifRange, ifNoneMatch);
    }

    @HEAD
    @Path("content")
    @Operation(operationId = "headContent", summary = "An asset's length and hash")
    @APIResponse(responseCode = "200", description = "No body")
    public Response head(@PathParam("asset") UUID id, @QueryParam("inline") String inline) {
        Asset asset = assets.get(current.require(), id);
        return Download.of(asset, Query.flag("inline", inline)).head();
    }

    @GET
    @Path("thumbnail")
    @Operation(operationId = "getThumbnail", summary = "A small picture of an asset")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response thumbnail(@PathParam("asset") UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        Actor actor = current.require();
        Asset asset = assets.get(actor, id);
        return Thumbnail.answer(asset.thumbnail().orElse(""), assets.thumbnail(actor, id), ifNoneMatch);
    }
}
