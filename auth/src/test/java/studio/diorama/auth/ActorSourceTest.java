package studio.diorama.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.persistence.account.TokenScope;

class ActorSourceTest {

    @TempDir
    Path folder;

    private AuthFixture auth;
    private Actor ada;
    private String secret;

    @BeforeEach
    void open() {
        auth = new AuthFixture(folder);
        ada = Actor.person(auth.account("ada"));
        secret = auth.sessions.open(ada.account()).secret();
    }

    @AfterEach
    void close() {
        auth.close();
    }

    @Test
    void useKeepsASessionAliveAndEightIdleHoursEndIt() {
        for (int i = 0; i < 5; i++) {
            auth.clock.advance(Duration.ofHours(7));
            assertThat(auth.actors.fromSession(secret)).contains(ada);
        }

        auth.clock.advance(Duration.ofHours(8));

        assertThat(auth.actors.fromSession(secret)).isEmpty();
    }

    @Test
    void aPageThatOnlyLooksDoesNotKeepItsSessionAlive() {
        auth.clock.advance(Duration.ofHours(5));
        assertThat(auth.actors.reload(secret)).contains(ada);

        auth.clock.advance(Duration.ofHours(3));

        assertThat(auth.actors.reload(secret)).isEmpty();
    }

    @Test
    void aMonthEndsEvenABusySession() {
        for (int hour = 0; hour < 30 * 24; hour += 6) {
            assertThat(auth.actors.fromSession(secret)).contains(ada);
            auth.clock.advance(Duration.ofHours(6));
        }

        assertThat(auth.actors.fromSession(secret)).isEmpty();
    }

    @Test
    void whatNobodyEverGaveOutOpensNothing() {
        assertThat(auth.actors.fromSession("")).isEmpty();
        assertThat(auth.actors.fromSession("' or 1=1 --")).isEmpty();
        assertThat(auth.actors.fromSession(secret.substring(1) + "0")).isEmpty();
        assertThat(auth.actors.fromToken("dio_" + secret)).isEmpty();
    }

    @Test
    void theUseOfATokenIsNotedToTheMinute() {
        String token = auth.tokens
                .create(ada, "laptop", Set.of(TokenScope.READ), Optional.empty(), Duration.ofDays(1))
                .secret();
        auth.actors.fromToken(token);
        auth.clock.advance(Duration.ofSeconds(59));
        auth.actors.fromToken(token);
        assertThat(auth.tokens.list(ada).getFirst().lastUsedAt())
                .contains(auth.clock.instant().minusSeconds(59));

        auth.clock.advance(Duration.ofSeconds(1));
        auth.actors.fromToken(token);

        assertThat(auth.tokens.list(ada).getFirst().lastUsedAt()).contains(auth.clock.instant());
    }
}
