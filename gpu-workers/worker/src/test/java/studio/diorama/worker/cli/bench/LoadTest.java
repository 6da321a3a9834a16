package studio.diorama.worker.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void everyRequestIsSentOnce() throws IOException {
        Set<Integer> sent = ConcurrentHashMap.newKeySet();
        Load.Times times = Load.run(
                50,
                Duration.ofMinutes(1),
                number -> assertThat(sent.add(number)).isTrue());
        assertThat(times.count()).isEqualTo(50);
        assertThat(sent).isEqualTo(IntStream.range(0, 50).boxed().collect(Collectors.toSet()));
    }

    @Test
    void noFurtherRequestBeginsWhenTimeIsOver() throws IOException {
        assertThat(Load.run(50, Duration.ZERO, number -> {}).count()).isBetween(1, Load.CLIENTS);
    }

    @Test
    void aFailedRequestFailsTheMeasurement() {
        assertThatThrownBy(() -> Load.run(50, Duration.ofMinutes(1), number -> {
                    throw new IOException("refused");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("refused");
    }
}
