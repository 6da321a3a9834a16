package studio.diorama.backend.rest.asset;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.CurrentActor;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.rest.internal.PageView;
import studio.diorama.backend.rest.internal.Query;
import studio.diorama.persistence.asset.AssetKind;

/// A project's photographs and results.
@Path("/api/v1/projects/{project}/assets")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assets")
public class ProjectAssetResource {

    private final AssetService assets;
    private final CurrentActor current;

    ProjectAssetResource(AssetService assets, CurrentActor current) {
        this.assets = assets;
        this.current = current;
    }

    @GET
    @Operation(
            operationId = "listAssets",
            summary = "A project's assets, newest first; viewers see what has been released")
    public PageView<AssetView> list(
            @PathParam("project") UUID project,
            @Parameter(description = "Only these kinds, separated by commas; or RESULT for all that jobs make")
                    @QueryParam("kind")
                    String kind,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return PageView.of(
                assets.page(current.require(), project, kinds(kind), Query.before(cursor), Query.limit(limit)),
                AssetView::of);
    }

    private static Set<AssetKind> kinds(String kind) {
        if (kind == null) {
            return EnumSet.allOf(AssetKind.class);
        }
        return kind.equalsIgnoreCase("result") ? AssetService.RESULTS : Query.names("kind", kind, AssetKind.class);
    }
}
