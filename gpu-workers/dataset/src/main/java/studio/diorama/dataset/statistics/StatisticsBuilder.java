package studio.diorama.dataset.statistics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts pictures and their objects as they come.
public final class StatisticsBuilder {

    private final Map<Measure, Histogram.Builder> histograms = new EnumMap<>(Measure.class);
    private final Map<String, Long> classes = new TreeMap<>();
    private final Map<String, Map<String, Long>> choices = new TreeMap<>();
    private long pictures;
    private long objects;

    public StatisticsBuilder() {
        for (Measure measure : Measure.values()) {
            histograms.put(measure, measure.histogram());
        }
    }

    /// A picture and its objects.
    public void add(int width, int height, List<ObjectSample> samples) {
        pictures++;
        objects += samples.size();
        count(Measure.COUNT, samples.size());
        for (ObjectSample sample : samples) {
            classes.merge(sample.className(), 1L, Long::sum);
            count(Measure.SIZE, StrictMath.sqrt(sample.width() * sample.height() / ((double) width * height)));
            count(Measure.ASPECT, StrictMath.log(sample.height() / sample.width()) / StrictMath.log(2));
            count(Measure.CENTRE_X, (sample.x() + sample.width() / 2) / width);
            count(Measure.CENTRE_Y, (sample.y() + sample.height() / 2) / height);
            count(Measure.OCCLUSION, sample.occlusion());
            count(Measure.TRUNCATION, sample.truncation());
            count(Measure.DISTANCE, StrictMath.log10(sample.distance()));
            count(Measure.VIEW_ELEVATION, sample.viewElevation());
        }
    }

    /// The groups that a frame's choices took. Numbers of objects are left out of fields: all mugs count as one.
    public void addChoices(Map<String, List<Integer>> taken) {
        taken.forEach((field, groups) -> {
            String key = field.replaceAll("/\\d+/", "/*/");
            String group = groups.toString();
            choices.computeIfAbsent(key, name -> new TreeMap<>()).merge(group, 1L, Long::sum);
        });
    }

    private void count(Measure measure, double value) {
        histograms.get(measure).add(value);
    }

    public DatasetStatistics build() {
        Map<String, Histogram> built = new TreeMap<>();
        histograms.forEach((measure, histogram) ->
                built.put(measure.name().toLowerCase(java.util.Locale.ROOT), histogram.build()));
        return new DatasetStatistics(DatasetStatistics.FORMAT, pictures, objects, classes, built, choices);
    }
}
