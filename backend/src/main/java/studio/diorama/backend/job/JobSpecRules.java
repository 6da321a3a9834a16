package studio.diorama.backend.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.diorama.backend.TextCheck;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.asset.PictureInfo;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.job.CameraNoiseFitSpec;
import studio.diorama.persistence.job.CameraNoiseScoreSpec;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.CameraNoiseTrainSpec;
import studio.diorama.persistence.job.JobSpec;
import studio.diorama.persistence.job.NoiseRecipeSpec;
import studio.diorama.persistence.job.PhotoCheckSpec;

/// What a spec must meet beyond its own fields: its inputs are there, of the right kind, and fit each other. What can
/// be known before a job waits for its turn is said before.
@ApplicationScoped
public class JobSpecRules {

    private static final int CAMERA_LENGTH = 100;

    private final PipelineOffers offers;
    private final DioramaConfig config;

    JobSpecRules(PipelineOffers offers, DioramaConfig config) {
        this.offers = offers;
        this.config = config;
    }

    /// @param inputs the assets of the job's project among those that the spec names
    /// @throws DioramaException `INVALID_INPUT` naming the first thing that will not do
    void check(JobSpec spec, Map<UUID, Asset> inputs) {
        for (UUID id : spec.inputs()) {
            Asset asset = inputs.get(id);
            if (asset == null) {
                throw invalid("There is no asset %s in this project.".formatted(id));
            }
            if (asset.state() != AssetState.READY) {
                throw invalid(
                        asset.state() == AssetState.CHECKING
                                ? "“%s” is still being checked. Try again in a moment.".formatted(asset.name())
                                : "“%s” was refused and cannot be used: %s"
                                        .formatted(asset.name(), asset.message().orElse("")));
            }
        }
        switch (spec) {
            case CameraNoiseSpec noise -> check(noise, inputs);
            case CameraNoiseFitSpec fit -> check(fit, inputs);
            case CameraNoiseTrainSpec train -> check(train, inputs);
            case CameraNoiseScoreSpec score -> check(score, inputs);
            case PhotoCheckSpec photo -> requirePhoto(inputs.get(photo.photo()));
        }
    }

    private void check(CameraNoiseSpec spec, Map<UUID, Asset> inputs) {
        checkCount("noisy pictures", spec.images().size() * spec.copies());
        List<Asset> photos = spec.images().stream().map(inputs::get).toList();
        photos.forEach(JobSpecRules::requirePhoto);
        spec.recipes().forEach(recipe -> check(recipe, photos, inputs));
    }

    private void check(NoiseRecipeSpec recipe, List<Asset> photos, Map<UUID, Asset> inputs) {
        if (recipe.lowestIso() == null) {
            photos.forEach(photo -> requireIso(null, photo, "Choose one for all photos."));
        }
        if (recipe.camera() != null) {
            TextCheck.line("camera", recipe.camera(), CAMERA_LENGTH);
            isos(recipe, photos).distinct().forEach(iso -> offers.checkCamera(recipe.model(), recipe.camera(), iso));
            return;
        }
        Asset profile = inputs.get(recipe.profile());
        AssetKind wanted =
                recipe.model().equals(CameraNoiseSpec.FLOW) ? AssetKind.NOISE_MODEL : AssetKind.CAMERA_PROFILE;
        if (profile.kind() != wanted) {
            throw invalid(
                    wanted == AssetKind.NOISE_MODEL
                            ? "The flow draws from a noise model, and “%s” is none. Train one, or choose another model."
                                    .formatted(profile.name())
                            : "“%s” is not a camera profile.".formatted(profile.name()));
        }
    }

    private static IntStream isos(NoiseRecipeSpec recipe, List<Asset> photos) {
        return recipe.lowestIso() == null
                ? photos.stream()
                        .mapToInt(photo ->
                                photo.picture().flatMap(PictureInfo::iso).orElseThrow())
                : IntStream.of(recipe.lowestIso(), recipe.highestIso());
    }

    private void checkCount(String what, int count) {
        int most = config.limits().imagesPerJob();
        if (count > most) {
            throw invalid("%d %s, at most %d are accepted in one job (diorama.limits.images-per-job)."
                    .formatted(count, what, most));
        }
    }

    private void check(CameraNoiseFitSpec spec, Map<UUID, Asset> inputs) {
        checkCount("pairs", spec.pairs().size());
        TextCheck.line("camera", spec.camera(), CAMERA_LENGTH);
        spec.pairs().forEach(pair -> check(pair, inputs));
    }

    private void check(CameraNoiseTrainSpec spec, Map<UUID, Asset> inputs) {
        checkCount("pictures", spec.inputs().size());
        TextCheck.line("camera", spec.camera(), CAMERA_LENGTH);
        spec.pairs().forEach(pair -> check(pair, inputs));
        for (CameraNoiseTrainSpec.Burst burst : spec.bursts()) {
            Asset first = inputs.get(burst.frames().getFirst());
            for (UUID id : burst.frames()) {
                Asset frame = inputs.get(id);
                requirePhoto(frame);
                requireSameSize("The frames of a burst", first, frame);
                requireIso(burst.iso(), frame, "Give one for the burst.");
            }
        }
    }

