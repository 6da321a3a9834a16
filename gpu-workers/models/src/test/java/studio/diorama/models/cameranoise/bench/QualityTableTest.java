package studio.diorama.models.cameranoise.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.diorama.models.cameranoise.metrics.NoiseReport;

class QualityTableTest {

    private static final QualityTable TABLE = QualityTable.of(
            "Pairs:",
            List.of(
                    row("A, 100", true, Contender.HETEROSCEDASTIC, 0.10, 3.0),
                    row("A, 100", true, Contender.FLOW, 0.04, 2.6),
                    row("B, 200 *", false, Contender.HETEROSCEDASTIC, 0.30, 4.0),
                    row("B, 200 *", false, Contender.FLOW, 0.12, 3.8)),
            List.of("C, 300: one pair only, left out"));

    @Test
    void averagesAreOverAllGroupsAndThenOverThoseWhoseScenesAreUnseen() {
        assertThat(TABLE.averages()).hasSize(4);
        assertThat(TABLE.average(Contender.FLOW).orElseThrow().report().kl4()).isCloseTo(0.08, within(1e-12));
        assertThat(TABLE.averages().getLast().negativeLogLikelihood()).isEqualTo(2.6);
        assertThat(TABLE.average(Contender.ISOTROPIC)).isEmpty();
    }

    @Test
    void targetsCompareTheFlowWithTheClassicalModels() {
        List<BenchFigure> figures = QualityTargets.onSimulated("pairs", TABLE);
        assertThat(figures.get(0).measured()).isCloseTo(0.3, within(1e-12));
        assertThat(figures.get(0).met()).isTrue();
        assertThat(figures.get(1).measured()).isCloseTo(0.4, within(1e-12));
        assertThat(figures.get(3).measured()).isCloseTo(12, within(1e-9));
        assertThat(figures.get(3).met()).isFalse();
        assertThat(QualityTargets.onReal(TABLE).getFirst().met()).isTrue();
        assertThat(QualityTargets.onReal(QualityTable.of("none", List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void jsonHasEveryFigureOfARow() {
        JsonNode row = new ObjectMapper().valueToTree(TABLE).path("rows").path(1);
        assertThat(row.path("model").asText()).isEqualTo("flow");
        assertThat(row.path("kl4").asDouble()).isEqualTo(0.04);
        assertThat(row.path("lag1Error").asDouble()).isEqualTo(0.02);
        assertThat(row.path("negativeLogLikelihood").asDouble()).isEqualTo(2.6);
    }

    private static QualityRow row(String group, boolean byScene, String model, double kl4, double likelihood) {
        return new QualityRow(
                group, byScene, model, new NoiseReport(kl4, 0.1, 0.1, 0.1, 0.12, 0.3, 0.05, 0.06), 0.02, likelihood);
    }
}
