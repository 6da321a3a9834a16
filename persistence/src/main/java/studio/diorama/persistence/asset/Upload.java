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
}
