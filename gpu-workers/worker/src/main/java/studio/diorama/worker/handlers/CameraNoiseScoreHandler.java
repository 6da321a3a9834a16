package studio.diorama.worker.handlers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.flow.FlowPipeline;
import studio.diorama.models.cameranoise.flow.NoiseScore;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.job.CameraNoiseScoreSpec;
import studio.diorama.worker.JobContext;
import studio.diorama.worker.JobHandler;
import studio.diorama.worker.JobOutput;

/// Says how likely a pair's noise is, and which camera and ISO explain it best.
final class CameraNoiseScoreHandler implements JobHandler<CameraNoiseScoreSpec> {

    @Override
    public void run(CameraNoiseScoreSpec spec, JobContext context) throws IOException {
        context.progress(1, 2, "Reading the pair", 0);
        Asset clean = context.asset(spec.clean());
        Asset noisy = context.asset(spec.noisy());
        LoadedPair pair = LoadedPair.of(
                new PairFile("", 0, "", context.file(clean), context.file(noisy)),
                true,
                file -> context.decoder().decode(file, context.imageLimits()));
        FlowPipeline flow = NoiseFlows.of(spec.weights(), context);
        NoiseScore score = score(spec, flow, pair.clean(), pair.noisy(), context);
        Path report = context.newFile(".json");
        Files.writeString(report, score.toJson());
        context.log(score.toText());
        context.output(new JobOutput(
                AssetKind.REPORT,
                new PictureNames().of(noisy.name()) + ".score.json",
                "application/json",
                report,
                Optional.empty(),
                Optional.empty(),
                Optional.of(noisy.id()),
                Map.of("camera", score.camera(), "iso", score.iso(), "nllPerDim", score.nllPerDim())));
    }

    private static NoiseScore score(
            CameraNoiseScoreSpec spec, FlowPipeline flow, Rgb8Image clean, Rgb8Image noisy, JobContext context) {
        return spec.camera() == null
                ? NoiseScore.ofAll(
                        flow,
                        clean,
                        noisy,
                        context.threads(),
                        context,
                        (stage, fraction) -> context.progress(2, 2, "Trying cameras and ISOs", 0.1 + 0.9 * fraction))
                : NoiseScore.ofOne(flow, spec.camera(), spec.iso(), clean, noisy, context.threads(), context);
    }
}
