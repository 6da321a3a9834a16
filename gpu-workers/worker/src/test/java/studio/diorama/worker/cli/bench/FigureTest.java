package studio.diorama.worker.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void aTargetIsMetOnItsOwnSideOnly() {
        assertThat(Figure.least("rate", 300, "/s", 300).met()).isTrue();
        assertThat(Figure.least("rate", 299, "/s", 300).met()).isFalse();
        assertThat(Figure.below("time", 199, "ms", 200).met()).isTrue();
        assertThat(Figure.below("time", 200, "ms", 200).met()).isFalse();
        assertThat(Figure.of("memory", 1, "MiB").met()).isNull();
    }

    @Test
    void theTableSaysWhatWasMissed() {
        Measurements figures = new Measurements(
                2, 0.5, List.of(Figure.least("uploads", 10, "MiB/s", 60).withBaseline(100)));
        assertThat(figures.table().lines().toList().get(1))
                .contains("uploads", "10.0 MiB/s", "≥ 60.0  MISSED", "100 MiB/s");
    }
}
