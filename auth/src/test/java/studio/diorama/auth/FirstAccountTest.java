package studio.diorama.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.diorama.auth.AuthFixture.PASSWORD;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

class FirstAccountTest {

    private static final URI BASE = URI.create("http://127.0.0.1:8080");

    @TempDir
    Path folder;

    private AuthFixture auth;

    @BeforeEach
    void open() {
        auth = new AuthFixture(folder);
    }

    @AfterEach
    void close() {
        auth.close();
    }

    @Test
    void theLinkMakesTheOperatorOnce() {
        String key = key();

        NewSignIn signIn = auth.firstAccount.create(key, "Ada@Example.org", "Ada", PASSWORD);

        assertThat(signIn.account().operator()).isTrue();
        assertThat(signIn.account().email()).isEqualTo("ada@example.org");
        assertThat(auth.actors.fromSession(signIn.secret())).isPresent();
        assertThat(auth.firstAccount.link(BASE)).isEmpty();
        Refused.with(ErrorCode.GONE, () -> auth.firstAccount.create(key, "eve@example.org", "Eve", PASSWORD));
    }

    @Test
    void aWrongKeyMakesNothing() {
        for (String key : new String[] {"", "changeme", key().substring(1)}) {
            Refused.with(ErrorCode.FORBIDDEN, () -> auth.firstAccount.create(key, "eve@example.org", "Eve", PASSWORD));
        }
        assertThat(auth.accountRows.isEmpty()).isTrue();
    }

    @Test
    void aRefusedFieldLeavesTheLinkGood() {
        String key = key();
        Refused.with(ErrorCode.INVALID_INPUT, () -> auth.firstAccount.create(key, "ada", "Ada", PASSWORD));
        Refused.with(ErrorCode.INVALID_INPUT, () -> auth.firstAccount.create(key, "a@b.c", " ", PASSWORD));
        Refused.with(ErrorCode.INVALID_INPUT, () -> auth.firstAccount.create(key, "a@b.c", "Ada", "short"));

        assertThat(auth.firstAccount
                        .create(key, "a@b.c", "Ada", PASSWORD)
                        .account()
                        .name())
                .isEqualTo("Ada");
    }

    @Test
    void ofTwoWhoOpenTheLinkAtOnceOneWins() throws Exception {
        String key = key();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> tries = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String email = "person%d@example.org".formatted(i);
                tries.add(() -> {
                    try {
                        auth.firstAccount.create(key, email, "Person", PASSWORD);
                        return 1;
                    } catch (DioramaException e) {
                        return 0;
                    }
                });
            }
            int made = 0;
            for (Future<Integer> result : threads.invokeAll(tries)) {
                made += result.get();
            }
            assertThat(made).isEqualTo(1);
        }
    }

    @Test
    void anInstallationWithAnAccountShowsNoLink() {
        auth.account("ada");

        assertThat(auth.firstAccount.link(BASE)).isEmpty();
    }

    private String key() {
        String query = auth.firstAccount.link(BASE).orElseThrow().getQuery();
        return query.substring("key=".length());
    }
}
