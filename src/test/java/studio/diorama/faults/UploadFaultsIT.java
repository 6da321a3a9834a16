package studio.diorama.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.testing.ApiClient;
import studio.diorama.testing.Eventually;
import studio.diorama.testing.Pictures;
import studio.diorama.testing.StudioProcess;

/// Uploads that are cut in the middle: by a killed server, by a full disk.
class UploadFaultsIT {

    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path folder;

    @Test
    void anUploadGoesOnWhereAKilledServerLeftIt() throws IOException {
        try (StudioProcess studio = StudioProcess.start(folder.resolve("data"), Map.of())) {
            ApiClient ann = ApiClient.firstAccount(studio, "ann@example.org", PASSWORD);
            String project = newProject(ann);
            byte[] file = Files.readAllBytes(Pictures.draw(folder, "large.png", 2400, 1800, 3));
            int half = file.length / 2;
            String upload = ann.startUpload(project, "large.png", file.length);
            assertThat(ann.patch(upload, 0, Arrays.copyOf(file, half)).statusCode())
                    .isEqualTo(204);

            studio.kill();
            studio.restart();

            assertThat(ann.offset(upload)).isEqualTo(half);
            assertThat(assets(ann, project)).isEmpty();
            var answer = ann.patch(upload, half, Arrays.copyOfRange(file, half, file.length));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
            String asset = answer.headers().firstValue("Diorama-Asset").orElseThrow();
            assertThat(ann.bytes("/api/v1/assets/" + asset + "/content")).isEqualTo(file);
            Eventually.succeeds(
                    Duration.ofSeconds(90),
                    () -> assertThat(ann.get("/api/v1/assets/" + asset)
                                    .path("state")
                                    .asText())
                            .isEqualTo("READY"));
            assertThat(studio.data().resolve("uploads")).isEmptyDirectory();
        }
    }

    @Test
    void aFullDiskRefusesUploadsAndTakesThemAgainOnceThereIsRoom() throws IOException, InterruptedException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString()),
                "a small disk can only be mounted by root");
        try (StudioProcess studio = StudioProcess.start(
                disk, Map.of("diorama.worker.local", "false", "diorama.limits.free-disk-percent", "25"))) {
            ApiClient ann = ApiClient.firstAccount(studio, "ann@example.org", PASSWORD);
            String project = newProject(ann);
            Path ballast = disk.resolve("ballast");
            Files.write(ballast, new byte[50 << 20]);
            JsonNode refusal = ApiClient.expect(
                    507,
                    ann.send(
                            "POST",
                            "/api/v1/projects/" + project + "/uploads",
                            null,
                            "Tus-Resumable",
                            "1.0.0",
                            "Upload-Length",
                            "1000000",
                            "Upload-Metadata",
                            "filename YS5wbmc="));
            assertThat(refusal.path("code").asText()).isEqualTo("STORAGE_FULL");
            assertThat(assets(ann, project)).isEmpty();
            Files.delete(ballast);
            assertThat(ann.upload(project, Pictures.draw(folder, "small.png", 300, 200, 1)))
                    .isNotBlank();
            assertThat(assets(ann, project)).hasSize(1);
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static String newProject(ApiClient client) {
        return client.post("/api/v1/projects", "{\"name\": \"Faults\"}")
                .path("id")
                .asText();
    }

    private static JsonNode assets(ApiClient client, String project) {
        return client.get("/api/v1/projects/" + project + "/assets").path("items");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
