package studio.diorama.backend.rest.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.diorama.auth.Actor;
import studio.diorama.backend.rest.internal.TooManyRequests;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.ColorScheme;

class UploadGateTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final UploadGate gate = new UploadGate(() -> now);

    private static Actor somebody() {
        UUID id = UUID.randomUUID();
        return Actor.person(new Account(id, id + "@example.org", "A", false, ColorScheme.SYSTEM, Instant.EPOCH));
    }

    @Test
    void onePersonTakesOnlyTheirShare() {
        Actor ann = somebody();
        Deque<UploadGate.Pass> passes = new ArrayDeque<>();
        for (int i = 0; i < UploadGate.PER_PERSON; i++) {
            passes.push(gate.enter(ann));
        }
        assertThatThrownBy(() -> gate.enter(ann)).isInstanceOf(TooManyRequests.class);
        gate.enter(somebody()).close();
        passes.pop().close();
        gate.enter(ann).close();
    }

    @Test
    void allTogetherLeaveThreadsForPages() {
        Deque<UploadGate.Pass> passes = new ArrayDeque<>();
        for (int i = 0; i < UploadGate.AT_A_TIME; i++) {
            passes.push(gate.enter(somebody()));
        }
        assertThatThrownBy(() -> gate.enter(somebody())).isInstanceOf(TooManyRequests.class);
        passes.forEach(UploadGate.Pass::close);
        gate.enter(somebody()).close();
    }

    @Test
    void tricklingChunkIsCutOff() throws IOException {
        InputStream bytes = gate.enter(somebody()).watched(new ByteArrayInputStream(new byte[1 << 20]));
        byte[] buffer = new byte[100];
        assertThat(bytes.read(buffer, 0, 100)).isEqualTo(100);
        now = now.plus(Duration.ofSeconds(19));
        assertThat(bytes.read(buffer, 0, 100)).isEqualTo(100);
        now = now.plus(Duration.ofSeconds(3));
        assertThatThrownBy(() -> bytes.read(buffer, 0, 100)).isInstanceOf(IOException.class);
    }

    @Test
    void steadyChunkGoesOn() throws IOException {
        InputStream bytes = gate.enter(somebody()).watched(new ByteArrayInputStream(new byte[1 << 20]));
        byte[] buffer = new byte[10_000];
        for (int second = 0; second < 60; second++) {
            assertThat(bytes.read(buffer, 0, buffer.length)).isEqualTo(buffer.length);
            now = now.plus(Duration.ofSeconds(1));
        }
    }
}
