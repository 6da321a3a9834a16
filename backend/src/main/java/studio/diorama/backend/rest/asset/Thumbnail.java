package studio.diorama.backend.rest.asset;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import studio.diorama.backend.rest.internal.EntityTags;

/// A small picture that a worker of ours drew: shown, never saved.
public final class Thumbnail {

    /// Larger than any that a worker draws.
    private static final int MOST_BYTES = 1 << 20;

    private Thumbnail() {}

    /// @param sha256 names the picture
    public static Response answer(String sha256, SeekableByteChannel picture, String ifNoneMatch) {
        String tag = '"' + sha256 + '"';
        try (InputStream in = Channels.newInputStream(picture)) {
            Response.ResponseBuilder answer =
                    EntityTags.isNamed(ifNoneMatch, tag) ? Response.notModified() : picture(in.readNBytes(MOST_BYTES));
            return answer.header(HttpHeaders.ETAG, tag)
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response.ResponseBuilder picture(byte[] bytes) {
        boolean jpeg = bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8;
        return Response.ok(bytes, jpeg ? "image/jpeg" : "image/png");
    }
}
