package studio.diorama.geometry.internal.gltf;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.internal.BoundedBytes;

/// The bytes that a document names: its own, those of data: URIs, and those of files in the same folder.
final class GltfBuffers {

    private final Optional<ByteBuffer> binary;
    private final Optional<Path> folder;
    private final List<Json> buffers;
    private final List<Json> views;
    private final ByteBuffer[] loaded;
    private long bytesLeft;

    GltfBuffers(GltfContainer container, Optional<Path> folder, long maxBytes) {
        binary = container.binary();
        this.folder = folder;
        buffers = container.json().objects("buffers");
        views = container.json().objects("bufferViews");
        loaded = new ByteBuffer[buffers.size()];
        bytesLeft = maxBytes;
    }

    int viewCount() {
        return views.size();
    }

    /// The bytes of a buffer view, little-endian.
    ByteBuffer view(int number) {
        Json view = views.get(number);
        ByteBuffer buffer = buffer(view.requireIndex("buffer", buffers.size()));
        long offset = view.size("byteOffset", 0);
        long length = view.requireSize("byteLength");
        if (offset > buffer.limit() || length > buffer.limit() - offset) {
            throw view.refuse("bytes %d to %d of a buffer of %d are asked for"
                    .formatted(offset, saturated(offset, length), buffer.limit()));
        }
        return buffer.slice((int) offset, (int) length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long saturated(long offset, long length) {
        return offset + length < 0 ? Long.MAX_VALUE : offset + length;
    }

    /// Bytes between the beginnings of two elements of a view; 0 for close together.
    int stride(int number) {
        long stride = views.get(number).size("byteStride", 0);
        if (stride > 252) {
            throw views.get(number).refuse("'byteStride' of at most 252 expected, got " + stride);
        }
        return (int) stride;
    }

    private ByteBuffer buffer(int number) {
        if (loaded[number] == null) {
            loaded[number] = load(buffers.get(number), number);
        }
        return loaded[number];
    }

    private ByteBuffer load(Json buffer, int number) {
        long length = buffer.requireSize("byteLength");
        ByteBuffer bytes = buffer.has("uri")
                ? ByteBuffer.wrap(resolve(buffer, buffer.text("uri", "")))
                : binary.filter(chunk -> number == 0)
                        .orElseThrow(() -> buffer.refuse("a 'uri' or a binary chunk expected, got neither"));
        if (length > bytes.limit()) {
            throw buffer.refuse("%d bytes are announced, %d are there; it is cut off".formatted(length, bytes.limit()));
        }
        return bytes.slice(0, (int) length);
    }

    /// The bytes behind a URI of the document.
    byte[] resolve(Json where, String uri) {
        byte[] bytes = uri.regionMatches(true, 0, "data:", 0, 5) ? decode(where, uri) : readFile(where, uri);
        bytesLeft -= bytes.length;
        return bytes;
    }

    private byte[] decode(Json where, String uri) {
        int comma = uri.indexOf(',');
        if (comma < 0 || !uri.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64")) {
            throw where.refuse("a data: URI in base64 expected, got '%s'".formatted(BoundedBytes.shown(uri)));
        }
        if ((uri.length() - comma) / 4L * 3 > bytesLeft) {
            throw where.refuse(ErrorCode.TOO_LARGE, "the data: URI is larger than the limit of a model");
        }
        try {
            return Base64.getMimeDecoder().decode(uri.substring(comma + 1));
        } catch (IllegalArgumentException e) {
            throw where.refuse("base64 expected in the data: URI, got something else");
        }
    }

    private byte[] readFile(Json where, String uri) {
        Path home = folder.orElseThrow(() -> where.refuse(
                "a model in one piece expected, but it names the file '%s'".formatted(BoundedBytes.shown(uri))));
        String name;
        try {
            name = URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw where.refuse("the name of a file expected, got '%s'".formatted(BoundedBytes.shown(uri)));
        }
        try {
            return BoundedBytes.read(BoundedBytes.beside(home, name), Math.max(0, bytesLeft));
        } catch (DioramaException e) {
            throw where.refuse(e.code(), e.getMessage());
        }
    }
}
