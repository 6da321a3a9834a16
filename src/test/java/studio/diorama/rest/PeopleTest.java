package studio.diorama.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.project.Role;

@QuarkusTest
@TestProfile(StudioProfile.class)
class PeopleTest {

    @Inject
    World world;

    @TestHTTPResource("/")
    URI base;

    private Account ann;
    private Project project;
    private Client client;
    private String members;

    @BeforeEach
    void openProject() {
        ann = world.person("ann");
        project = world.project(ann);
        client = Client.withToken(base, world.token(ann));
        members = "/api/v1/projects/" + project.id() + "/members/";
    }

    @Test
    void invitationIsGoodOnceAndForOneAddress() {
        Account bea = world.person("bea");
        Client.Answer made = client.post(
                "/api/v1/projects/" + project.id() + "/invitations",
                "{\"email\": \"%s\", \"role\": \"REVIEWER\"}".formatted(bea.email()),
                "Idempotency-Key",
                "i");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String link = made.json().get("link").asText();
        String accept = "{\"secret\": \"%s\"}".formatted(link.substring(link.indexOf("key=") + 4));
        Client.Answer repeated = client.post(
                "/api/v1/projects/" + project.id() + "/invitations",
                "{\"email\": \"%s\", \"role\": \"REVIEWER\"}".formatted(bea.email()),
                "Idempotency-Key",
                "i");
        assertThat(repeated.json().get("id")).isEqualTo(made.json().get("id"));
        assertThat(repeated.json().has("link")).as("the secret is not kept").isFalse();

        Client stranger = Client.withCookie(base, world.cookie(world.person("eve")));
        assertThat(stranger.post("/api/v1/invitations/accept", accept).code()).isEqualTo("FORBIDDEN");
        Client browser = Client.withCookie(base, world.cookie(bea));
        Client.Answer joined = browser.post("/api/v1/invitations/accept", accept);
        assertThat(joined.json().get("role").asText()).as(joined.text()).isEqualTo("REVIEWER");
        assertThat(browser.post("/api/v1/invitations/accept", accept).code()).isEqualTo("GONE");
        assertThat(client.get(members).status()).as("no slash at the end").isIn(200, 404);
    }

    @Test
    void lastOwnerStays() {
        assertThat(client.patch(members + ann.id(), "{\"role\": \"VIEWER\"}").code())
                .isEqualTo("CONFLICT");
        assertThat(client.delete(members + ann.id()).code()).isEqualTo("CONFLICT");
    }

    @Test
    void ofTwoOwnersWhoLeaveAtOnceOneStays() throws Exception {
        Account bea = world.person("bea");
        world.join(project, bea, Role.OWNER);
        Client hers = Client.withCookie(base, world.cookie(bea));
        Client mine = Client.withCookie(base, world.cookie(ann));
        Callable<Integer> annLeaves = () -> mine.delete(members + ann.id()).status();
        Callable<Integer> beaLeaves = () -> hers.delete(members + bea.id()).status();
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = executor.invokeAll(List.of(annLeaves, beaLeaves));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(204, 409);
        }
    }

    @Test
    void idsInABodyAreRefused() {
        String path = "/api/v1/projects/" + project.id();
        for (String field : List.of("id", "projectId", "role", "version")) {
            assertThat(client.patch(path, "{\"%s\": \"OWNER\"}".formatted(field), "If-Match", "*")
                            .code())
                    .isEqualTo("MALFORMED_REQUEST");
        }
    }

    @Test
    void personChangesTheirNameAndColours() {
        Client.Answer changed = client.patch("/api/v1/me", "{\"name\": \"Ann B\", \"colorScheme\": \"DARK\"}");
        assertThat(changed.json().get("name").asText()).isEqualTo("Ann B");
        assertThat(client.get("/api/v1/me").json().get("colorScheme").asText()).isEqualTo("DARK");
        assertThat(client.patch("/api/v1/me", "{\"operator\": true}").code()).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void tokenIsShownOnceAndEndsAtOnce() {
        Client browser = Client.withCookie(base, world.cookie(ann));
        Client.Answer made = browser.post("/api/v1/tokens", "{\"name\": \"ci\", \"scopes\": [\"READ\"], \"days\": 1}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        Client program = Client.withToken(base, made.json().get("secret").asText());
        assertThat(program.get("/api/v1/me").json().at("/token/name").asText()).isEqualTo("ci");
        assertThat(program.post("/api/v1/projects", "{\"name\": \"a\"}").code()).isEqualTo("FORBIDDEN");
        assertThat(browser.get("/api/v1/tokens").text()).doesNotContain("dio_").contains("ci");
        assertThat(browser.delete(made.header("Location")).status()).isEqualTo(204);
        assertThat(program.get("/api/v1/me").code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(browser.post("/api/v1/tokens", "{\"name\": \"ci\", \"scopes\": [\"READ\"], \"days\": 366}")
                        .code())
                .isEqualTo("INVALID_INPUT");
    }
}
