package studio.diorama.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studio.diorama.testing.ApiClient;
import studio.diorama.testing.Eventually;
import studio.diorama.testing.Pictures;

/// A noise job that takes long enough for something to happen to it in the middle.
final class SlowJob {

    static final int PHOTOS = 10;

    /// Noisy picture, clean picture and noise level of each photo.
    static final int OUTPUTS = 3 * PHOTOS;

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final ApiClient client;
    private final String id;

    private SlowJob(ApiClient client, String id) {
        this.client = client;
        this.id = id;
    }

    /// Makes a project with photos that are checked and ready.
    static List<String> photos(ApiClient client, String project, Path folder) throws IOException {
        List<String> photos = new ArrayList<>();
        for (int i = 0; i < PHOTOS; i++) {
            photos.add(client.upload(project, Pictures.draw(folder, "photo-%d.png".formatted(i), 1500, 1000, i)));
        }
        Eventually.succeeds(PATIENCE, () -> {
            for (String photo : photos) {
                assertThat(client.get("/api/v1/assets/" + photo).path("state").asText())
                        .isEqualTo("READY");
            }
        });
        return photos;
    }

    static SlowJob start(ApiClient client, String project, List<String> photos, String camera) {
        String images = photos.stream().map(photo -> '"' + photo + '"').collect(Collectors.joining(","));
        JsonNode job = client.post("/api/v1/projects/" + project + "/jobs", """
                {"spec": {"pipeline": "camera-noise", "version": 1, "model": "heteroscedastic", "camera": "%s",
                 "iso": 1600, "seed": 7, "images": [%s], "bitDepths": [8], "dataset": false}}
                """.formatted(camera, images));
        return new SlowJob(client, job.path("id").asText());
    }

    /// The first built-in camera that a worker offers.
    static String anyCamera(ApiClient client) {
        Eventually.succeeds(PATIENCE, () -> assertThat(camera(client)).isNotEmpty());
        return camera(client);
    }

    private static String camera(ApiClient client) {
        for (JsonNode pipeline : client.get("/api/v1/pipelines").path("items")) {
            JsonNode cameras = pipeline.path("offer").path("cameras");
            if (cameras.size() > 0) {
                return cameras.get(0).path("name").asText();
            }
        }
        return "";
    }

    JsonNode state() {
        return client.get("/api/v1/jobs/" + id).path("job");
    }

    /// Waits until a worker is in the midst of it.
    void awaitMiddle() {
        Eventually.succeeds(PATIENCE, () -> {
            JsonNode job = state();
            assertThat(job.path("state").asText()).isEqualTo("RUNNING");
            assertThat(job.path("progress").path("fraction").asDouble()).isGreaterThan(0.05);
        });
    }

    /// Waits until another attempt than the first runs or has ended.
    void awaitNextAttempt(Duration most) {
        Eventually.succeeds(
                most, () -> assertThat(state().path("attempt").asInt()).isGreaterThan(1));
    }

    void awaitSuccess() {
        Eventually.succeeds(
                PATIENCE, () -> assertThat(state().path("state").asText()).isEqualTo("SUCCEEDED"));
    }

    /// Everything it made, by name; each name once.
    List<String> outputs() {
        List<String> names = new ArrayList<>();
        client.get("/api/v1/jobs/" + id)
                .path("outputs")
                .forEach(output -> names.add(output.path("name").asText()));
        return names;
    }
}
