package studio.diorama.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.job.JobSpecCodec;
import studio.diorama.persistence.project.Project;

/// Bodies, names and parameters that are made to break something.
@QuarkusTest
@TestProfile(StudioProfile.class)
class HostileRequestsTest {

    @Inject
    World world;

    @TestHTTPResource("/")
    URI base;

    private Account ann;
    private Project project;
    private Client client;

    @BeforeEach
    void signIn() {
        ann = world.person("ann");
        project = world.project(ann);
        client = Client.withToken(base, world.token(ann));
    }

    private static void assertRefused(SoftAssertions all, String what, Client.Answer answer, int status) {
        all.assertThat(answer.status()).as(what + ": " + answer.text()).isEqualTo(status);
        all.assertThat(answer.header("Content-Type")).as(what).isEqualTo("application/problem+json");
        all.assertThat(answer.text())
                .as(what)
                .doesNotContain("java.", "jackson", "studio.diorama", "Exception", "\tat ", "null pointer");
        all.assertThat(answer.bytes().length).as(what).isLessThan(2000);
    }

    @Test
    void unreadableBodiesAreRefused() {
        String keys =
                IntStream.range(0, 70_000).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(","));
        SoftAssertions all = new SoftAssertions();
        for (String body : List.of(
                "",
                "null",
                "[]",
                "7",
                "{",
                "{\"name\": \"a\"} {}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": \"a\", \"role\": \"OWNER\"}",
                "{\"name\": \"a\", \"@class\": \"java.lang.Object\"}",
                "{\"name\": {\"a\": 1}}",
                "{\"name\": 7}",
                "{\"name\": NaN}",
                "[".repeat(10_000) + "]".repeat(10_000),
                "{\"name\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_001),
                "{\"name\":" + "9".repeat(1_000_000) + "}",
                "{" + keys + "}",
                "{\"" + "n".repeat(100_000) + "\":1}")) {
            String what = body.length() > 60 ? body.substring(0, 60) : body;
            assertRefused(all, what, client.post("/api/v1/projects", body), 400);
        }
        assertRefused(
                all, "2 MiB", client.post("/api/v1/projects", "{\"name\": \"" + "a".repeat(2 << 20) + "\"}"), 413);
        assertRefused(
                all,
                "17 MiB",
                client.send("POST", "/api/v1/projects", new byte[17 << 20], "Content-Type", "application/json"),
                413);
        byte[] notText = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'};
        assertRefused(
                all,
                "bad UTF-8",
                client.send("POST", "/api/v1/projects", notText, "Content-Type", "application/json"),
                400);
        byte[] wide = {0, 0, 0, '{', 0x7f, 0, 0, 0};
        assertRefused(
                all, "UTF-32", client.send("POST", "/api/v1/projects", wide, "Content-Type", "application/json"), 400);
        all.assertAll();
        assertThat(client.post("/api/v1/projects", "{\"name\": \"still here\"}").status())
                .isEqualTo(201);
    }

    @Test
    void refusalNamesTheField() {
        assertThat(client.post("/api/v1/projects", "{\"nome\": \"a\"}")
                        .json()
                        .get("detail")
                        .asText())
                .contains("nome", "name, description".split(", ")[0]);
        Asset photo = world.photo(project, ann);
        String spec = JobSpecCodec.write(World.noise(photo));
        String jobs = "/api/v1/projects/" + project.id() + "/jobs";
        assertThat(client.post(jobs, "{\"spec\": %s}".formatted(spec.replace("\"seed\":7", "\"seed\":\"x\"")))
                        .json()
                        .get("detail")
                        .asText())
                .contains("seed");
        assertThat(client.post(jobs, "{\"spec\": %s}".formatted(spec.replace("\"iso\":800", "\"iso\":7")))
                        .json()
                        .get("detail")
                        .asText())
                .contains("iso", "25 to 409600", "7");
    }

    @Test
    void hostileSpecsAreRefused() {
        Asset photo = world.photo(project, ann);
        String spec = JobSpecCodec.write(World.noise(photo));
        String jobs = "/api/v1/projects/" + project.id() + "/jobs";
        SoftAssertions all = new SoftAssertions();
        assertRefused(all, "no spec", client.post(jobs, "{}"), 400);
        assertRefused(all, "text", client.post(jobs, "{\"spec\": \"%s\"}".formatted("x")), 400);
        assertRefused(
                all,
                "unknown pipeline",
                client.post(jobs, "{\"spec\": {\"pipeline\": \"rm -rf\", \"version\": 1}}"),
                400);
        assertRefused(
                all,
                "class for a pipeline",
                client.post(jobs, "{\"spec\": {\"pipeline\": \"org.example.Evil\", \"version\": 1}}"),
                400);
        assertRefused(
                all,
                "Diorama's own pipeline",
                client.post(
                        jobs,
                        "{\"spec\": {\"pipeline\": \"photo-check\", \"version\": 1, \"photo\": \"%s\"}}"
                                .formatted(photo.id())),
                422);
        assertRefused(
                all,
                "long camera",
                client.post(jobs, "{\"spec\": %s}".formatted(spec.replace("ip-pm41", "c".repeat(100_000)))),
                400);
        assertRefused(
                all,
                "hidden camera",
                client.post(jobs, "{\"spec\": %s}".formatted(spec.replace("ip-pm41", "a\\u202eb"))),
                400);
        assertRefused(all, "priority", client.post(jobs, "{\"spec\": %s, \"priority\": 99}".formatted(spec)), 422);
        Asset foreign = world.photo(world.project(ann), ann);
        assertRefused(
                all,
                "photo of another project",
                client.post(jobs, "{\"spec\": %s}".formatted(JobSpecCodec.write(World.noise(foreign)))),
                422);
        all.assertAll();
    }

    @Test
    void hiddenCharactersAreNoNames() {
        SoftAssertions all = new SoftAssertions();
        for (String name : List.of("a\\u0000b", "a\\u202eb", "a\\ud800b", "a\\u2066b", "\\u001b[2J")) {
            assertRefused(all, name, client.post("/api/v1/projects", "{\"name\": \"" + name + "\"}"), 400);
        }
        for (String name : List.of("a\\nb", "  ")) {
            assertRefused(all, name, client.post("/api/v1/projects", "{\"name\": \"" + name + "\"}"), 422);
        }
        assertRefused(all, "4 kB", client.post("/api/v1/projects", "{\"name\": \"" + "a".repeat(4096) + "\"}"), 400);
        all.assertAll();
        String markup = "<img src=x onerror=alert(1)>";
        assertThat(client.post("/api/v1/projects", "{\"name\": \"" + markup + "\"}")
                        .json()
                        .get("name")
                        .asText())
                .as("text is kept as text")
                .isEqualTo(markup);
    }

    @Test
    void onlyListedQueryParametersAreAccepted() {
        String jobs = "/api/v1/projects/" + project.id() + "/jobs";
        SoftAssertions all = new SoftAssertions();
        for (String query : List.of(
                "owner.password=x",
                "sort=owner.password",
                "state=QUEUED'",
                "state=$.state",
                "state=",
                "limit=0",
                "limit=201",
                "limit=1e2",
                "limit=-1",
                "cursor=x",
                "cursor=%00",
                "mine=yes",
                "limit=1&limit=2",
                "LIMIT=1")) {
            assertRefused(all, query, client.get(jobs + "?" + query), 400);
        }
        all.assertAll();
        assertThat(client.get(jobs + "?state=QUEUED,running&mine=true&limit=200&pipeline=x")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void frameworkRefusesInTheSameWords() {
        SoftAssertions all = new SoftAssertions();
        assertRefused(all, "unknown route", client.get("/api/v1/nothing"), 404);
        assertRefused(all, "unknown version", client.get("/api/v9/projects"), 404);
        assertRefused(all, "below a resource", client.get("/api/v1/projects/" + project.id() + "/nothing"), 404);
        assertRefused(all, "no id", client.get("/api/v1/projects/not-an-id"), 404);
        assertRefused(all, "method", client.send("PUT", "/api/v1/projects", new byte[0]), 405);
        assertRefused(all, "accept", client.get("/api/v1/projects", "Accept", "text/csv"), 406);
        assertRefused(
                all,
                "content type",
                client.send(
                        "POST",
                        "/api/v1/projects",
                        "name=a".getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                415);
        assertRefused(all, "matrix", client.get("/api/v1/projects;x=1"), 400);
        assertRefused(all, "slash in disguise", client.get("/api/v1/projects%2Fx"), 400);
        assertRefused(
                all, "bad key", client.post("/api/v1/projects", "{\"name\": \"a\"}", "Idempotency-Key", "a b"), 400);
        all.assertAll();
    }
}
