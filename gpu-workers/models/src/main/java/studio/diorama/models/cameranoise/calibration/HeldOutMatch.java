package studio.diorama.models.cameranoise.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import studio.diorama.common.Cancellation;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.metrics.NoiseComparison;
import studio.diorama.models.cameranoise.metrics.NoiseDivergence;
import studio.diorama.models.cameranoise.metrics.NoiseReport;
import studio.diorama.models.cameranoise.metrics.NoiseStatistics;

/// One model beside real held-out noise, one pair at a time.
final class HeldOutMatch {

    private static final int GREEN = 1;

    /// Fewer samples than this in a bin say too little.
    private static final int FEWEST_SAMPLES = 500;

    private final String name;
    private final Law law;
    private final NoiseComparison comparison = new NoiseComparison();
    private double likelihood;
    private int pairs;

    /// @param name of the model
    HeldOutMatch(String name, Law law) {
        this.name = name;
        this.law = law;
    }

    /// What is asked of a model about one pair.
    interface Law {
        Rgb8Image draw(Rgb8Image clean, double iso, Seed seed, Cancellation cancellation);

        /// Nats per dimension.
        double judge(LoadedPair pair, double iso, Cancellation cancellation);
    }

    void add(PairFile file, LoadedPair pair, Seed seed, Cancellation cancellation) {
        comparison.add(pair.clean(), pair.noisy(), law.draw(pair.clean(), file.iso(), seed, cancellation));
        likelihood += law.judge(pair, file.iso(), cancellation);
        pairs++;
    }

    CalibrationReport.Match match() {
        NoiseReport report = comparison.report();
        Map<String, Double> divergences = new LinkedHashMap<>();
        divergences.put(NoiseDivergence.KL4.printedName(), report.kl4());
        divergences.put(NoiseDivergence.KL66.printedName(), report.kl66());
        divergences.put(NoiseDivergence.KL66RAW.printedName(), report.kl66raw());
        divergences.put(NoiseDivergence.KL256.printedName(), report.kl256());
        return new CalibrationReport.Match(
                name,
                likelihood / pairs,
                divergences,
                report.deviationError(),
                report.meanError(),
                report.autocorrelationError(),
                report.channelCorrelationError());
    }

    CalibrationReport.Law synthetic() {
        return law(name, comparison.synthetic());
    }

    CalibrationReport.Law real() {
        return law("real", comparison.real());
    }

    private static CalibrationReport.Law law(String name, NoiseStatistics statistics) {
        List<List<Double>> deviation = new ArrayList<>();
        List<List<Double>> mean = new ArrayList<>();
        for (int channel = 0; channel < 3; channel++) {
            List<Double> deviations = new ArrayList<>();
            List<Double> means = new ArrayList<>();
            for (int bin = 0; bin < NoiseStatistics.BINS; bin++) {
                boolean enough = statistics.count(channel, bin) >= FEWEST_SAMPLES;
                deviations.add(enough ? statistics.deviation(channel, bin) : null);
                means.add(enough ? statistics.mean(channel, bin) : null);
            }
            deviation.add(deviations);
            mean.add(means);
        }
        return new CalibrationReport.Law(
                name,
                deviation,
                mean,
                IntStream.rangeClosed(1, NoiseStatistics.LAGS)
                        .mapToObj(lag -> statistics.autocorrelation(GREEN, 0, lag))
                        .toList());
    }
}
