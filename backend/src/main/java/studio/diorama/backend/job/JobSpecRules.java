package studio.diorama.backend.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.backend.TextCheck;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.asset.PictureInfo;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.job.CameraNoiseFitSpec;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.JobSpec;
import studio.diorama.persistence.job.PhotoCheckSpec;

/// What a spec must meet beyond its own fields: its inputs are there, of the right kind, and fit each other. What can
/// be
/// known before a job waits for its turn is said before.
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
            case PhotoCheckSpec photo -> requirePhoto(inputs.get(photo.photo()));
        }
    }

    private void check(CameraNoiseSpec spec, Map<UUID, Asset> inputs) {
        checkCount("images", spec.images().size());
        if (spec.camera() != null) {
            TextCheck.line("camera", spec.camera(), CAMERA_LENGTH);
        }
        for (UUID id : spec.images()) {
            Asset photo = inputs.get(id);
            requirePhoto(photo);
            Optional<Integer> own = photo.picture().flatMap(PictureInfo::iso);
            if (spec.iso() == null && own.isEmpty()) {
                throw invalid("“%s” does not say its ISO. Choose one for all photos.".formatted(photo.name()));
            }
            int iso = spec.iso() == null ? own.orElseThrow() : spec.iso();
            if (spec.camera() != null) {
                offers.checkCamera(spec.camera(), iso);
            }
        }
        if (spec.profile() != null && inputs.get(spec.profile()).kind() != AssetKind.CAMERA_PROFILE) {
            throw invalid("“%s” is not a camera profile."
                    .formatted(inputs.get(spec.profile()).name()));
        }
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
        for (CameraNoiseFitSpec.Pair pair : spec.pairs()) {
            Asset clean = inputs.get(pair.clean());
            Asset noisy = inputs.get(pair.noisy());
            requirePhoto(clean);
            requirePhoto(noisy);
            PictureInfo one = clean.picture().orElseThrow();
            PictureInfo other = noisy.picture().orElseThrow();
            if (one.width() != other.width() || one.height() != other.height()) {
                throw invalid("A pair must have one size: “%s” is %d × %d, “%s” is %d × %d."
                        .formatted(
                                clean.name(), one.width(), one.height(), noisy.name(), other.width(), other.height()));
            }
            if (pair.iso() == null && other.iso().isEmpty()) {
                throw invalid("“%s” does not say its ISO. Give one for the pair.".formatted(noisy.name()));
            }
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
                "%s · %s · %s"
                        .formatted(
                                noise.camera() == null
                                        ? inputs.get(noise.profile()).name()
                                        : noise.camera(),
                                noise.iso() == null ? "ISO of each photo" : "ISO " + noise.iso(),
                                photos(noise.images(), inputs));
            case CameraNoiseFitSpec fit ->
                "%s from %d pair%s"
                        .formatted(fit.camera(), fit.pairs().size(), fit.pairs().size() == 1 ? "" : "s");
            case PhotoCheckSpec photo -> inputs.get(photo.photo()).name();
        };
    }

    private static String photos(List<UUID> images, Map<UUID, Asset> inputs) {
        return images.size() == 1 ? inputs.get(images.getFirst()).name() : images.size() + " photos";
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
