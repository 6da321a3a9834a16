package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;
import studio.diorama.dataset.format.FormatReport;
import studio.diorama.dataset.report.DatasetReport;
import studio.diorama.dataset.statistics.DatasetStatistics;

/// What came of a request.
///
/// @param manifest what was asked for
/// @param rendered frames that were rendered now; others were there already
/// @param seconds that rendering and publishing took
/// @param report how right the labels are
/// @param statistics what the pictures hold
/// @param exports by the format's key
public record DatasetResult(
        DatasetManifest manifest,
        long rendered,
        double seconds,
        DatasetReport report,
        DatasetStatistics statistics,
        Map<String, FormatReport> exports) {

    public DatasetResult {
        requireNonNull(manifest, "manifest is null");
        requireNonNull(report, "report is null");
        requireNonNull(statistics, "statistics is null");
        exports = new TreeMap<>(exports);
    }
}
