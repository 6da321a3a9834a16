package studio.diorama.backend.rest.asset;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.CurrentActor;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.rest.internal.EntityTags;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.asset.Asset;

/// One photograph or result.
@Path("/api/v1/assets/{asset}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assets")
public class AssetResource {

    private final AssetService assets;
    private final CurrentActor current;

    AssetResource(AssetService assets, CurrentActor current) {
        this.assets = assets;
        this.current = current;
    }

    /// An asset's way back to the photograph.
    @Schema(name = "Lineage")
    record LineageView(
            @Schema(description = "The asset, what it was made from, and so on; ends early where you may not see")
            List<AssetView> items) {}

    @GET
    @Operation(operationId = "getAsset", summary = "One asset, without its bytes")
    @APIResponse(
            responseCode = "200",
            description = "The asset",
            content = @Content(schema = @Schema(implementation = AssetView.class)))
    public Response get(@PathParam("asset") UUID asset) {
        Asset found = assets.get(current.require(), asset);
        return Response.ok(AssetView.of(found))
                .header(HttpHeaders.ETAG, EntityTags.ofVersion(found.version()))
                .build();
    }

    @DELETE
    @Operation(operationId = "deleteAsset", summary = "Delete an asset that no job needs")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("asset") UUID asset) {
        assets.delete(current.require(), asset);
    }

    @GET
    @Path("lineage")
    @Operation(operationId = "getLineage", summary = "What an asset was made from, back to the photograph")
    public LineageView lineage(@PathParam("asset") UUID asset) {
        return new LineageView(assets.lineage(current.require(), asset).stream()
                .map(AssetView::of)
                .toList());
    }

    @GET
    @Path("manifest")
    @Operation(operationId = "getManifest", summary = "How an asset was made: spec, seed, inputs, code, device, times")
    @APIResponse(
            responseCode = "200",
            description = "The manifest",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Response manifest(@PathParam("asset") UUID asset) {
        String manifest = assets.get(current.require(), asset)
                .manifest()
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.NOT_FOUND, "This asset has no manifest: it was uploaded, not made."));
        return Response.ok(manifest, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
