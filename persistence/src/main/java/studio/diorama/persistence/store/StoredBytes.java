package studio.diorama.persistence.store;

import static java.util.Objects.requireNonNull;

/// @param sha256 the name of stored bytes, 64 hexadecimal digits
/// @param bytes how many there are
public record StoredBytes(String sha256, long bytes) {

    public StoredBytes {
        requireNonNull(sha256, "sha256 is null");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("64 hexadecimal digits expected, got: " + sha256);
        }
    }
}
