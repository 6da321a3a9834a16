package studio.diorama.worker.handlers;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.diorama.common.Seed;
import studio.diorama.imaging.PngWriter;
import studio.diorama.imaging.Thumbnail;
import studio.diorama.models.cameranoise.calibration.CalibrationPairs;
import studio.diorama.models.cameranoise.calibration.CalibrationRequest;
import studio.diorama.models.cameranoise.calibration.CurvePicture;
import studio.diorama.models.cameranoise.calibration.NoiseCalibration;
import studio.diorama.models.cameranoise.data.Burst;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.fit.PairNames;
import studio.diorama.models.cameranoise.flow.FlowWeightsFile;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.job.CameraNoiseFitSpec;
import studio.diorama.persistence.job.CameraNoiseTrainSpec;
import studio.diorama.tensor.ComputeDevice;
import studio.diorama.tensor.training.CurvePoint;
import studio.diorama.tensor.training.TrainingCurve;
import studio.diorama.tensor.training.TrainingLoop;
import studio.diorama.worker.JobContext;
import studio.diorama.worker.JobHandler;
import studio.diorama.worker.JobOutput;

/// Teaches a noise flow a person's own camera; the weights can then be chosen like a built-in camera. A stopped
/// training goes on from its checkpoint.
final class CameraNoiseTrainHandler implements JobHandler<CameraNoiseTrainSpec> {

    private static final int STAGES = 3;
    private static final double READING_SHARE = 0.1;
    private static final long NANOS_BETWEEN_PICTURES = 5_000_000_000L;

    @Override
    public void run(CameraNoiseTrainSpec spec, JobContext context) throws IOException {
        String camera = spec.camera().strip();
        Path place = Files.createDirectories(context.newFile("-pairs"));
        List<PairFile> pairs = new ArrayList<>(pairs(spec, camera, place, context));
        CalibrationPairs ofBursts = CalibrationPairs.of(
                bursts(spec, camera, place, context),
                place.resolve("bursts"),
                context,
                (stage, fraction) -> context.progress(1, STAGES, stage, READING_SHARE * (0.5 + fraction / 2)));
        pairs.addAll(ofBursts.pairs());
        Path folder = context.checkpoints();
        Curves curves = new Curves(folder, context);
        NoiseCalibration.Calibrated calibrated = NoiseCalibration.run(
                new CalibrationRequest(camera, pairs, spec.steps(), new Seed(spec.seed()), context.threads()),
                ofBursts.warnings(),
                folder,
                ComputeDevice.best(),
                (stage, fraction) -> {
                    context.progress(2, STAGES, stage, READING_SHARE + (1 - READING_SHARE) * fraction);
                    curves.show();
                },
                context);
        publish(camera, pairs.size(), calibrated, context);
    }

    private static void publish(String camera, int pairs, NoiseCalibration.Calibrated calibrated, JobContext context)
            throws IOException {
        context.progress(STAGES, STAGES, "Writing", 1);
        String name = new PictureNames().of(camera + ".");
        Path weights = context.newFile(FlowWeightsFile.FILE_EXTENSION);
        FlowWeightsFile.write(calibrated.weights(), weights);
        Path report = context.newFile(".json");
        Files.writeString(report, calibrated.report().toJson());
        Map<String, Object> details = Map.of(
                "camera",
                camera,
                "isos",
                calibrated.report().isos(),
                "pairs",
                pairs,
                "training",
                calibrated.weights().training());
        calibrated.report().toText().lines().forEach(context::log);
        context.output(JobOutput.file(
                AssetKind.NOISE_MODEL,
                name + FlowWeightsFile.FILE_EXTENSION,
                "application/octet-stream",
                weights,
                details));
        context.output(JobOutput.file(AssetKind.REPORT, name + ".report.json", "application/json", report, details));
    }

    /// Pictures of strangers are decoded behind the fence, once; what training reads are files of our own.
    private static Path decoded(Asset asset, Path place, JobContext context) throws IOException {
        Path own = place.resolve(asset.id() + ".png");
        if (!Files.exists(own)) {
            Path file = context.file(asset);
            PngWriter.write(
                    context.decoder().decode(file, context.imageLimits()).image(), own);
            Files.delete(file);
        }
        return own;
    }

    private static List<PairFile> pairs(CameraNoiseTrainSpec spec, String camera, Path place, JobContext context)
            throws IOException {
        List<PairFile> pairs = new ArrayList<>();
        for (CameraNoiseFitSpec.Pair pair : spec.pairs()) {
            context.throwIfRequested();
            context.progress(
                    1,
                    STAGES,
                    "Pair %d of %d".formatted(pairs.size() + 1, spec.pairs().size()),
                    READING_SHARE / 2 * pairs.size() / spec.pairs().size());
            Asset clean = context.asset(pair.clean());
            Asset noisy = context.asset(pair.noisy());
            pairs.add(new PairFile(
                    camera,
                    PictureIso.of(pair.iso(), noisy),
                    PairNames.scene(noisy.name()).orElse(clean.id().toString()),
                    decoded(clean, place, context),
                    decoded(noisy, place, context)));
        }
        return pairs;
    }

    private static List<Burst> bursts(CameraNoiseTrainSpec spec, String camera, Path place, JobContext context)
            throws IOException {
        List<Burst> bursts = new ArrayList<>();
        for (CameraNoiseTrainSpec.Burst burst : spec.bursts()) {
            List<Path> frames = new ArrayList<>();
            for (UUID id : burst.frames()) {
                context.throwIfRequested();
                context.progress(
                        1,
                        STAGES,
                        "Frame %d of %d"
                                .formatted(frames.size() + 1, burst.frames().size()),
                        READING_SHARE / 2);
                frames.add(decoded(context.asset(id), place, context));
            }
            Asset first = context.asset(burst.frames().getFirst());
            bursts.add(new Burst(camera, PictureIso.of(burst.iso(), first), first.name(), frames));
        }
        return bursts;
    }

    /// The loss curves, as a preview now and then.
    private static final class Curves {

        private final Path folder;
        private final JobContext context;
        private long shownAt = System.nanoTime();

        Curves(Path folder, JobContext context) {
            this.folder = folder;
            this.context = context;
        }

        void show() {
            if (System.nanoTime() - shownAt < NANOS_BETWEEN_PICTURES) {
                return;
            }
            shownAt = System.nanoTime();
            List<CurvePoint> curve = TrainingCurve.read(folder.resolve(TrainingLoop.CURVE));
            if (curve.isEmpty()) {
                return;
            }
            Path picture = context.newFile(".jpg");
            try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(picture))) {
                Thumbnail.write(CurvePicture.of(curve), output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            context.preview(picture);
        }
    }
}
