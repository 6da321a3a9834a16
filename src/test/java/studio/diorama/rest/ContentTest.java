package studio.diorama.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.project.Project;

@QuarkusTest
@TestProfile(StudioProfile.class)
class ContentTest {

    private static final int LENGTH = 200_000;

    @Inject
    World world;

    @TestHTTPResource("/")
    URI base;

    private final byte[] bytes = new byte[LENGTH];
    private Account ann;
    private Project project;
    private Client client;
    private String content;
    private Asset photo;

    @BeforeEach
    void storeBytes() {
        new Random(1).nextBytes(bytes);
        ann = world.person("ann");
        project = world.project(ann);
        client = Client.withToken(base, world.token(ann));
        photo = world.photo(project, ann, "p.png", "image/png", bytes);
        content = "/api/v1/assets/" + photo.id() + "/content";
    }

    private void assertRange(String range, int from, int to) {
        Client.Answer part = client.get(content, "Range", range);
        assertThat(part.status()).as(range).isEqualTo(206);
        assertThat(part.bytes()).as(range).isEqualTo(Arrays.copyOfRange(bytes, from, to));
        assertThat(part.header("Content-Range")).isEqualTo("bytes %d-%d/%d".formatted(from, to - 1, LENGTH));
    }

    @Test
    void rangesComeAsAsked() {
        assertRange("bytes=0-0", 0, 1);
        assertRange("bytes=100-65999", 100, 66_000);
        assertRange("bytes=199990-", 199_990, LENGTH);
        assertRange("bytes=199990-999999999", 199_990, LENGTH);
        assertRange("bytes=-10", LENGTH - 10, LENGTH);
        assertRange("bytes=-999999999", 0, LENGTH);
    }

    @Test
    void rangeWithoutAByteIsNotSatisfiable() {
        for (String range : new String[] {"bytes=200000-", "bytes=200000-200001", "bytes=-0"}) {
            Client.Answer answer = client.get(content, "Range", range);
            assertThat(answer.status()).as(range).isEqualTo(416);
            assertThat(answer.header("Content-Range")).isEqualTo("bytes */200000");
        }
    }

    @Test
    void whatIsNoSingleRangeGetsAllBytes() {
        for (String range : new String[] {
            "bytes=5-4", "bytes=a-b", "bytes=0-1,3-4", "lines=0-1", "bytes=-", "bytes=99999999999999999999-"
        }) {
            Client.Answer answer = client.get(content, "Range", range);
            assertThat(answer.status()).as(range).isEqualTo(200);
            assertThat(answer.bytes()).as(range).isEqualTo(bytes);
        }
    }

    @Test
    void ifRangeSendsAllBytesOfAnotherVersion() {
        String tag = client.get(content).header("ETag");
        assertThat(client.get(content, "Range", "bytes=0-9", "If-Range", tag).status())
                .isEqualTo(206);
        Client.Answer other = client.get(content, "Range", "bytes=0-9", "If-Range", "\"other\"");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.bytes()).isEqualTo(bytes);
    }

    @Test
    void bytesThatAreThereNeedNotComeAgain() {
        String tag = client.get(content).header("ETag");
        Client.Answer answer = client.get(content, "If-None-Match", "\"x\", " + tag);
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void headTellsLengthAndHash() {
        Client.Answer head = client.send("HEAD", content, null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("200000");
        assertThat(head.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(head.header("ETag")).isEqualTo('"' + photo.sha256() + '"');
    }

    @Test
    void contentNeverRunsInABrowser() {
        Asset page = world.photo(project, ann, "\"; x=\r\n<b>.html", "text/html", "<script>".getBytes());
        Client.Answer answer = client.get("/api/v1/assets/" + page.id() + "/content");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=\"__ x___");
        assertThat(answer.header("Content-Disposition")).doesNotContain("\r", "\n", "<");
        assertThat(answer.header("Content-Security-Policy")).startsWith("sandbox");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(client.get("/api/v1/assets/" + page.id() + "/content?inline=true")
                        .status())
                .isEqualTo(422);
        Client.Answer shown = client.get(content + "?inline=true");
        assertThat(shown.header("Content-Disposition")).startsWith("inline; ");
        assertThat(shown.header("Content-Security-Policy")).startsWith("sandbox");
    }

    @Test
    void bothKindsOfSignInOpenIt() {
        assertThat(Client.withCookie(base, world.cookie(ann)).get(content).status())
                .isEqualTo(200);
        assertThat(Client.nobody(base).get(content).code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(Client.withToken(base, "dio_" + "0".repeat(43)).get(content).code())
                .isEqualTo("NOT_SIGNED_IN");
    }
}
