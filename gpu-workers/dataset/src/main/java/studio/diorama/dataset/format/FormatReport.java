package studio.diorama.dataset.format;

import java.util.Map;
import java.util.TreeMap;

/// What a format took and what it lost.
///
/// @param frames that were added
/// @param objects that were written
/// @param skipped objects that were not written, by the reason
/// @param measures other numbers worth knowing, such as the mean overlap of polygons with their masks
public record FormatReport(long frames, long objects, Map<String, Long> skipped, Map<String, Double> measures) {

    public FormatReport {
        skipped = new TreeMap<>(skipped);
        measures = new TreeMap<>(measures);
    }
}
