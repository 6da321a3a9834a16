package studio.diorama.backend.asset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// What a chunk must hash to, as tus' `Upload-Checksum` header says it: `sha256 BASE64`.
///
/// @param algorithm Java's name of it
/// @param value the hash
public record Checksum(String algorithm, byte[] value) {

    /// What the server can check, as tus names it.
    public static final String ALGORITHMS = "sha256,sha1,md5";

    /// @throws DioramaException `MALFORMED_REQUEST` for anything else
    public static Checksum parse(String header) {
        String[] parts = header.strip().split(" ", 2);
        String algorithm = switch (parts[0]) {
            case "sha256" -> "SHA-256";
            case "sha1" -> "SHA-1";
            case "md5" -> "MD5";
            default -> throw malformed(header);
        };
        try {
            return new Checksum(algorithm, Base64.getDecoder().decode(parts.length < 2 ? "" : parts[1].strip()));
        } catch (IllegalArgumentException e) {
            throw malformed(header);
        }
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }

    boolean matches(byte[] hash) {
        return MessageDigest.isEqual(value, hash);
    }

    private static DioramaException malformed(String header) {
        return new DioramaException(
                ErrorCode.MALFORMED_REQUEST,
                "Upload-Checksum: one of %s and the hash in base64 is accepted, got “%s”."
                        .formatted(ALGORITHMS, header.length() > 40 ? header.substring(0, 40) + "…" : header));
    }
}
