package studio.diorama.models.cameranoise.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import studio.diorama.common.Cancellation;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.denoiser.Denoiser;
import studio.diorama.models.cameranoise.denoiser.DenoiserConfig;
import studio.diorama.models.cameranoise.denoiser.DenoiserExample;
import studio.diorama.models.cameranoise.denoiser.DenoiserSchedule;
import studio.diorama.models.cameranoise.denoiser.DenoiserTrainer;
import studio.diorama.models.cameranoise.denoiser.PictureQuality;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.fit.PairFolder;
import studio.diorama.tensor.ComputeDevice;

/// What drawn noise is worth for training: the same denoiser is trained on the same clean pictures, for the same steps
/// and from the same seeds, once with each kind of noise, and cleans real pictures of held-out scenes.
public final class DenoiserBenchmark {

    private static final String REAL = "real noise";
    private static final double GAIN = 0.3;
    private static final Seed SEED = new Seed(41).child("benchmark/denoiser");

    /// Of the real noise there is one version a picture, of drawn noise any number; four are not too many to hold.
    private static final int VERSIONS = 4;

    private final BenchProgress progress;
    private final DenoiserSchedule schedule;
    private final Path trainings;
    private final List<Training> training = new ArrayList<>();
    private final List<Judged> heldOut = new ArrayList<>();

    /// @param group of the pair, by its label
    private record Training(PairGroup group, LoadedPair pair, String name) {}

    private record Judged(LoadedPair pair, boolean sceneUnseen) {}

    private DenoiserBenchmark(DenoiserSchedule schedule, Path trainings, BenchProgress progress) {
        this.schedule = schedule;
        this.trainings = trainings;
        this.progress = progress;
    }

    /// @param options whose real pairs are used, and whose flow is trained here
    /// @param steps of each denoiser
    /// @param progress is told every result as it comes
    public static DenoiserReport run(NoiseBenchmarkOptions options, long steps, PrintWriter progress) {
        List<PairGroup> groups =
                PairGroup.of(PairFolder.find(options.realPairs(), Optional.empty(), OptionalInt.empty()));
        return TrainingsFolder.with(
                options.trainings(),
                folder -> new DenoiserBenchmark(DenoiserSchedule.of(steps), folder, new BenchProgress(progress))
                        .measure(groups, options.flowSteps()));
    }

    private DenoiserReport measure(List<PairGroup> groups, long flowSteps) {
        RealFlow flow = RealFlow.train(groups, flowSteps, trainings, progress);
        Map<PairGroup, Map<String, Contender>> contenders = new HashMap<>();
        for (PairGroup group : groups.stream().filter(PairGroup::canBeJudged).toList()) {
            Map<String, Contender> ofGroup = new HashMap<>();
            Contender.classical(group).forEach(contender -> ofGroup.put(contender.name(), contender));
            ofGroup.put(
                    Contender.FLOW,
                    new Contender.OfFlow(
                            flow.flow(),
                            KnownConditions.of(flow.flow(), group.camera(), group.iso())
                                    .orElseThrow()));
            contenders.put(group, ofGroup);
            load(group);
        }
        List<DenoiserRow> rows = new ArrayList<>();
        progress.say(DenoiserRow.HEADER);
        add(rows, judge("none: noisy as it came", UnaryOperator.identity(), 0));
        add(rows, train(REAL, one -> List.of(one.pair().noisy())));
        for (String name :
                List.of(Contender.FLOW, Contender.HETEROSCEDASTIC, Contender.ISOTROPIC, Contender.SRGB_GAUSSIAN)) {
            add(rows, train(name, one -> drawn(contenders.get(one.group()).get(name), one)));
        }
        return new DenoiserReport(
                schedule.steps(), training.size(), heldOut.size(), VERSIONS, flow, rows, targets(rows));
    }

    private void load(PairGroup group) {
        for (PairFile file : group.split().training()) {
            training.add(new Training(
                    group,
                    LoadedPair.of(file, false),
                    file.noisy().getFileName().toString()));
        }
        for (PairFile file : group.split().heldOut()) {
            heldOut.add(new Judged(LoadedPair.of(file, false), group.split().byScene()));
        }
    }

    private static List<Rgb8Image> drawn(Contender contender, Training one) {
        return IntStream.range(0, VERSIONS)
                .mapToObj(version ->
                        contender.draw(one.pair().clean(), SEED.child("noise/" + one.name() + "/" + version)))
                .toList();
    }

    /// Noisy versions of a training picture.
    private interface NoiseKind {
        List<Rgb8Image> over(Training one);
    }

    private DenoiserRow train(String name, NoiseKind noise) {
        List<DenoiserExample> examples = training.stream()
                .map(one -> new DenoiserExample(one.pair().clean(), noise.over(one)))
                .toList();
        long begun = System.nanoTime();
        Path folder = trainings.resolve(String.format(
                Locale.ROOT,
                "denoiser-%d-%s",
                schedule.steps(),
                name.toLowerCase(Locale.ROOT).replace(' ', '-')));
        try (Denoiser denoiser = DenoiserTrainer.train(
                DenoiserConfig.SMALL,
                examples,
                schedule,
                SEED,
                folder,
                ComputeDevice.best(),
                (stage, fraction) -> progress.report(name + ": " + stage, fraction),
                Cancellation.NEVER)) {
            return judge(name, denoiser::denoise, (System.nanoTime() - begun) / 1e9);
        }
    }

    private DenoiserRow judge(String name, UnaryOperator<Rgb8Image> denoiser, double seconds) {
        List<PictureQuality> all = new ArrayList<>();
        List<PictureQuality> unseen = new ArrayList<>();
        for (Judged one : heldOut) {
            PictureQuality quality = PictureQuality.of(
                    one.pair().clean(), denoiser.apply(one.pair().noisy()));
            all.add(quality);
            if (one.sceneUnseen()) {
                unseen.add(quality);
            }
        }
        return new DenoiserRow(name, mean(all), mean(unseen), seconds);
    }

    private static PictureQuality mean(List<PictureQuality> qualities) {
        return new PictureQuality(
                qualities.stream().mapToDouble(PictureQuality::psnr).average().orElse(Double.NaN),
                qualities.stream().mapToDouble(PictureQuality::ssim).average().orElse(Double.NaN));
    }

    private void add(List<DenoiserRow> rows, DenoiserRow row) {
        rows.add(row);
        progress.say(row.toText());
    }

    private static List<BenchFigure> targets(List<DenoiserRow> rows) {
        return List.of(BenchFigure.atLeast(
                "PSNR with the flow's noise above that with heteroscedastic by",
                psnr(rows, Contender.FLOW) - psnr(rows, Contender.HETEROSCEDASTIC),
                "dB",
                GAIN));
    }

    private static double psnr(List<DenoiserRow> rows, String noise) {
        return rows.stream()
                .filter(row -> row.noise().equals(noise))
                .findFirst()
                .orElseThrow()
                .all()
                .psnr();
    }
}
