package studio.diorama.worker.handlers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.imaging.PhotoCheck;
import studio.diorama.imaging.PhotoMetadata;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetRepository;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.asset.PictureInfo;
import studio.diorama.persistence.job.PhotoCheckSpec;
import studio.diorama.worker.JobContext;
import studio.diorama.worker.JobHandler;

/// Decodes an uploaded photo once, in full and behind a fence, and makes its thumbnail. A photo that cannot be used is
/// refused with the reason; the job itself has succeeded then.
final class PhotoCheckHandler implements JobHandler<PhotoCheckSpec> {

    private static final int MOST_MESSAGE_CHARACTERS = 2000;

    private final AssetRepository assets;

    PhotoCheckHandler(AssetRepository assets) {
        this.assets = assets;
    }

    @Override
    public void run(PhotoCheckSpec spec, JobContext context) throws IOException {
        Optional<Asset> photo = assets.find(spec.photo());
        if (photo.isEmpty()) {
            context.log("The photo was deleted before it was looked at.");
            return;
        }
        context.progress(1, 1, "Looking at the photo", 0);
        Path file = context.file(photo.get());
        Path thumbnail = context.newFile(".jpg");
        try {
            PhotoCheck check =
                    context.decoder().check(file, thumbnail, PhotoCheck.THUMBNAIL_SIDE, context.imageLimits());
            context.throwIfRequested();
            String stored = context.store(thumbnail);
            context.onSuccess(() -> assets.recordCheck(
                    spec.photo(),
                    AssetState.READY,
                    picture(check),
                    stored,
                    warnings(check.metadata().warnings())));
        } catch (DioramaException e) {
            context.throwIfRequested();
            if (!isAboutThePhoto(e.code())) {
                throw e;
            }
            context.onSuccess(
                    () -> assets.recordCheck(spec.photo(), AssetState.REFUSED, null, null, cut(e.getMessage())));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void failed(PhotoCheckSpec spec, String message) {
        assets.recordCheck(
                spec.photo(),
                AssetState.REFUSED,
                null,
                null,
                cut("The photo could not be looked at. Upload it again. " + message));
    }

    private static boolean isAboutThePhoto(ErrorCode code) {
        return switch (code) {
            case INVALID_INPUT, UNSUPPORTED_MEDIA, TOO_LARGE, DAMAGED -> true;
            default -> false;
        };
    }

    private static PictureInfo picture(PhotoCheck check) {
        PhotoMetadata metadata = check.metadata();
        return new PictureInfo(
                check.header().uprightWidth(),
                check.header().uprightHeight(),
                check.header().bitDepth(),
                camera(metadata),
                metadata.iso().isPresent() ? Optional.of(metadata.iso().getAsInt()) : Optional.empty());
    }

    /// Models often begin with their maker's name already.
    private static Optional<String> camera(PhotoMetadata metadata) {
        String make = metadata.cameraMake().orElse("").strip();
        String model = metadata.cameraModel().orElse("").strip();
        String name = Stream.of(model.startsWith(make) ? "" : make, model)
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
        return name.isEmpty() ? Optional.empty() : Optional.of(name.substring(0, Math.min(200, name.length())));
    }

    private static String warnings(List<String> sentences) {
        return sentences.isEmpty() ? null : cut(String.join(" ", sentences));
    }

    private static String cut(String text) {
        return text.length() <= MOST_MESSAGE_CHARACTERS ? text : text.substring(0, MOST_MESSAGE_CHARACTERS - 1) + "…";
    }
}
