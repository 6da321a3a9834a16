package studio.diorama.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
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
    private Account ann;
    private Client client;

    @BeforeEach
    void openProject() {
        ann = world.person("ann");
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
                "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8))
                        + ",filetype aW1hZ2UvcG5n");
    }

    private Client.Answer append(String upload, long offset, byte[] chunk, String... more) {
        String[] headers = {
            "Tus-Resumable",
            "1.0.0",
            "Upload-Offset",
            Long.toString(offset),
            "Content-Type",
            "application/offset+octet-stream"
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
            String sha = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(chunk));
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
        String sha =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
        assertThat(content.header("ETag")).isEqualTo('"' + sha + '"');
        assertThat(content.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"Stra_e.png\"; filename*=UTF-8''Stra%C3%9Fe.png");
    }

    @Test
    void brokenConnectionLeavesWhatHadArrived() throws Exception {
        byte[] png = Pictures.png(400, 300, 2);
        String upload = create("cut.png", png.length).header("Location");
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            String head = """
                    PATCH %s HTTP/1.1\r
                    Host: localhost\r
                    %s: %s\r
                    Tus-Resumable: 1.0.0\r
                    Upload-Offset: 0\r
                    Content-Type: application/offset+octet-stream\r
                    Content-Length: %d\r
                    \r
                    """.formatted(
                    upload, client.credential().get(0), client.credential().get(1), png.length);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(png, 0, 50_000);
            socket.getOutputStream().flush();
        }
        long offset = offsetOnceFree(upload);
        assertThat(offset).isBetween(0L, 50_000L);
        byte[] rest = Arrays.copyOfRange(png, (int) offset, png.length);
        Client.Answer last = append(upload, offset, rest);
        assertThat(last.status()).as(last.text()).isEqualTo(204);
        assertThat(client.get("/api/v1/assets/" + last.header("Diorama-Asset") + "/content")
                        .bytes())
                .isEqualTo(png);
    }

    /// Where the upload is once the server has noticed that the sender is gone: before, it answers with a conflict to
    /// an empty chunk.
    private long offsetOnceFree(String upload) {
        for (int tries = 0; tries < 10_000; tries++) {
            long offset = Long.parseLong(head(upload).header("Upload-Offset"));
            if (append(upload, offset, new byte[0]).status() == 204) {
                return Long.parseLong(head(upload).header("Upload-Offset"));
            }
        }
        throw new AssertionError("The server holds the upload for ever");
    }

    @Test
    void damagedChunkIsNotKept() {
        byte[] png = Pictures.png(40, 30, 3);
        String upload = create("damaged.png", png.length).header("Location");
        String other = Base64.getEncoder().encodeToString(new byte[32]);
        Client.Answer damaged = append(upload, 0, png, "Upload-Checksum", "sha256 " + other);
        assertThat(damaged.status()).isEqualTo(460);
        assertThat(damaged.code()).isEqualTo("CHECKSUM_MISMATCH");
        assertThat(head(upload).header("Upload-Offset")).isEqualTo("0");
        assertThat(append(upload, 0, png, "Upload-Checksum", "crc " + other).code())
                .isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void wrongOffsetIsAConflict() {
        String upload = create("offset.png", 100).header("Location");
        assertThat(append(upload, 5, new byte[5]).code()).isEqualTo("CONFLICT");
        assertThat(append(upload, 0, new byte[5]).header("Upload-Offset")).isEqualTo("5");
        assertThat(append(upload, 0, new byte[5]).code()).isEqualTo("CONFLICT");
    }

    @Test
    void moreThanAnnouncedIsRefused() {
        byte[] png = Pictures.png(40, 30, 4);
        String upload = create("more.png", png.length - 10).header("Location");
        assertThat(append(upload, 0, png).code()).isEqualTo("TOO_LARGE");
        assertThat(head(upload).header("Upload-Offset")).isEqualTo("0");
        String large = create("large.png", 20 << 20).header("Location");
        assertThat(append(large, 0, new byte[(8 << 20) + 1]).code()).isEqualTo("TOO_LARGE");
        assertThat(create("huge.png", 1L << 40).code()).isEqualTo("TOO_LARGE");
    }

    @Test
    void whatIsNoPictureIsRefusedAndForgotten() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        String upload = create("page.png", page.length).header("Location");
        Client.Answer refused = append(upload, 0, page);
        assertThat(refused.status()).as(refused.text()).isEqualTo(415);
        assertThat(head(upload).status()).isEqualTo(404);
        byte[] cut = Arrays.copyOf(Pictures.png(40, 30, 5), 20);
        assertThat(append(create("cut.png", 20).header("Location"), 0, cut).status())
                .isEqualTo(422);
    }

    @Test
    void uploadsOfOthersAreNotThere() {
        String upload = create("mine.png", 100).header("Location");
        client = Client.withToken(base, world.token(world.person("eve")));
        assertThat(head(upload).status()).isEqualTo(404);
        assertThat(append(upload, 0, new byte[5]).code()).isEqualTo("NOT_FOUND");
        assertThat(client.send("DELETE", upload, null, "Tus-Resumable", "1.0.0").code())
                .isEqualTo("NOT_FOUND");
        assertThat(create("theirs.png", 100).code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void expiredUploadIsGone() {
        String upload = "/api/v1/uploads/"
                + world.upload(project, ann, 100, Duration.ofHours(-1)).id();
        assertThat(head(upload).status()).isEqualTo(410);
        assertThat(append(upload, 0, new byte[5]).code()).isEqualTo("GONE");
    }

    @Test
    void terminatedUploadIsGone() {
        String upload = create("gone.png", 100).header("Location");
        assertThat(client.send("DELETE", upload, null, "Tus-Resumable", "1.0.0").status())
                .isEqualTo(204);
        assertThat(head(upload).status()).isEqualTo(404);
    }

    @Test
    void protocolIsSpokenAndAskedFor() {
        String uploads = "/api/v1/projects/" + project.id() + "/uploads";
        Client.Answer options = client.send("OPTIONS", uploads, null);
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(options.header("Tus-Extension").split(","))
                .containsExactlyInAnyOrder("creation", "termination", "checksum", "expiration");
        assertThat(options.header("Tus-Max-Size")).isEqualTo("2147483648");
        assertThat(options.header("Tus-Checksum-Algorithm")).isEqualTo("sha256,sha1,md5");
        Client.Answer silent = client.send("POST", uploads, null, "Upload-Length", "5");
        assertThat(silent.status()).isEqualTo(412);
        assertThat(silent.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(create("a.png", -1).code()).isEqualTo("MALFORMED_REQUEST");
        assertThat(create("a.png", 0).code()).isEqualTo("INVALID_INPUT");
        for (String metadata : new String[] {"", "filename", "filename !!!", "other YQ=="}) {
            assertThat(client.send(
                                    "POST",
                                    uploads,
                                    null,
                                    "Tus-Resumable",
                                    "1.0.0",
                                    "Upload-Length",
                                    "5",
                                    "Upload-Metadata",
                                    metadata)
                            .status())
                    .as(metadata)
                    .isIn(400, 422);
        }
        String upload = create("type.png", 100).header("Location");
        assertThat(client.send(
                                "PATCH",
                                upload,
                                new byte[5],
                                "Tus-Resumable",
                                "1.0.0",
                                "Upload-Offset",
                                "0",
                                "Content-Type",
                                "image/png")
                        .code())
                .isEqualTo("UNSUPPORTED_MEDIA");
    }

    @Test
    void fileNamesStayNames() {
        byte[] png = Pictures.png(8, 6, 6);
        for (String name : new String[] {"../../etc/passwd", "C:\\windows\\x.png", ".hidden", "=cmd().png"}) {
            String asset =
                    append(create(name, png.length).header("Location"), 0, png).header("Diorama-Asset");
            assertThat(client.get("/api/v1/assets/" + asset).json().get("name").asText())
                    .doesNotContain("/", "\\")
                    .doesNotStartWith(".");
        }
        assertThat(create("a\r\nX: y.png", 5).code()).isEqualTo("INVALID_INPUT");
        assertThat(create("a\u202egnp.exe", 5).code()).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void onlySoManyUploadsAtATime() {
        for (int i = 0; i < 4; i++) {
            assertThat(create("n.png", 100).status()).isEqualTo(201);
        }
        Client.Answer more = create("n.png", 100);
        assertThat(more.code()).isEqualTo("RATE_LIMITED");
        assertThat(more.header("Retry-After")).isNotNull();
    }
}
