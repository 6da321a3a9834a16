package studio.diorama.worker.cli.bench;

import java.util.ArrayList;
import java.util.List;

/// Everything that one run measured.
///
/// @param processors of the machine, shared by what is measured and what measures
/// @param loadAverage processes that wanted to run in the minute before the start; negative where it is unknown
/// @param figures in the order in which they were measured
public record Measurements(int processors, double loadAverage, List<Figure> figures) {

    public Measurements {
        figures = List.copyOf(figures);
    }

    /// A table for people.
    public String table() {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"figure", "measured", "target", "baseline"});
        for (Figure figure : figures) {
            rows.add(new String[] {
                figure.name(),
                Figure.number(figure.measured()) + " " + figure.unit(),
                figure.targetText(),
                figure.baseline() == null ? "" : Figure.number(figure.baseline()) + " " + figure.unit()
            });
        }
        int[] widths = new int[4];
        rows.forEach(row -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        });
        String format = "%-" + widths[0] + "s  %" + widths[1] + "s  %-" + widths[2] + "s  %s";
        StringBuilder text = new StringBuilder();
        rows.forEach(row ->
                text.append(format.formatted((Object[]) row).stripTrailing()).append('\n'));
        return text.append("%d processors, shared with what measures; load average %.1f before the start"
                        .formatted(processors, loadAverage))
                .toString();
    }
}
