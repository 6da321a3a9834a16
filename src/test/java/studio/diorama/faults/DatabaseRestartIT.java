package studio.diorama.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.testing.ApiClient;
import studio.diorama.testing.Eventually;
import studio.diorama.testing.StudioProcess;

/// A database that crashes under a running job and comes back: what was answered is still there, and the job ends
/// well.
class DatabaseRestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    @Test
    void theStudioSaysThatItIsAwayAndGoesOnWhenItIsBack() throws IOException, InterruptedException {
        try (RestartablePostgres database = RestartablePostgres.start();
                StudioProcess studio = StudioProcess.start(folder.resolve("data"), settings(database))) {
            ApiClient ann = ApiClient.firstAccount(studio, "ann@example.org", "correct horse battery");
            String project = ann.post("/api/v1/projects", "{\"name\": \"Faults\"}")
                    .path("id")
                    .asText();
            List<String> photos = SlowJob.photos(ann, project, folder.resolve("pictures"));
            SlowJob job = SlowJob.start(ann, project, photos, SlowJob.anyCamera(ann));
            job.awaitMiddle();

            database.crash();
            HttpResponse<String> away = ann.send("GET", "/api/v1/projects", null);
            assertThat(away.statusCode()).as(away.body()).isEqualTo(503);
            database.up();

            Eventually.succeeds(
                    PATIENCE,
                    () -> assertThat(ann.get("/api/v1/projects/" + project)
                                    .path("name")
                                    .asText())
                            .isEqualTo("Faults"));
            job.awaitSuccess();
            assertThat(job.outputs()).hasSize(SlowJob.OUTPUTS).doesNotHaveDuplicates();
        }
    }

    private static Map<String, String> settings(RestartablePostgres database) {
        return Map.of(
                "diorama.database.url", database.url(),
                "diorama.database.user", "diorama",
                "diorama.queue.heartbeat", "2s");
    }
}
