package studio.diorama.worker;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.PictureInfo;

/// Something that a job made.
///
/// @param kind what it is
/// @param name as a person will know it
/// @param mediaType as told to browsers
/// @param file where its bytes are; it is moved into the artifact store
/// @param picture size and depth, for pictures
/// @param thumbnail a small JPEG file of it; it is moved into the artifact store too
/// @param source the asset that it was made from
/// @param details what its manifest states beside what every manifest does: seed, model, ISO …
public record JobOutput(
        AssetKind kind,
        String name,
        String mediaType,
        Path file,
        Optional<PictureInfo> picture,
        Optional<Path> thumbnail,
        Optional<UUID> source,
        Map<String, Object> details) {

    public JobOutput {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(mediaType, "mediaType is null");
        requireNonNull(file, "file is null");
        requireNonNull(picture, "picture is null");
        requireNonNull(thumbnail, "thumbnail is null");
        requireNonNull(source, "source is null");
        requireNonNull(details, "details is null");
    }

    /// A file that is no picture.
    public static JobOutput file(
            AssetKind kind, String name, String mediaType, Path file, Map<String, Object> details) {
        return new JobOutput(
                kind, name, mediaType, file, Optional.empty(), Optional.empty(), Optional.empty(), details);
    }
}
