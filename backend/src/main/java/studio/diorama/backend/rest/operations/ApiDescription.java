package studio.diorama.backend.rest.operations;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/// What the OpenAPI document says of all operations alike: how one is recognised, how refusals look, what the headers
/// mean that many share.
public class ApiDescription implements OASFilter {

    private static final String TOKEN = "token";
    private static final String SESSION = "session";

    private static final Set<String> FOR_EVERYBODY = Set.of("describeUploads", "describeUpload");

    private static final Map<String, String> SHARED_PARAMETERS = Map.of(
            "limit", "Entries on a page, 1 to 200; 50 if it is left out",
            "cursor", "“next” of the page before",
            "Idempotency-Key", "For 24 hours the same request with the same key is done once and answered alike",
            "Tus-Resumable", "1.0.0",
            "inline", "As for GET",
            "Range", "One range of bytes",
            "If-Range", "The ETag of the bytes that the range belongs to",
            "If-None-Match", "The ETag of the bytes that you have");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("Diorama")
                .version("1")
                .description(
                        "Photographs in; noisy twins, datasets and camera profiles out. Lists come in pages; errors"
                                + " are problem details with a code (RFC 9457)."));
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.setComponents(components);
        components.addSecurityScheme(
                TOKEN,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An access token of yours, dio_…"));
        components.addSecurityScheme(
                SESSION,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("diorama_session")
                        .description("A browser that is signed in"));
        components.addSchema("Problem", problem());
        components.addResponse("Problem", refusal());
        api.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream())
                .forEach(ApiDescription::complete);
    }

    private static void complete(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse("default", OASFactory.createAPIResponse().ref("Problem"));
        if (!FOR_EVERYBODY.contains(operation.getOperationId())) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(TOKEN));
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(SESSION));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(ApiDescription::describe);
        }
    }

    private static void describe(Parameter parameter) {
        if (parameter.getDescription() == null) {
            String shared = SHARED_PARAMETERS.get(parameter.getName());
            parameter.setDescription(shared == null && parameter.getIn() == Parameter.In.PATH ? "Its id" : shared);
        }
    }

    private static APIResponse refusal() {
        MediaType media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
        return OASFactory.createAPIResponse()
                .description("Refused or failed; code says how")
                .content(OASFactory.createContent().addMediaType("application/problem+json", media));
    }

    private static Schema problem() {
        Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        schema.description("A refusal or failure (RFC 9457)");
        for (String field : Set.of("type", "title", "detail", "code", "instance")) {
            schema.addProperty(field, OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        }
        schema.addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER));
        return schema;
    }
}
