package studio.diorama.backend.rest.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.job.PipelineOffers;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.TokenScope;

/// What can be run here.
@Path("/api/v1/pipelines")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "pipelines")
public class PipelineResource {

    private final PipelineOffers offers;
    private final SpecSchemas schemas;
    private final CurrentActor current;

    PipelineResource(PipelineOffers offers, SpecSchemas schemas, CurrentActor current) {
        this.offers = offers;
        this.schemas = schemas;
        this.current = current;
    }

    /// A pipeline.
    @Schema(name = "Pipeline")
    record PipelineView(
            @Schema(description = "As specs name it") String name,

            @Schema(description = "Whether a worker is there that can run it now")
            boolean runnable,

            @Schema(
                    type = SchemaType.OBJECT,
                    description = "Cameras, presets and limits, as workers tell; absent before the first one came")
            JsonNode offer,

            @Schema(type = SchemaType.OBJECT, description = "JSON Schema (2020-12) of its spec")
            JsonNode schema) {}

    /// Every pipeline.
    @Schema(name = "Pipelines")
    record PipelinesView(List<PipelineView> items) {}

    @GET
    @Operation(operationId = "listPipelines", summary = "What can be run, with limits and the schema of each spec")
    public PipelinesView list() {
        requireReader();
        return new PipelinesView(all());
    }

    @GET
    @Path("{pipeline}")
    @Operation(operationId = "getPipeline", summary = "One pipeline")
    public PipelineView get(@PathParam("pipeline") String name) {
        requireReader();
        return all().stream()
                .filter(pipeline -> pipeline.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DioramaException(ErrorCode.NOT_FOUND, "There is no such pipeline."));
    }

    private void requireReader() {
        Actor actor = current.require();
        ProjectAccess.checkScope(actor, TokenScope.READ);
    }

    private List<PipelineView> all() {
        Map<String, PipelineOffers.Pipeline> offered =
                offers.all().stream().collect(Collectors.toMap(PipelineOffers.Pipeline::name, Function.identity()));
        return schemas.names().stream()
                .map(name -> view(name, offered.get(name)))
                .toList();
    }

    private PipelineView view(String name, PipelineOffers.Pipeline offered) {
        return new PipelineView(
                name,
                offered != null && offered.runnable(),
                offered == null ? null : offered.offer(),
                schemas.of(name));
    }
}
