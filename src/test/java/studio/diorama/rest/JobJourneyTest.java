package studio.diorama.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobAttempt;
import studio.diorama.persistence.job.JobSpecCodec;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.project.Role;

@QuarkusTest
@TestProfile(StudioProfile.class)
class JobJourneyTest {

    @Inject
    World world;

    @TestHTTPResource("/")
    URI base;

    private Account ann;
    private Project project;
    private Asset photo;
    private Client client;
    private String jobs;

    @BeforeEach
    void signIn() {
        ann = world.person("ann");
        project = world.project(ann);
        photo = world.photo(project, ann);
        client = Client.withToken(base, world.token(ann));
        jobs = "/api/v1/projects/" + project.id() + "/jobs";
    }

    private String body() {
        return "{\"spec\": %s, \"title\": \"Night\", \"priority\": 1}"
                .formatted(JobSpecCodec.write(World.noise(photo)));
    }

    @Test
    void jobIsStartedOnceSeenDoneAndReleased() {
        Client.Answer started = client.post(jobs, body(), "Idempotency-Key", "job-1");
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        assertThat(client.post(jobs, body(), "Idempotency-Key", "job-1").json()).isEqualTo(started.json());
        assertThat(client.get(jobs + "?state=QUEUED").json().get("items")).hasSize(1);

        String path = started.header("Location");
        JsonNode waiting = client.get(path).json();
        assertThat(waiting.at("/job/title").asText()).isEqualTo("Night");
        assertThat(waiting.at("/job/priority").asInt()).isEqualTo(1);
        assertThat(waiting.get("whyWaiting").asText()).contains("worker");
        assertThat(waiting.at("/spec/pipeline").asText()).isEqualTo("camera-noise");
        assertThat(waiting.get("outputs")).isEmpty();

        Job done = world.succeeded(project, ann, photo);
        JsonNode job = client.get("/api/v1/jobs/" + done.id()).json();
        assertThat(job.at("/job/state").asText()).isEqualTo("SUCCEEDED");
        String content = job.at("/outputs/0/links/content").asText();
        assertThat(client.get(job.at("/outputs/0/links/manifest").asText())
                        .json()
                        .get("seed")
                        .asInt())
                .isEqualTo(7);
        assertThat(client.get("/api/v1/jobs/" + done.id() + "/log")
                        .json()
                        .at("/items/0/text")
                        .asText())
                .isEqualTo("drawn");

        Account vic = world.person("vic");
        world.join(project, vic, Role.VIEWER);
        Client viewer = Client.withToken(base, world.token(vic));
        assertThat(viewer.get(content).status()).isEqualTo(404);
        assertThat(viewer.get(jobs).json().get("items")).isEmpty();
        Client.Answer release =
                client.post("/api/v1/projects/" + project.id() + "/releases", "{\"job\": \"%s\"}".formatted(done.id()));
        assertThat(release.status()).as(release.text()).isEqualTo(201);
        assertThat(viewer.get(content).status()).isEqualTo(200);
        assertThat(viewer.get(release.header("Location")).json().get("outputs")).hasSize(1);
        assertThat(viewer.get(jobs).json().get("items")).hasSize(1);
        assertThat(viewer.get("/api/v1/assets/" + photo.id()).status())
                .as("the input stays hidden")
                .isEqualTo(404);
        assertThat(client.delete(release.header("Location")).status()).isEqualTo(204);
        assertThat(viewer.get(content).status()).isEqualTo(404);
    }

    @Test
    void onlyWhatHasSucceededIsReleased() {
        Job job = world.queued(project, ann, photo);
        assertThat(client.post(
                                "/api/v1/projects/" + project.id() + "/releases",
                                "{\"job\": \"%s\"}".formatted(job.id()))
                        .code())
                .isEqualTo("CONFLICT");
    }

    @Test
    void waitingJobIsCancelledTriedAgainAndDeleted() {
        String path = client.post(jobs, body()).header("Location");
        assertThat(client.delete(path).code()).isEqualTo("CONFLICT");
        assertThat(client.send("POST", path + "/retry", null).code()).isEqualTo("CONFLICT");
        assertThat(client.send("POST", path + "/cancel", null)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("CANCELLED");
        assertThat(client.send("POST", path + "/cancel", null)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("CANCELLED");
        assertThat(client.send("POST", path + "/retry", null)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("QUEUED");
        client.send("POST", path + "/cancel", null);
        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(client.get(path).code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void failureIsToldInItsOwnWords() {
        Job job = world.queued(project, ann, photo);
        JobAttempt attempt = world.claim(job);
        attempt.fail(ErrorCode.INVALID_INPUT, "The photo is black.", () -> {});
        JsonNode shown = client.get("/api/v1/jobs/" + job.id()).json();
        assertThat(shown.at("/job/failure/code").asText()).isEqualTo("INVALID_INPUT");
        assertThat(shown.at("/job/failure/message").asText()).isEqualTo("The photo is black.");
    }

    @Test
    void jobIsRunOnceMoreWithOneChange() {
        String path = client.post(jobs, body()).header("Location");
        JsonNode form = client.get(path + "/rerun").json();
        assertThat(form.at("/spec/seed").asInt()).isEqualTo(7);
        assertThat(client.post(jobs, form.toString()).status())
                .as("the form can be sent as it is")
                .isEqualTo(201);
        Client.Answer again = client.post(path + "/rerun", "{\"changes\": {\"seed\": 8}}");
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        JsonNode made = client.get(again.header("Location")).json();
        assertThat(made.at("/spec/seed").asInt()).isEqualTo(8);
        assertThat(made.at("/spec/iso").asInt()).isEqualTo(800);
        assertThat(path).endsWith(made.at("/job/rerunOf").asText());
        assertThat(client.post(path + "/rerun", "{\"changes\": {\"surprise\": 8}}")
                        .code())
                .isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void namesThatAreTooLongTogetherAreCutInTheTitle() {
        Asset longName = world.photo(project, ann, "n".repeat(196) + ".png", "image/png", Pictures.png(8, 6, 77));
        Client.Answer started =
                client.post(jobs, "{\"spec\": %s}".formatted(JobSpecCodec.write(World.noise(longName))));
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        assertThat(started.json().get("title").asText()).hasSize(200).endsWith("…");
    }

    @Test
    void tooManyStartsInAMinuteHaveToWait() {
        Client.Answer answer = null;
        for (int i = 0; i < 70; i++) {
            answer = client.post(jobs, "{}");
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("RATE_LIMITED");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    }
}
