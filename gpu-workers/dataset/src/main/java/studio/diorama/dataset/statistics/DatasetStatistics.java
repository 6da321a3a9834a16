package studio.diorama.dataset.statistics;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The file `stats.json`.
///
/// @param format `diorama.statistics/1`
/// @param pictures that were counted
/// @param objects in them
/// @param classes objects by class
/// @param histograms by [Measure]
/// @param choices how often each group of a choice was taken, by field
public record DatasetStatistics(
        String format,
        long pictures,
        long objects,
        Map<String, Long> classes,
        Map<String, Histogram> histograms,
        Map<String, Map<String, Long>> choices) {

    public static final String FORMAT = "diorama.statistics/1";

    public DatasetStatistics {
        requireNonNull(format, "format is null");
        classes = new TreeMap<>(classes);
        histograms = new TreeMap<>(histograms);
        choices = new TreeMap<>(choices);
    }

    /// How far this dataset is from another, such as a real one, the largest gap first. What either has not measured
    /// is left out.
    public List<Gap> gaps(DatasetStatistics target) {
        List<Gap> gaps = new ArrayList<>();
        histograms.forEach((measure, own) -> {
            Histogram other = target.histograms.get(measure);
            if (other != null && own.total() > 0 && other.total() > 0) {
                gaps.add(new Gap(
                        measure,
                        own.wasserstein(other),
                        own.wasserstein(other) / (own.high() - own.low()),
                        own.jensenShannon(other)));
            }
        });
        gaps.sort(Comparator.comparingDouble(Gap::relative).reversed());
        return gaps;
    }

    /// Measures and the numbers of their bins that no object falls into.
    public Map<String, List<Integer>> emptyBins() {
        Map<String, List<Integer>> empty = new TreeMap<>();
        histograms.forEach((measure, histogram) -> {
            if (!histogram.empty().isEmpty()) {
                empty.put(measure, histogram.empty());
            }
        });
        return empty;
    }

    /// A difference between two datasets.
    ///
    /// @param measure what differs
    /// @param wasserstein in the measure's unit
    /// @param relative the same as a share of the measure's range
    /// @param jensenShannon bits, 0 to 1
    public record Gap(String measure, double wasserstein, double relative, double jensenShannon) {}
}