    private void check(CameraNoiseScoreSpec spec, Map<UUID, Asset> inputs) {
        requirePicture(inputs.get(spec.clean()));
        requirePicture(inputs.get(spec.noisy()));
        requireSameSize("A pair", inputs.get(spec.clean()), inputs.get(spec.noisy()));
        if (spec.camera() != null) {
            TextCheck.line("camera", spec.camera(), CAMERA_LENGTH);
        }
        if (spec.weights() != null && inputs.get(spec.weights()).kind() != AssetKind.NOISE_MODEL) {
            throw invalid("“%s” is not a noise model."
                    .formatted(inputs.get(spec.weights()).name()));
        }
    }

    private static void check(CameraNoiseFitSpec.Pair pair, Map<UUID, Asset> inputs) {
        Asset clean = inputs.get(pair.clean());
        Asset noisy = inputs.get(pair.noisy());
        requirePhoto(clean);
        requirePhoto(noisy);
        requireSameSize("A pair", clean, noisy);
        requireIso(pair.iso(), noisy, "Give one for the pair.");
    }

    private static void requireSameSize(String what, Asset one, Asset other) {
        PictureInfo size = one.picture().orElseThrow();
        PictureInfo otherSize = other.picture().orElseThrow();
        if (size.width() != otherSize.width() || size.height() != otherSize.height()) {
            throw invalid("%s must have one size: “%s” is %d × %d, “%s” is %d × %d."
                    .formatted(
                            what,
                            one.name(),
                            size.width(),
                            size.height(),
                            other.name(),
                            otherSize.width(),
                            otherSize.height()));
        }
    }

    private static void requireIso(Integer given, Asset photo, String advice) {
        if (given == null && photo.picture().flatMap(PictureInfo::iso).isEmpty()) {
            throw invalid("“%s” does not say its ISO. %s".formatted(photo.name(), advice));
        }
    }

    /// What a job is called when nobody named it; cut where names of files make it too long.
    String title(JobSpec spec, Map<UUID, Asset> inputs) {
        String title = fullTitle(spec, inputs);
        int most = config.limits().nameLength();
        return title.length() <= most ? title : title.substring(0, most - 1) + "…";
    }

    private static String fullTitle(JobSpec spec, Map<UUID, Asset> inputs) {
        return switch (spec) {
            case CameraNoiseSpec noise ->
                "%s · %s · %s".formatted(cameras(noise, inputs), isos(noise), photos(noise.images(), inputs));
            case CameraNoiseFitSpec fit ->
                "%s from %s".formatted(fit.camera(), counted(fit.pairs().size(), "pair"));
            case CameraNoiseTrainSpec train -> "%s, learnt from %s".formatted(train.camera(), sources(train));
            case CameraNoiseScoreSpec score ->
                "Score of " + inputs.get(score.noisy()).name();
            case PhotoCheckSpec photo -> inputs.get(photo.photo()).name();
        };
    }

    private static String cameras(CameraNoiseSpec noise, Map<UUID, Asset> inputs) {
        if (noise.mixture().size() > 1) {
            return noise.mixture().size() + " cameras";
        }
        NoiseRecipeSpec only = noise.recipes().getFirst();
        return only.camera() == null ? inputs.get(only.profile()).name() : only.camera();
    }

    private static String isos(CameraNoiseSpec noise) {
        if (noise.recipes().stream().anyMatch(recipe -> recipe.lowestIso() == null)) {
            return "ISO of each photo";
        }
        int lowest = noise.recipes().stream()
                .mapToInt(NoiseRecipeSpec::lowestIso)
                .min()
                .orElseThrow();
        int highest = noise.recipes().stream()
                .mapToInt(NoiseRecipeSpec::highestIso)
                .max()
                .orElseThrow();
        return lowest == highest ? "ISO " + lowest : "ISO %d to %d".formatted(lowest, highest);
    }

    private static String sources(CameraNoiseTrainSpec train) {
        return Stream.of(
                        counted(train.pairs().size(), "pair"),
                        counted(train.bursts().size(), "burst"))
                .filter(text -> !text.startsWith("0 "))
                .collect(Collectors.joining(" and "));
    }

    private static String counted(int count, String what) {
        return count == 1 ? "1 " + what : "%d %ss".formatted(count, what);
    }

    private static String photos(List<UUID> images, Map<UUID, Asset> inputs) {
        return images.size() == 1 ? inputs.get(images.getFirst()).name() : counted(images.size(), "photo");
    }

    private static void requirePicture(Asset asset) {
        if (asset.picture().isEmpty()) {
            throw invalid("“%s” is not a picture.".formatted(asset.name()));
        }
    }

    private static void requirePhoto(Asset asset) {
        if (asset.kind() != AssetKind.PHOTO) {
            throw invalid("“%s” is not a photo.".formatted(asset.name()));
        }
    }

    private static DioramaException invalid(String message) {
        return new DioramaException(ErrorCode.INVALID_INPUT, message);
    }
}
