package studio.diorama.models.cameranoise.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.HeteroscedasticNoise;
import studio.diorama.models.cameranoise.IsotropicNoise;
import studio.diorama.models.cameranoise.NoiseCondition;
import studio.diorama.models.cameranoise.NoiseModel;
import studio.diorama.models.cameranoise.NoiseOptions;
import studio.diorama.models.cameranoise.Provenance;
import studio.diorama.models.cameranoise.fit.FitRequest;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.fit.NoiseFit;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.fit.SceneSplit;
import studio.diorama.models.cameranoise.metrics.NoiseComparison;
import studio.diorama.models.cameranoise.metrics.NoiseReport;

/// Fits every model to the training pairs of each camera and ISO, and compares its noise with that of held-out pairs.
///
/// The last row of a group, `same model twice`, compares two draws of the heteroscedastic model: what the figures are
/// when the noise has exactly the right law, so the least that any model can reach.
final class QualityBenchmark {

    /// Pairs of each side in a group, so that the whole benchmark takes minutes.
    private static final int MOST_PAIRS = 4;

    private final PrintStream output;
    private final Map<String, List<NoiseReport>> reports = new LinkedHashMap<>();
    private final Map<String, List<Double>> likelihoods = new LinkedHashMap<>();

    QualityBenchmark(PrintStream output) {
        this.output = output;
    }

    void run(List<PairFile> pairs) {
        output.println("  %-26s %-18s %7s %7s %7s %7s %7s %7s %7s %7s %7s"
                .formatted(
                        "camera, ISO",
                        "model",
                        "kl4",
                        "kl66",
                        "kl66raw",
                        "kl256",
                        "std%",
                        "mean",
                        "autoc",
                        "chanc",
                        "NLL"));
        Map<String, List<PairFile>> groups = pairs.stream()
                .collect(Collectors.groupingBy(
                        pair -> "%s, %d".formatted(pair.camera(), pair.iso()), TreeMap::new, Collectors.toList()));
        boolean anyByPair = false;
        for (Map.Entry<String, List<PairFile>> group : groups.entrySet()) {
            SceneSplit split = SceneSplit.of(group.getValue());
            if (split.heldOut().isEmpty()) {
                output.println("  %-26s one pair only, left out".formatted(group.getKey()));
                continue;
            }
            anyByPair |= !split.byScene();
            judge(group.getKey() + (split.byScene() ? "" : " *"), split);
        }
        for (Map.Entry<String, List<NoiseReport>> model : reports.entrySet()) {
            double likelihood = likelihoods.get(model.getKey()).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(Double.NaN);
            row("average", model.getKey(), NoiseReport.average(model.getValue()), likelihood);
        }
        if (anyByPair) {
            output.println("  * a single scene: held out are other parts of the same scene");
        }
        output.println(
                "  std%: error of the standard deviation per clean-intensity bin; mean: error of the mean, 8-bit codes;");
        output.println(
                "  autoc, chanc: error of autocorrelation (lags 1-4) and channel correlation; NLL: nats/dimension,");
        output.println("  before compression");
    }

    private void judge(String group, SceneSplit whole) {
        SceneSplit split = new SceneSplit(
                whole.training().stream().limit(MOST_PAIRS).toList(),
                whole.heldOut().stream().limit(MOST_PAIRS).toList(),
                whole.byScene());
        CameraProfile plain = PlainGaussian.fit(split.training());
        CameraProfile fitted = NoiseFit.fit(
                FitRequest.of("Benchmark", "", new Provenance("", "", "", ""), split.training())
                        .withThreads(Runtime.getRuntime().availableProcessors()),
                Cancellation.NEVER,
                ProgressSink.NONE);
        List<LoadedPair> heldOut = new ArrayList<>();
        split.heldOut().forEach(files -> heldOut.add(LoadedPair.of(files, false)));
        compare(group, "sRGB Gaussian", new IsotropicNoise(), plain, heldOut);
        compare("", "isotropic", new IsotropicNoise(), fitted, heldOut);
        compare("", "heteroscedastic", new HeteroscedasticNoise(), fitted, heldOut);
        List<LoadedPair> drawn = new ArrayList<>();
        for (int i = 0; i < heldOut.size(); i++) {
            Rgb8Image clean = heldOut.get(i).clean();
            drawn.add(new LoadedPair(clean, draw(new HeteroscedasticNoise(), fitted, clean, 1000 + i)));
        }
        compare("", "same model twice", new HeteroscedasticNoise(), fitted, drawn);
    }

    private void compare(String group, String name, NoiseModel model, CameraProfile profile, List<LoadedPair> heldOut) {
        NoiseComparison comparison = new NoiseComparison();
        double likelihood = 0;
        for (int i = 0; i < heldOut.size(); i++) {
            LoadedPair pair = heldOut.get(i);
            comparison.add(pair.clean(), pair.noisy(), draw(model, profile, pair.clean(), i));
            likelihood += model.negativeLogLikelihood(
                            pair.clean(), pair.noisy(), new NoiseCondition(profile, profile.minimumIso()))
                    / heldOut.size();
        }
        NoiseReport report = comparison.report();
        reports.computeIfAbsent(name, _ -> new ArrayList<>()).add(report);
        likelihoods.computeIfAbsent(name, _ -> new ArrayList<>()).add(likelihood);
        row(group, name, report, likelihood);
    }

    private static Rgb8Image draw(NoiseModel model, CameraProfile profile, Rgb8Image clean, int index) {
        NoiseOptions options = NoiseOptions.of(new Seed(4).child("benchmark/" + index));
        return (Rgb8Image) model.apply(
                        clean,
                        new NoiseCondition(profile, profile.minimumIso()),
                        options,
                        Cancellation.NEVER,
                        ProgressSink.NONE)
                .noisy();
    }

    private void row(String group, String name, NoiseReport report, double likelihood) {
        output.println("  %-26s %-18s %7.4f %7.4f %7.4f %7.4f %7.1f %7.2f %7.3f %7.3f %7.3f"
                .formatted(
                        group,
                        name,
                        report.kl4(),
                        report.kl66(),
                        report.kl66raw(),
                        report.kl256(),
                        100 * report.deviationError(),
                        report.meanError(),
                        report.autocorrelationError(),
                        report.channelCorrelationError(),
                        likelihood));
    }
}
