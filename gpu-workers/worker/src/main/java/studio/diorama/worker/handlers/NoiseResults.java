package studio.diorama.worker.handlers;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.diorama.imaging.Thumbnail;
import studio.diorama.models.cameranoise.NoisePair;
import studio.diorama.models.cameranoise.NoiseSink;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.PictureInfo;
import studio.diorama.worker.JobContext;
import studio.diorama.worker.JobOutput;

/// Publishes a job's pictures one by one: noisy ones, noise levels, and the clean pictures as they were read, upright
/// and in sRGB, so that before and after have one size and one space. The same clean bytes are stored once for all
/// jobs.
final class NoiseResults implements NoiseSink {

    private static final String PNG = "image/png";

    private final JobContext context;
    private final Iterator<Asset> photos;

    /// @param photos in the order in which their pairs come
    NoiseResults(JobContext context, Iterator<Asset> photos) {
        this.context = context;
        this.photos = photos;
    }

    @Override
    public void accept(NoisePair pair) throws IOException {
        Asset photo = photos.next();
        for (NoisePair.PngFile file : pair.files()) {
            switch (file.folder()) {
                case "noisy" -> publish(pair, file, photo, AssetKind.NOISY, "-noisy.png", 8);
                case "noisy16" -> publish(pair, file, photo, AssetKind.NOISY, "-noisy-16bit.png", 16);
                case "clean" -> publish(pair, file, photo, AssetKind.CLEAN, "-clean.png", 8);
                case "clean16" -> publish(pair, file, photo, AssetKind.CLEAN, "-clean-16bit.png", 16);
                case "level" -> publish(pair, file, photo, AssetKind.NOISE_LEVEL, "-level.png", 16);
                default -> {}
            }
        }
    }

    private void publish(
            NoisePair pair, NoisePair.PngFile png, Asset photo, AssetKind kind, String ending, int bitDepth)
            throws IOException {
        Path file = context.newFile(".png");
        Files.write(file, png.bytes());
        Path thumbnail = context.newFile(".jpg");
        try (OutputStream small = new BufferedOutputStream(Files.newOutputStream(thumbnail))) {
            Thumbnail.write(png.thumbnail(), small);
        }
        if (kind == AssetKind.NOISY) {
            context.preview(thumbnail);
        }
        int iso = (int) Math.round(pair.iso());
        PictureInfo picture =
                new PictureInfo(pair.width(), pair.height(), bitDepth, Optional.of(pair.camera()), Optional.of(iso));
        context.output(new JobOutput(
                kind,
                pair.name() + ending,
                PNG,
                file,
                Optional.of(picture),
                Optional.of(thumbnail),
                Optional.of(photo.id()),
                details(pair)));
    }

    private static Map<String, Object> details(NoisePair pair) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("model", pair.model());
        details.put("camera", pair.camera());
        details.put("profileSha256", pair.profileSha256());
        details.put("iso", pair.iso());
        details.put("pictureSeed", Long.toString(pair.seed().value()));
        return details;
    }
}
