package studio.diorama.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.project.Project;

@QuarkusTest
@TestProfile(StudioProfile.class)
class UploadJourneyTest {

    private static final int CHUNK = 100_000;

    @Inject
    World world;

    @TestHTTPResource("/")
    URI base;

    private Project project;
    private Client client;

    @BeforeEach
    void openProject() {
        Account ann = world.person("ann");
        project = world.project(ann);
        client = Client.withToken(base, world.token(ann));
    }

    private Client.Answer create(String name, long length) {
        return client.send(
                "POST",
                "/api/v1/projects/" + project.id() + "/uploads",
                null,
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                Long.toString(length),
                "Upload-Metadata",
                "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)) + ",filetype aW1hZ2UvcG5n");
    }

    private Client.Answer append(String upload, long offset, byte[] chunk, String... more) {
        String[] headers = {
            "Tus-Resumable", "1.0.0", "Upload-Offset", Long.toString(offset), "Content-Type", "application/offset+octet-stream"
        };
        String[] all = Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return client.send("PATCH", upload, chunk, all);
    }

    private Client.Answer head(String upload) {
        return client.send("HEAD", upload, null, "Tus-Resumable", "1.0.0");
    }

    @Test
    void picturesArriveInChunksAndComeBackTheSame() throws Exception {
        byte[] png = Pictures.png(400, 300, 1);
        Client.Answer created = create("Straße.png", png.length);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.header("Tus-Resumable")).isEqualTo("1.0.0");
        String upload = created.header("Location");
        Client.Answer last = null;
        for (int offset = 0; offset < png.length; offset += CHUNK) {
            byte[] chunk = Arrays.copyOfRange(png, offset, Math.min(png.length, offset + CHUNK));
            String sha = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(chunk));
            last = append(upload, offset, chunk, "Upload-Checksum", "sha256 " + sha);
            assertThat(last.status()).as(last.text()).isEqualTo(204);
            assertThat(last.header("Upload-Offset")).isEqualTo(Integer.toString(offset + chunk.length));
            Client.Answer head = head(upload);
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Upload-Offset")).isEqualTo(last.header("Upload-Offset"));
            assertThat(head.header("Upload-Length")).isEqualTo(Integer.toString(png.length));
            assertThat(head.header("Cache-Control")).isEqualTo("no-store");
            assertThat(head.header("Upload-Expires")).endsWith("GMT");
        }
        String asset = last.header("Diorama-Asset");
        Client.Answer again = append(upload, png.length, new byte[0]);
        assertThat(again.header("Diorama-Asset")).as("finished twice").isEqualTo(asset);
        Client.Answer shown = client.get("/api/v1/assets/" + asset);
        assertThat(shown.json().get("name").asText()).isEqualTo("Straße.png");
        assertThat(shown.json().get("state").asText()).isEqualTo("CHECKING");
        assertThat(shown.json().at("/picture/width").asInt()).isEqualTo(400);

        Client.Answer content = client.get("/api/v1/assets/" + asset + "/content");
        assertThat(content.bytes()).isEqualTo(png);
        assertThat(content.header("Content-Type")).isEqualTo("image/png");
        String sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
        assertThat(content.header("ETag")).isEqualTo('"' + sha + '"');
        assertThat(content.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"Stra_e.png\"; filename*=UTF-8''Stra%C3%9Fe.png");
    }
}
