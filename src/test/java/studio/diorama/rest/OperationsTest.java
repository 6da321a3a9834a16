package studio.diorama.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.project.Project;

@QuarkusTest
@TestProfile(StudioProfile.class)
class OperationsTest {

    @Inject
    World world;

    @TestHTTPResource("/")
    URI base;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void readyMeansDatabaseAndDisk() {
        Client.Answer ready = Client.nobody(management).get("/q/health/ready");
        assertThat(ready.status()).as(ready.text()).isEqualTo(200);
        assertThat(ready.json().get("checks").findValuesAsText("name")).contains("database", "disk");
        assertThat(Client.nobody(management).get("/q/health/live").status()).isEqualTo(200);
    }

    @Test
    void metricsTellTheQueueToTheManagementPortAlone() {
        Account ann = world.person("ann");
        Project project = world.project(ann);
        world.queued(project, ann, world.photo(project, ann));
        String metrics = Client.nobody(management).get("/q/metrics").text();
        assertThat(metrics).contains("diorama_jobs{", "state=\"QUEUED\"", "diorama_workers", "diorama_event_streams");
        assertThat(Client.nobody(base).get("/q/metrics").text()).doesNotContain("diorama_jobs");
        assertThat(Client.nobody(base).get("/q/health").text()).doesNotContain("checks");
    }

    @Test
    void auditComesInPages() {
        Client operator = Client.withToken(base, world.token(world.person("op", true)));
        for (int i = 0; i < 3; i++) {
            operator.post("/api/v1/projects", "{\"name\": \"audited\"}");
        }
        JsonNode first = operator.get("/api/v1/audit?limit=2").json();
        assertThat(first.get("items")).hasSize(2);
        assertThat(first.at("/items/0/action").asText()).isEqualTo("project.create");
        JsonNode second = operator.get(
                        "/api/v1/audit?limit=2&cursor=" + first.get("next").asText())
                .json();
        assertThat(second.at("/items/0/number").asLong())
                .isLessThan(first.at("/items/1/number").asLong());
    }
}
