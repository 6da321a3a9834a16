package studio.diorama.worker.handlers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.CameraProfileCodec;
import studio.diorama.models.cameranoise.Provenance;
import studio.diorama.models.cameranoise.fit.FitRequest;
import studio.diorama.models.cameranoise.fit.NoiseFit;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.job.CameraNoiseFitSpec;
import studio.diorama.persistence.store.ContentHash;
import studio.diorama.worker.JobContext;
import studio.diorama.worker.JobHandler;
import studio.diorama.worker.JobOutput;

/// Fits a camera's noise from a project's pairs; the profile can then be chosen like a built-in camera.
final class CameraNoiseFitHandler implements JobHandler<CameraNoiseFitSpec> {

    private final String codeVersion;

    CameraNoiseFitHandler(String codeVersion) {
        this.codeVersion = codeVersion;
    }

    @Override
    public void run(CameraNoiseFitSpec spec, JobContext context) throws IOException {
        List<PairFile> pairs = new ArrayList<>();
        StringBuilder hashes = new StringBuilder();
        for (int i = 0; i < spec.pairs().size(); i++) {
            context.throwIfRequested();
            context.progress(
                    1,
                    2,
                    "Pair %d of %d".formatted(i + 1, spec.pairs().size()),
                    0.1 * i / spec.pairs().size());
            CameraNoiseFitSpec.Pair pair = spec.pairs().get(i);
            Asset clean = context.asset(pair.clean());
            Asset noisy = context.asset(pair.noisy());
            int iso = PictureIso.of(pair.iso(), noisy);
            pairs.add(new PairFile(spec.camera(), iso, noisy.name(), context.file(clean), context.file(noisy)));
            hashes.append("%s %s %d%n".formatted(clean.sha256(), noisy.sha256(), iso));
        }
        Provenance provenance = new Provenance(
                "%d pairs of a project, SHA-256 of their list %s"
                        .formatted(
                                pairs.size(), ContentHash.of(hashes.toString().replace("\r\n", "\n"))),
                "that of the pairs",
                "pipeline " + CameraNoiseFitSpec.PIPELINE,
                codeVersion);
        CameraProfile profile = NoiseFit.fit(
                FitRequest.of(spec.camera().strip(), "Fitted from pairs of this project.", provenance, pairs)
                        .with16BitConversion(true)
                        .withReader(file -> context.decoder().decode(file, context.imageLimits()))
                        .withThreads(context.threads()),
                context,
                (stage, fraction) -> context.progress(2, 2, "Fitting · " + stage, 0.1 + 0.9 * fraction));
        Path file = context.newFile(CameraProfileCodec.FILE_EXTENSION);
        Files.write(file, CameraProfileCodec.write(profile));
        context.log("Fitted %d ISO levels, %.0f to %.0f, from %d pairs."
                .formatted(profile.levels().size(), profile.minimumIso(), profile.maximumIso(), pairs.size()));
        context.output(JobOutput.file(
                AssetKind.CAMERA_PROFILE,
                new PictureNames().of(profile.name() + ".") + CameraProfileCodec.FILE_EXTENSION,
                "application/json",
                file,
                Map.of("camera", profile.name(), "isos", isos(profile), "pairs", pairs.size())));
    }

    private static List<Double> isos(CameraProfile profile) {
        return profile.levels().stream().map(level -> level.iso()).toList();
    }
}
