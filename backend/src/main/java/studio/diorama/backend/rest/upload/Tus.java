package studio.diorama.backend.rest.upload;

import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import studio.diorama.backend.asset.Checksum;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// The words of tus 1.0.0 (tus.io), the protocol of resumable uploads.
final class Tus {

    static final String VERSION = "1.0.0";
    private static final String EXTENSIONS = "creation,expiration,checksum,termination";
    static final String CHUNK = "application/offset+octet-stream";

    static final String RESUMABLE = "Tus-Resumable";
    static final String OFFSET = "Upload-Offset";
    static final String LENGTH = "Upload-Length";
    static final String METADATA = "Upload-Metadata";
    static final String CHECKSUM = "Upload-Checksum";
    static final String EXPIRES = "Upload-Expires";

    /// Which asset the file has become; ours.
    static final String ASSET = "Diorama-Asset";

    private static final int MOST_METADATA = 8192;

    private Tus() {}

    /// The answer to `OPTIONS`: what of the protocol is spoken here.
    ///
    /// @param mostBytes of one file
    static Response described(long mostBytes) {
        return Response.noContent()
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", EXTENSIONS)
                .header("Tus-Max-Size", mostBytes)
                .header("Tus-Checksum-Algorithm", Checksum.ALGORITHMS)
                .build();
    }

    /// A header that has to be a number.
    static long number(String name, String text) {
        try {
            long value = Long.parseLong(text == null ? "" : text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Answered like a negative one.
        }
        throw malformed("The header %s has to be a number of bytes.".formatted(name));
    }

    /// The file's name out of `Upload-Metadata`, which is a list of keys, each followed by a value in base64.
    static String fileName(String metadata) {
        if (metadata == null || metadata.length() > MOST_METADATA) {
            throw malformed("The header %s with a filename in base64 is needed, at most %d characters long."
                    .formatted(METADATA, MOST_METADATA));
        }
        for (String pair : metadata.split(",")) {
            String[] words = pair.strip().split(" ");
            if (words[0].equals("filename")) {
                return decoded(words.length < 2 ? "" : words[1]);
            }
        }
        throw malformed("The header %s lacks the key filename.".formatted(METADATA));
    }

    private static String decoded(String base64) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed("The filename in %s has to be UTF-8 in base64.".formatted(METADATA));
        }
    }

    static String date(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    /// @throws DioramaException `PRECONDITION_FAILED` for another version than ours, or none
    static void requireVersion(String resumable) {
        if (!Optional.ofNullable(resumable).filter(VERSION::equals).isPresent()) {
            throw new DioramaException(
                    ErrorCode.PRECONDITION_FAILED,
                    "The header %s: %s is needed, which is the version of tus spoken here."
                            .formatted(RESUMABLE, VERSION));
        }
    }

    private static DioramaException malformed(String message) {
        return new DioramaException(ErrorCode.MALFORMED_REQUEST, message);
    }
}
