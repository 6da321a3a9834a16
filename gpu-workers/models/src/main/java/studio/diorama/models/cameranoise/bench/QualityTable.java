package studio.diorama.models.cameranoise.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every model beside the same held-out pairs.
///
/// @param title what the pairs are
/// @param rows group by group
/// @param averages over the groups, each model's; where scenes of some groups were trained on in other parts, the
/// average over all groups and then over the others alone
/// @param notes on single groups
public record QualityTable(String title, List<QualityRow> rows, List<QualityRow> averages, List<String> notes) {

    static final String LEGEND = """
              std%: error of the standard deviation per clean-intensity bin; mean: error of the mean, 8-bit codes;
              lag1, autoc, chanc: error of autocorrelation (lag 1; lags 1-4) and channel correlation;
              NLL: nats/dimension of the file's 8-bit codes, one code being one unit, for all models alike;
              same model twice: two draws of the heteroscedastic model, the least that any model can reach;
              *: a single scene, held out are other parts of it""";

    private static final String ALL = "average";
    private static final String UNSEEN = "average, scenes unseen";

    public QualityTable {
        rows = List.copyOf(rows);
        averages = List.copyOf(averages);
        notes = List.copyOf(notes);
    }

    static QualityTable of(String title, List<QualityRow> rows, List<String> notes) {
        List<QualityRow> averages = new ArrayList<>(averages(ALL, rows));
        List<QualityRow> unseen = rows.stream().filter(QualityRow::byScene).toList();
        if (unseen.size() < rows.size()) {
            averages.addAll(averages(UNSEEN, unseen));
        }
        return new QualityTable(title, rows, averages, notes);
    }

    private static List<QualityRow> averages(String label, List<QualityRow> rows) {
        Map<String, List<QualityRow>> byModel = new LinkedHashMap<>();
        rows.forEach(row ->
                byModel.computeIfAbsent(row.model(), _ -> new ArrayList<>()).add(row));
        return byModel.values().stream()
                .map(ofModel -> QualityRow.average(label, ofModel))
                .toList();
    }

    /// A model's average over all groups; empty where it was not judged.
    Optional<QualityRow> average(String model) {
        return averages.stream()
                .filter(row -> row.group().equals(ALL) && row.model().equals(model))
                .findFirst();
    }

    String toText() {
        StringBuilder text = new StringBuilder(title).append('\n');
        text.append(QualityRow.HEADER).append('\n');
        rows.forEach(row -> text.append(row.toText()).append('\n'));
        averages.forEach(row -> text.append(row.toText()).append('\n'));
        notes.forEach(note -> text.append("  ").append(note).append('\n'));
        return text.toString();
    }
}
