package studio.diorama.persistence.asset;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A file on its way in, chunk by chunk.
///
/// @param id names it in the upload's address
/// @param projectId where it will belong
/// @param accountId who sends it
/// @param fileName as the browser calls it
/// @param length bytes announced
/// @param received bytes that are safe on disk
/// @param assetId what it became once it was whole
/// @param createdAt when it began
/// @param expiresAt when it is thrown away unless it goes on
public record Upload(
        UUID id,
        UUID projectId,
        UUID accountId,
        String fileName,
        long length,
        long received,
        Optional<UUID> assetId,
        Instant createdAt,
        Instant expiresAt) {

    public Upload {
        requireNonNull(id, "id is null");
        requireNonNull(projectId, "projectId is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(fileName, "fileName is null");
        requireNonNull(assetId, "assetId is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }

    public boolean isComplete() {
        return received == length;
    }

    /// The same, with more of it safe on disk.
    public Upload advancedTo(long nowReceived, Instant nowExpires) {
        return new Upload(id, projectId, accountId, fileName, length, nowReceived, assetId, createdAt, nowExpires);
    }

    /// The same, now that it is an asset.
    public Upload finishedAs(UUID asset) {
        return new Upload(
                id, projectId, accountId, fileName, length, received, Optional.of(asset), createdAt, expiresAt);
    }
}
