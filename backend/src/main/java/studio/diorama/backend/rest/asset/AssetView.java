package studio.diorama.backend.rest.asset;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.asset.PictureInfo;

/// An asset as callers see it.
@Schema(name = "Asset")
public record AssetView(
        UUID id,
        UUID project,
        @Schema(description = "What the bytes are") AssetKind kind,

        @Schema(description = "Whether a worker has looked at them; only READY ones can be used")
        AssetState state,

        @Schema(description = "A file name, never a path") String name,

        @Schema(description = "SHA-256 of the content, hexadecimal; also its ETag")
        String sha256,

        long bytes,
        String mediaType,
        @Schema(description = "For pictures") PictureView picture,

        @Schema(description = "Why it was refused, or what was changed on the way in")
        String message,

        @Schema(description = "The job that made it") UUID job,

        @Schema(description = "The asset that it was made from")
        UUID source,

        UUID createdBy,
        Instant createdAt,
        Links links) {

    /// @param width upright, pixels
    /// @param height upright, pixels
    /// @param bitDepth bits per channel
    /// @param camera as the EXIF names it
    /// @param iso as the EXIF says
    @Schema(name = "Picture")
    public record PictureView(int width, int height, int bitDepth, String camera, Integer iso) {

        static PictureView of(PictureInfo picture) {
            return new PictureView(
                    picture.width(),
                    picture.height(),
                    picture.bitDepth(),
                    picture.camera().orElse(null),
                    picture.iso().orElse(null));
        }
    }

    /// Where to go from here.
    @Schema(name = "AssetLinks")
    public record Links(String content, String thumbnail, String lineage, String manifest) {}

    public static AssetView of(Asset asset) {
        String path = "/api/v1/assets/" + asset.id();
        Optional<String> thumbnail = asset.thumbnail().map(hash -> path + "/thumbnail");
        Optional<String> manifest = asset.manifest().map(json -> path + "/manifest");
        return new AssetView(
                asset.id(),
                asset.projectId(),
                asset.kind(),
                asset.state(),
                asset.name(),
                asset.sha256(),
                asset.bytes(),
                asset.mediaType(),
                asset.picture().map(PictureView::of).orElse(null),
                asset.message().orElse(null),
                asset.jobId().orElse(null),
                asset.sourceId().orElse(null),
                asset.createdBy(),
                asset.createdAt(),
                new Links(path + "/content", thumbnail.orElse(null), path + "/lineage", manifest.orElse(null)));
    }
}
