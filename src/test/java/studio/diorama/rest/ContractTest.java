package studio.diorama.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.job.JobSpecCodec;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.project.Role;

/// What is answered is what the OpenAPI document says, and no field more; what the schemas of specs accept is what is
/// read.
@QuarkusTest
@TestProfile(StudioProfile.class)
class ContractTest {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    @Inject
    World world;

    @TestHTTPResource("/")
    URI base;

    private JsonNode api;

    @BeforeEach
    void readDocument() {
        api = Client.nobody(base)
                .get("/api/v1/openapi", "Accept", "application/json")
                .json();
        for (JsonNode schema : api.at("/components/schemas")) {
            if (schema.has("properties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
    }

    @Test
    void everyOperationIsDescribed() {
        SoftAssertions all = new SoftAssertions();
        assertThat(api.get("openapi").asText()).startsWith("3.1");
        forEachOperation((path, operation) -> {
            String id = operation.path("operationId").asText();
            all.assertThat(operation.path("summary").asText())
                    .as("summary of " + id)
                    .isNotBlank();
            all.assertThat(operation.at("/responses/default").isMissingNode())
                    .as("refusals of " + id)
                    .isFalse();
            all.assertThat(operation.path("tags")).as("tag of " + id).hasSize(1);
            for (JsonNode parameter : operation.path("parameters")) {
                all.assertThat(parameter.path("description").asText())
                        .as("%s of %s", parameter.path("name").asText(), id)
                        .isNotBlank();
            }
            all.assertThat(path).startsWith("/api/v1/");
        });
        all.assertAll();
    }

    @Test
    void answersAreWhatTheDocumentSays() {
        Map<String, JsonNode> operations = new HashMap<>();
        forEachOperation(
                (path, operation) -> operations.put(operation.get("operationId").asText(), operation));
        Account owner = world.person("owner", true);
        Account host = world.person("host");
        Project project = world.project(host);
        world.join(project, owner, Role.OWNER);
        Client client = Client.withToken(base, world.token(owner));
        SoftAssertions all = new SoftAssertions();
        int compared = 0;
        for (RightsTable.Row row : RightsTable.ROWS) {
            if (Set.of("deleteProject", "listenToProject").contains(row.operation())) {
                continue;
            }
            RightsTable.Call call = row.call().apply(new RightsTable.Scene(world, project, host, owner));
            Client.Answer answer = client.send(call.method(), call.path(), call.body(), call.headers());
            JsonNode documented = operations.get(row.operation()).at("/responses/" + answer.status());
            if (answer.status() < 300) {
                all.assertThat(documented.isMissingNode())
                        .as("%d of %s is documented", answer.status(), row.operation())
                        .isFalse();
            }
            JsonNode schema = documented.at("/content/application~1json/schema");
            if (!schema.isMissingNode() && answer.bytes().length > 0) {
                all.assertThat(validator(schema).validate(answer.json()))
                        .as("%s: %s", row.operation(), answer.text())
                        .isEmpty();
                compared++;
            }
        }
        all.assertAll();
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    void specSchemasAcceptWhatIsReadAndRefuseWhatIsNot() {
        Client client = Client.withToken(base, world.token(world.person("ann")));
        JsonNode pipelines = client.get("/api/v1/pipelines").json().get("items");
        assertThat(pipelines.findValuesAsText("name")).contains("camera-noise", "camera-noise-fit");
        for (JsonNode pipeline : pipelines) {
            JsonNode schema = pipeline.get("schema");
            assertThat(schema.get("examples")).isNotEmpty();
            for (JsonNode example : schema.get("examples")) {
                assertThat(accepts(schema, example)).isTrue();
                assertThat(isRead(example)).isTrue();
                for (String field : Set.of("pipeline", "version", "camera", "surprise", "iso", "images", "pairs")) {
                    ObjectNode broken = example.deepCopy();
                    broken.putObject(field);
                    assertThat(accepts(schema, broken))
                            .as("%s in %s", field, schema.get("title"))
                            .isFalse();
                    assertThat(isRead(broken))
                            .as("%s in %s", field, schema.get("title"))
                            .isFalse();
                }
            }
        }
    }

    private static boolean accepts(JsonNode schema, JsonNode example) {
        return SCHEMAS.getSchema(schema).validate(example).isEmpty();
    }

    private static boolean isRead(JsonNode spec) {
        try {
            JobSpecCodec.read(spec.toString());
            return true;
        } catch (DioramaException e) {
            return false;
        }
    }

    private JsonSchema validator(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", api.get("components"));
        return SCHEMAS.getSchema(whole);
    }

    private interface OperationUse {
        void accept(String path, JsonNode operation);
    }

    private void forEachOperation(OperationUse use) {
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    if (operation.has("operationId")) {
                        use.accept(path.getKey(), operation);
                    }
                }));
    }
}
