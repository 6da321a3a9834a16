package studio.diorama.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.persistence.account.Account;

@QuarkusTest
@TestProfile(StudioProfile.class)
class ProjectJourneyTest {

    @Inject
    World world;

    @TestHTTPResource("/")
    URI base;

    private Account ann;
    private Client client;

    @BeforeEach
    void signIn() {
        ann = world.person("ann");
        client = Client.withToken(base, world.token(ann));
    }

    @Test
    void projectIsMadeReadChangedAndDeleted() {
        Client.Answer made = client.post("/api/v1/projects", """
                {"name": "Night street", "description": "Lamps"}""");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String path = made.header("Location");
        assertThat(path).isEqualTo("/api/v1/projects/" + made.json().get("id").asText());
        assertThat(made.json().get("role").asText()).isEqualTo("OWNER");

        Client.Answer read = client.get(path);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.header("ETag")).isEqualTo("\"v0\"");
        assertThat(read.header("Cache-Control")).isEqualTo("no-store");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");

        Client.Answer changed = client.patch(path, "{\"name\": \"Day street\"}", "If-Match", "\"v0\"");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().get("name").asText()).isEqualTo("Day street");
        assertThat(changed.json().get("description").asText()).isEqualTo("Lamps");
        assertThat(changed.header("ETag")).isEqualTo("\"v1\"");

        Client.Answer late = client.patch(path, "{\"name\": \"Mine\"}", "If-Match", "\"v0\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.code()).isEqualTo("PRECONDITION_FAILED");
        Client.Answer blind = client.patch(path, "{\"name\": \"Mine\"}");
        assertThat(blind.status()).isEqualTo(428);
        assertThat(blind.code()).isEqualTo("PRECONDITION_REQUIRED");

        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(client.get(path).code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void listComesInPages() {
        for (int i = 0; i < 5; i++) {
            world.project(ann);
        }
        JsonNode first = client.get("/api/v1/projects?limit=3").json();
        assertThat(first.get("items")).hasSize(3);
        JsonNode second = client.get(
                        "/api/v1/projects?limit=3&cursor=" + first.get("next").asText())
                .json();
        assertThat(second.get("items")).hasSize(2);
        assertThat(second.has("next")).isFalse();
        assertThat(second.get("items").findValuesAsText("id"))
                .doesNotContainAnyElementsOf(first.get("items").findValuesAsText("id"));
    }

    @Test
    void sameKeyDoesItOnce() {
        String body = "{\"name\": \"Once\"}";
        Client.Answer first = client.post("/api/v1/projects", body, "Idempotency-Key", "k-1");
        Client.Answer again = client.post("/api/v1/projects", "{ \"name\" : \"Once\" }", "Idempotency-Key", "k-1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(client.get("/api/v1/projects").json().get("items")).hasSize(1);

        Client.Answer other = client.post("/api/v1/projects", "{\"name\": \"Twice\"}", "Idempotency-Key", "k-1");
        assertThat(other.status()).isEqualTo(422);
        Client other2 = Client.withToken(base, world.token(world.person("ben")));
        assertThat(other2.post("/api/v1/projects", body, "Idempotency-Key", "k-1")
                        .json())
                .isNotEqualTo(first.json());
    }

    @Test
    void sameKeyAtTheSameMomentDoesItOnce() throws Exception {
        Callable<Client.Answer> request =
                () -> client.post("/api/v1/projects", "{\"name\": \"Once\"}", "Idempotency-Key", "k-3");
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            for (Future<Client.Answer> answer : executor.invokeAll(Collections.nCopies(8, request))) {
                assertThat(answer.get().status()).as(answer.get().text()).isIn(201, 409);
            }
        }
        assertThat(client.get("/api/v1/projects").json().get("items")).hasSize(1);
    }

    @Test
    void refusedRequestLetsItsKeyGo() {
        assertThat(client.post("/api/v1/projects", "{\"name\": \"\"}", "Idempotency-Key", "k-2")
                        .status())
                .isEqualTo(422);
        assertThat(client.post("/api/v1/projects", "{\"name\": \"Good\"}", "Idempotency-Key", "k-2")
                        .status())
                .isEqualTo(201);
    }
}
