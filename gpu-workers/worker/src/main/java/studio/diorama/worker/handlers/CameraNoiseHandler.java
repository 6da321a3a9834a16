package studio.diorama.worker.handlers;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Photo;
import studio.diorama.models.cameranoise.CameraNoiseConfig;
import studio.diorama.models.cameranoise.CameraNoisePipeline;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.CameraProfileCodec;
import studio.diorama.models.cameranoise.IsoChoice;
import studio.diorama.models.cameranoise.NoiseCameras;
import studio.diorama.models.cameranoise.NoiseModel;
import studio.diorama.models.cameranoise.NoiseModels;
import studio.diorama.models.cameranoise.NoiseRecipe;
import studio.diorama.models.cameranoise.NoiseSource;
import studio.diorama.models.cameranoise.PairedDatasetWriter;
import studio.diorama.models.cameranoise.flow.FlowPipeline;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.NoiseRecipeSpec;
import studio.diorama.worker.JobContext;
import studio.diorama.worker.JobHandler;
import studio.diorama.worker.JobOutput;

/// Adds a camera's noise to photos, one at a time: each gives a noisy picture per bit depth and a noise level map; all
/// together, if wanted, a dataset.
final class CameraNoiseHandler implements JobHandler<CameraNoiseSpec> {

    private final String codeVersion;

    CameraNoiseHandler(String codeVersion) {
        this.codeVersion = codeVersion;
    }

    @Override
    public void run(CameraNoiseSpec spec, JobContext context) throws IOException {
        List<NoiseRecipe> recipes = new ArrayList<>();
        for (NoiseRecipeSpec recipe : spec.recipes()) {
            recipes.add(recipe(recipe, context));
        }
        CameraNoiseConfig config = new CameraNoiseConfig(
                recipes, spec.copies(), new Seed(spec.seed()), depth(spec), true, context.threads());
        List<Asset> photos = spec.images().stream().map(context::asset).toList();
        if (!spec.dataset()) {
            run(config, photos, context, Optional.empty());
            return;
        }
        Path zip = context.newFile(".zip");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(zip));
                PairedDatasetWriter dataset = PairedDatasetWriter.toZip(file, codeVersion)) {
            run(config, photos, context, Optional.of(dataset));
            dataset.finish();
        }
        context.output(new JobOutput(
                AssetKind.DATASET,
                "noisy-pairs.zip",
                "application/zip",
                zip,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(
                        "seed", Long.toString(spec.seed()),
                        "copies", spec.copies(),
                        "recipes",
                                recipes.stream()
                                        .map(CameraNoiseHandler::described)
                                        .toList())));
    }

    private static void run(
            CameraNoiseConfig config, List<Asset> photos, JobContext context, Optional<PairedDatasetWriter> dataset) {
        PictureNames names = new PictureNames();
        List<NoiseSource> sources = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            int number = i + 1;
            Asset photo = photos.get(i);
            sources.add(NoiseSource.of(names.of(photo.name()), () -> open(context, photo, number, photos.size())));
        }
        NoiseResults results = new NoiseResults(
                context,
                photos.stream()
                        .flatMap(photo -> Collections.nCopies(config.copies(), photo).stream())
                        .iterator());
        CameraNoisePipeline.run(
                config,
                sources,
                pair -> {
                    if (dataset.isPresent()) {
                        dataset.get().accept(pair);
                    }
                    results.accept(pair);
                },
                context,
                ProgressSink.NONE);
    }

    private static Photo open(JobContext context, Asset photo, int number, int count) {
        context.progress(
                number,
                count,
                "Noise %d of %d · %s".formatted(number, count, photo.name()),
                (number - 1) / (double) count);
        Path file = context.file(photo);
        try {
            return context.decoder().decode(file, context.imageLimits());
        } finally {
            delete(file);
        }
    }

    private static NoiseRecipe recipe(NoiseRecipeSpec spec, JobContext context) throws IOException {
        NoiseModel model = spec.model().equals(FlowPipeline.NAME)
                ? NoiseFlows.of(spec.profile(), context)
                : NoiseModels.byName(spec.model());
        return new NoiseRecipe(model, profile(spec, model, context), iso(spec));
    }

    private static CameraProfile profile(NoiseRecipeSpec spec, NoiseModel model, JobContext context)
            throws IOException {
        if (spec.profile() == null) {
            return NoiseCameras.profile(spec.model(), spec.camera());
        }
        if (model instanceof FlowPipeline flow) {
            return flow.profile(flow.weights().config().cameras().getFirst().name());
        }
        Asset asset = context.asset(spec.profile());
        try (InputStream json = Files.newInputStream(context.file(asset))) {
            return CameraProfileCodec.read(asset.name(), json);
        }
    }

    private static IsoChoice iso(NoiseRecipeSpec spec) {
        if (spec.lowestIso() == null) {
            return new IsoChoice.AsInPhoto();
        }
        return spec.lowestIso().equals(spec.highestIso())
                ? new IsoChoice.Fixed(spec.lowestIso())
                : new IsoChoice.Range(spec.lowestIso(), spec.highestIso());
    }

    private static Map<String, String> described(NoiseRecipe recipe) {
        return Map.of(
                "model", recipe.model().name(),
                "camera", recipe.profile().name(),
                "profileSha256", CameraProfileCodec.sha256(recipe.profile()));
    }

    private static CameraNoiseConfig.OutputDepth depth(CameraNoiseSpec spec) {
        if (spec.bitDepths().size() == 2) {
            return CameraNoiseConfig.OutputDepth.BOTH;
        }
        return spec.bitDepths().contains(16)
                ? CameraNoiseConfig.OutputDepth.SIXTEEN
                : CameraNoiseConfig.OutputDepth.EIGHT;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
