package studio.diorama.models.cameranoise.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.flow.FlowPipeline;
import studio.diorama.models.cameranoise.metrics.NoiseComparison;

/// Fits the classical models to the training pairs of each camera and ISO, takes the flow as it was trained, and
/// compares their noise with that of held-out pairs.
///
/// The last row of a group, `same model twice`, compares two draws of the heteroscedastic model: what the figures are
/// when the noise has exactly the right law, so the least that any model can reach.
final class QualityBenchmark {

    /// Pairs of each side in a group, so that the whole benchmark takes minutes.
    private static final int MOST_PAIRS = 4;

    private static final String SAME_TWICE = "same model twice";
    private static final Seed SEED = new Seed(4);

    private final Optional<FlowPipeline> flow;
    private final BenchProgress progress;

    /// @param flow judged where it knows camera and ISO
    QualityBenchmark(Optional<FlowPipeline> flow, BenchProgress progress) {
        this.flow = flow;
        this.progress = progress;
    }

    QualityTable run(String title, List<PairGroup> groups) {
        progress.say(title);
        progress.say(QualityRow.HEADER);
        List<QualityRow> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (PairGroup group : groups) {
            if (group.canBeJudged()) {
                judge(group.atMost(MOST_PAIRS), rows);
            } else {
                notes.add(group.label().replace(" *", "") + ": one pair only, left out");
            }
        }
        QualityTable table = QualityTable.of(title, rows, notes);
        table.averages().forEach(row -> progress.say(row.toText()));
        return table;
    }

    private void judge(PairGroup group, List<QualityRow> rows) {
        List<LoadedPair> heldOut = group.split().heldOut().stream()
                .map(files -> LoadedPair.of(files, false))
                .toList();
        List<Contender> contenders = new ArrayList<>(Contender.classical(group));
        Contender heteroscedastic = contenders.getLast();
        flow.flatMap(known -> KnownConditions.of(known, group.camera(), group.iso())
                        .map(condition -> new Contender.OfFlow(known, condition)))
                .ifPresent(contenders::add);
        for (Contender contender : contenders) {
            add(rows, compare(group, contender.name(), contender, heldOut));
        }
        List<LoadedPair> drawn = IntStream.range(0, heldOut.size())
                .mapToObj(i -> new LoadedPair(
                        heldOut.get(i).clean(),
                        heteroscedastic.draw(heldOut.get(i).clean(), seed(1000 + i))))
                .toList();
        add(rows, compare(group, SAME_TWICE, heteroscedastic, drawn));
    }

    private void add(List<QualityRow> rows, QualityRow row) {
        rows.add(row);
        progress.say(row.toText());
    }

    private static QualityRow compare(PairGroup group, String name, Contender contender, List<LoadedPair> heldOut) {
        NoiseComparison comparison = new NoiseComparison();
        for (int i = 0; i < heldOut.size(); i++) {
            LoadedPair pair = heldOut.get(i);
            comparison.add(pair.clean(), pair.noisy(), contender.draw(pair.clean(), seed(i)));
        }
        double[] likelihoods = heldOut.parallelStream()
                .mapToDouble(contender::negativeLogLikelihood)
                .toArray();
        double likelihood = 0;
        for (double one : likelihoods) {
            likelihood += one / likelihoods.length;
        }
        return new QualityRow(
                group.label(),
                group.split().byScene(),
                name,
                comparison.report(),
                QualityRow.lag1Error(comparison),
                likelihood);
    }

    private static Seed seed(int index) {
        return SEED.child("benchmark/" + index);
    }
}
