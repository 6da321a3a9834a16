package studio.diorama.models.cameranoise.calibration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
import studio.diorama.models.cameranoise.flow.FlowCondition;
import studio.diorama.models.cameranoise.flow.FlowConfig;
import studio.diorama.models.cameranoise.flow.FlowData;
import studio.diorama.models.cameranoise.flow.FlowPipeline;
import studio.diorama.models.cameranoise.flow.FlowPreset;
import studio.diorama.models.cameranoise.flow.FlowSchedule;
import studio.diorama.models.cameranoise.flow.FlowTrainer;
import studio.diorama.models.cameranoise.flow.FlowWeights;
import studio.diorama.models.cameranoise.metrics.NoiseStatistics;
import studio.diorama.tensor.ComputeDevice;
import studio.diorama.tensor.training.CurvePoint;
import studio.diorama.tensor.training.TrainingCurve;
import studio.diorama.tensor.training.TrainingLoop;

/// Learns a camera from its pairs and measures, on pairs that were held out, how near the flow comes, beside the
/// classical models fitted on the same pairs: the one class behind the web job, the REST job and the command line.
public final class NoiseCalibration {

    /// Held-out pairs that are measured: more say little more and take time.
    private static final int MOST_JUDGED = 24;

    private static final int JUDGED_SIDE = 512;
    private static final double TRAINING_SHARE = 0.85;

    private NoiseCalibration() {}

    /// @param weights the trained flow, of one camera
    /// @param report how near it comes
    public record Calibrated(FlowWeights weights, CalibrationReport report) {}

    /// @param folder for checkpoints and the curve; a training that was stopped goes on from there
    /// @param warnings of whoever made the pairs, for the report
    public static Calibrated run(
            CalibrationRequest request,
            List<String> warnings,
            Path folder,
            ComputeDevice device,
            ProgressSink progress,
            Cancellation cancellation) {
        FlowData data = FlowData.ofFiles(request.pairs(), true);
        FlowWeights weights = FlowTrainer.train(
                FlowConfig.small(data.cameras()),
                data,
                FlowSchedule.of(FlowPreset.SMALL).withSteps(request.steps()),
                request.seed(),
                folder,
                device,
                (stage, fraction) -> progress.report(stage, TRAINING_SHARE * fraction),
                cancellation);
        SceneSplit split = SceneSplit.of(request.pairs());
        CameraProfile classical = NoiseFit.fit(
                FitRequest.of(request.camera(), "", new Provenance("", "", "", ""), split.training())
                        .with16BitConversion(true)
                        .withThreads(request.threads()),
                cancellation,
                (stage, fraction) -> progress.report(stage, TRAINING_SHARE));
        List<HeldOutMatch> matches = matches(weights, classical, request.threads());
        List<PairFile> judged = spread(split.heldOut().isEmpty() ? split.training() : split.heldOut());
        for (int i = 0; i < judged.size(); i++) {
            cancellation.throwIfRequested();
            LoadedPair pair = LoadedPair.of(judged.get(i), true).corner(JUDGED_SIDE);
            for (HeldOutMatch match : matches) {
                match.add(judged.get(i), pair, request.seed().child("judged/" + i), cancellation);
            }
            progress.report(
                    "Measuring on held-out pairs",
                    TRAINING_SHARE + (1 - TRAINING_SHARE) * (i + 1) / (double) judged.size());
        }
        return new Calibrated(weights, report(request, warnings, folder, weights, split, judged.size(), matches));
    }

    private static List<HeldOutMatch> matches(FlowWeights weights, CameraProfile classical, int threads) {
        return List.of(
                new HeldOutMatch(FlowPipeline.NAME, flow(weights, threads)),
                new HeldOutMatch("heteroscedastic", law(new HeteroscedasticNoise(), classical, threads)),
                new HeldOutMatch("isotropic", law(new IsotropicNoise(), classical, threads)));
    }

    private static HeldOutMatch.Law flow(FlowWeights weights, int threads) {
        FlowPipeline flow = FlowPipeline.of(weights);
        return new HeldOutMatch.Law() {
            @Override
            public Rgb8Image draw(Rgb8Image clean, double iso, Seed seed, Cancellation cancellation) {
                return (Rgb8Image) flow.apply(
                                clean,
                                new FlowCondition(0, iso),
                                NoiseOptions.of(seed).withThreads(threads),
                                cancellation,
                                ProgressSink.NONE)
                        .noisy();
            }

            @Override
            public double judge(LoadedPair pair, double iso, Cancellation cancellation) {
                return flow.judge(pair.clean(), pair.noisy(), new FlowCondition(0, iso), cancellation)
                        .negativeLogLikelihood();
            }
        };
    }

    private static HeldOutMatch.Law law(NoiseModel model, CameraProfile profile, int threads) {
        return new HeldOutMatch.Law() {
            @Override
            public Rgb8Image draw(Rgb8Image clean, double iso, Seed seed, Cancellation cancellation) {
                return (Rgb8Image) model.apply(
                                clean,
                                new NoiseCondition(profile, iso),
                                NoiseOptions.of(seed).withThreads(threads),
                                cancellation,
                                ProgressSink.NONE)
                        .noisy();
            }

            @Override
            public double judge(LoadedPair pair, double iso, Cancellation cancellation) {
                return model.negativeLogLikelihood(pair.clean(), pair.noisy(), new NoiseCondition(profile, iso));
            }
        };
    }

    /// Some of the pairs, evenly over all of them.
    private static List<PairFile> spread(List<PairFile> pairs) {
        int count = Math.min(MOST_JUDGED, pairs.size());
        return IntStream.range(0, count)
                .mapToObj(i -> pairs.get((int) ((long) i * pairs.size() / count)))
                .toList();
    }

    private static CalibrationReport report(
            CalibrationRequest request,
            List<String> warnings,
            Path folder,
            FlowWeights weights,
            SceneSplit split,
            int judged,
            List<HeldOutMatch> matches) {
        List<CalibrationReport.Law> laws = new ArrayList<>();
        laws.add(matches.getFirst().real());
        matches.forEach(match -> laws.add(match.synthetic()));
        List<CurvePoint> curve = TrainingCurve.read(folder.resolve(TrainingLoop.CURVE));
        List<String> notes = new ArrayList<>(warnings);
        if (split.heldOut().isEmpty()) {
            notes.add("There is one pair only: the figures are of the pair that was learnt from.");
        } else if (!split.byScene()) {
            notes.add("All pairs show one scene: the figures are of other frames of it.");
        }
        return new CalibrationReport(
                request.camera(),
                request.pairs().stream().map(PairFile::iso).distinct().sorted().toList(),
                split.training().size(),
                judged,
                split.byScene(),
                weights.training(),
                curve.isEmpty() ? 0 : curve.getLast().seconds(),
                notes,
                matches.stream().map(HeldOutMatch::match).toList(),
                IntStream.range(0, NoiseStatistics.BINS)
                        .mapToObj(bin -> (bin + 0.5) * 256 / NoiseStatistics.BINS)
                        .toList(),
                laws,
                points(curve));
    }

    private static List<CalibrationReport.Point> points(List<CurvePoint> curve) {
        return curve.stream()
                .map(point -> new CalibrationReport.Point(
                        point.step(), point.losses().get("nll"), point.figures().get("nll")))
                .toList();
    }
}
