package studio.diorama.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.auth.AccessTokens;
import studio.diorama.auth.Actor;
import studio.diorama.auth.NewAccessToken;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.TokenScope;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.project.Role;
import studio.diorama.testing.Eventually;

@QuarkusTest
@TestProfile(StudioProfile.class)
class EventsTest {

    /// What rights that are lost may take to end a stream.
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String END = "(the stream has ended)";

    @Inject
    World world;

    @Inject
    AccessTokens tokens;

    @TestHTTPResource("/")
    URI base;

    private Account ann;
    private Project project;
    private String events;

    @BeforeEach
    void openProject() {
        ann = world.person("ann");
        project = world.project(ann);
        events = "/api/v1/projects/" + project.id() + "/events";
    }

    /// Reads a stream on a thread of its own.
    private BlockingQueue<String> listen(Client client, String... headers) {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> {
            try {
                client.stream(events, headers).body().forEach(lines::add);
            } catch (UncheckedIOException e) {
                lines.add(e.toString());
            }
            lines.add(END);
        });
        assertThat(await(lines, line -> line.startsWith(": connected"))).isNotNull();
        return lines;
    }

    /// The first line that will do, or null after five seconds.
    private static String await(BlockingQueue<String> lines, Predicate<String> wanted) {
        long end = System.nanoTime() + SOON.toNanos();
        try {
            while (true) {
                String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (line == null || wanted.test(line)) {
                    return line;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Client clientOf(Account account) {
        return Client.withToken(base, world.token(account));
    }

    @Test
    void changesArriveWithTheJobsState() {
        Asset photo = world.photo(project, ann);
        BlockingQueue<String> lines = listen(clientOf(ann));
        Job job = world.queued(project, ann, photo);
        assertThat(await(
                        lines,
                        line -> line.startsWith("data:")
                                && line.contains(job.id().toString())))
                .contains("\"kind\":\"JOB\"", "\"state\":\"QUEUED\"");
    }

    @Test
    void readersWhoLeaveMakeRoomForOthers() {
        Client client = clientOf(ann);
        // Three times as many as one account may have open at once.
        for (int reader = 0; reader < 60; reader++) {
            Eventually.succeeds(SOON, () -> {
                HttpResponse<Stream<String>> answer = client.stream(events);
                answer.body().close();
                assertThat(answer.statusCode()).isEqualTo(200);
            });
        }
    }

    @Test
    void breakIsBridgedByTheLastId() {
        Asset photo = world.photo(project, ann);
        Client client = clientOf(ann);
        BlockingQueue<String> lines = listen(client);
        world.queued(project, ann, photo);
        String id = await(lines, line -> line.startsWith("id: ")).substring(4);
        Job missed = world.queued(project, ann, photo);
        BlockingQueue<String> again = listen(client, "Last-Event-ID", id);
        assertThat(await(again, line -> line.contains(missed.id().toString()))).isNotNull();
        BlockingQueue<String> future = listen(client, "Last-Event-ID", "999999999999");
        assertThat(await(future, line -> line.equals("event: reset"))).isNotNull();
        assertThat(client.get(events, "Last-Event-ID", "x").code()).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void lostRoleEndsTheStream() {
        Account vic = world.person("vic");
        world.join(project, vic, Role.EDITOR);
        BlockingQueue<String> lines = listen(clientOf(vic));
        world.leave(project, vic);
        assertThat(await(lines, line -> line.equals("event: end"))).isNotNull();
        assertThat(await(lines, line -> line.equals(END))).isNotNull();
    }

    @Test
    void revokedTokenEndsTheStream() {
        NewAccessToken token = world.token(ann, Set.of(TokenScope.READ));
        BlockingQueue<String> lines = listen(Client.withToken(base, token.secret()));
        tokens.revoke(Actor.person(ann), token.token().id());
        assertThat(await(lines, line -> line.equals("event: end"))).isNotNull();
    }

    @Test
    void endedSessionEndsTheStream() {
        String cookie = world.cookie(ann);
        BlockingQueue<String> lines = listen(Client.withCookie(base, cookie));
        world.signOut(cookie);
        assertThat(await(lines, line -> line.equals("event: end"))).isNotNull();
    }

    @Test
    void viewersHearOnlyOfWhatIsReleased() {
        Account vic = world.person("vic");
        world.join(project, vic, Role.VIEWER);
        Asset photo = world.photo(project, ann);
        BlockingQueue<String> lines = listen(clientOf(vic));
        Job secret = world.queued(project, ann, photo);
        Job open = world.released(project, ann, photo);
        String first = await(lines, line -> line.startsWith("data:"));
        assertThat(first).doesNotContain(secret.id().toString(), photo.id().toString());
        assertThat(
                        first.contains(open.id().toString())
                                ? first
                                : await(lines, line -> line.contains(open.id().toString())))
                .contains("\"releasedAt\"");
    }

    @Test
    void accountHasSoManyStreamsAtMost() {
        Client client = clientOf(ann);
        for (int i = 0; i < 20; i++) {
            listen(client);
        }
        assertThat(client.get(events).code()).isEqualTo("RATE_LIMITED");
    }
}
