package studio.diorama.backend.rest.asset;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import studio.diorama.backend.rest.internal.EntityTags;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetState;

/// A stored file on its way out. Browsers get it as something to save that no script can run in, except for pictures
/// of the two formats that hold nothing but pixels once their type is pinned by `nosniff`.
///
/// @param name what it is saved as
/// @param mediaType as it was judged by its bytes
/// @param sha256 names the bytes, so it is their strong ETag
/// @param bytes how many
/// @param inline whether a browser may show it
record Download(String name, String mediaType, String sha256, long bytes, boolean inline) {

    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg");
    private static final String SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    /// Rights may end, so every use asks again; the bytes themselves never change.
    private static final String ASK_AGAIN = "private, no-cache";

    /// @throws DioramaException `INVALID_INPUT` if it should be shown and is no picture that may be
    static Download of(Asset asset, boolean inline) {
        if (inline && !(SHOWN.contains(asset.mediaType()) && asset.state() == AssetState.READY)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Only checked PNG and JPEG pictures are shown in the browser. Leave “inline” out to save the file.");
        }
        return new Download(asset.name(), asset.mediaType(), asset.sha256(), asset.bytes(), inline);
    }

    /// The whole file, or the range that is asked for.
    Response answer(Supplier<Path> file, String range, String ifRange, String ifNoneMatch) {
        if (EntityTags.isNamed(ifNoneMatch, tag())) {
            return headers(Response.notModified()).build();
        }
        Optional<ByteRange> part =
                ifRange == null || ifRange.strip().equals(tag()) ? ByteRange.parse(range, bytes) : Optional.empty();
        if (part.isEmpty()) {
            return body(Response.ok(), file.get(), new ByteRange(0, bytes)).build();
        }
        ByteRange wanted = part.orElseThrow();
        if (!wanted.isSatisfiable()) {
            return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + bytes)
                    .build();
        }
        return body(Response.status(Response.Status.PARTIAL_CONTENT), file.get(), wanted)
                .header("Content-Range", wanted.describe(bytes))
                .build();
    }

    Response head() {
        return headers(Response.ok())
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_LENGTH, bytes)
                .build();
    }

    private Response.ResponseBuilder body(Response.ResponseBuilder answer, Path file, ByteRange range) {
        return headers(answer)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
                .entity(new FileRange(file, range.start(), range.length()));
    }

    private Response.ResponseBuilder headers(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.ETAG, tag())
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", SANDBOX)
                .header(HttpHeaders.CONTENT_DISPOSITION, (inline ? "inline" : "attachment") + fileName());
    }

    private String tag() {
        return '"' + sha256 + '"';
    }

    /// RFC 6266 with RFC 8187's encoding: nothing of a name can end the header or the quotes.
    private String fileName() {
        String ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
    }
}
