package studio.diorama.persistence.asset;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Bytes with a meaning: a photograph, or something that a job made.
///
/// @param id never changes
/// @param projectId whose it is
/// @param kind what the bytes are
/// @param state whether a worker has looked at them
/// @param name as a person knows it; a file name, never a path
/// @param sha256 names the bytes in the artifact store, hexadecimal
/// @param bytes how many
/// @param mediaType as told to browsers
/// @param picture what the header says, for pictures
/// @param thumbnail SHA-256 of a small picture, once there is one
/// @param message why it was refused, or what was changed on the way in
/// @param jobId the job that made it
/// @param sourceId the asset that it was made from
/// @param manifest how it was made, JSON
/// @param createdBy who uploaded it or started the job
/// @param createdAt when
/// @param version rises with every change
public record Asset(
        UUID id,
        UUID projectId,
        AssetKind kind,
        AssetState state,
        String name,
        String sha256,
        long bytes,
        String mediaType,
        Optional<PictureInfo> picture,
        Optional<String> thumbnail,
        Optional<String> message,
        Optional<UUID> jobId,
        Optional<UUID> sourceId,
        Optional<String> manifest,
        UUID createdBy,
        Instant createdAt,
        long version) {

    public Asset {
        requireNonNull(id, "id is null");
        requireNonNull(projectId, "projectId is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(state, "state is null");
        requireNonNull(name, "name is null");
        requireNonNull(sha256, "sha256 is null");
        requireNonNull(mediaType, "mediaType is null");
        requireNonNull(picture, "picture is null");
        requireNonNull(thumbnail, "thumbnail is null");
        requireNonNull(message, "message is null");
        requireNonNull(jobId, "jobId is null");
        requireNonNull(sourceId, "sourceId is null");
        requireNonNull(manifest, "manifest is null");
        requireNonNull(createdBy, "createdBy is null");
        requireNonNull(createdAt, "createdAt is null");
    }
}
