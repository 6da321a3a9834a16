package studio.diorama.imaging.internal;

import java.util.Optional;
import studio.diorama.imaging.ImageFormat;
import studio.diorama.imaging.ImageHeader;
import studio.diorama.imaging.ImageLimits;

/// Walks the chunks of a WebP file (RFC 9649): simple lossy, simple lossless and extended.
final class WebpHeader {

    private static final int MAX_CHUNKS = 10_000;
    private static final int FIRST_CHUNK = 12;

    private final BoundedFile file;
    private final ImageLimits limits;
    private EmbeddedProfile profile = EmbeddedProfile.NONE;
    private Optional<ExifTags> exif = Optional.empty();
    private boolean alpha;
    private long canvasWidth;
    private long canvasHeight;
    private long width;
    private long height;
    private int frames;

    private WebpHeader(BoundedFile file, ImageLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    static FileScan scan(BoundedFile file, ImageLimits limits) {
        return new WebpHeader(file, limits).scan();
    }

    private FileScan scan() {
        long end = 8 + file.unsignedInt(4, false);
        file.require(0, end);
        long position = FIRST_CHUNK;
        for (int chunks = 0; position + 8 <= end; chunks++) {
            if (chunks == MAX_CHUNKS) {
                throw Refusal.overLimit("WebP chunks", Integer.toString(MAX_CHUNKS), "more");
            }
            long length = file.unsignedInt(position + 4, false);
            file.require(position + 8, length);
            chunk(position, position + 8, length);
            position += 8 + length + (length & 1);
        }
        if (frames > limits.maxFrames()) {
            throw Refusal.severalFrames("an animation of %d frames".formatted(frames), limits.maxFrames());
        }
        if (width == 0) {
            throw frames > 0
                    ? Refusal.severalFrames("a WebP animation", limits.maxFrames())
                    : Refusal.damaged("it holds no pixels");
        }
        if (canvasWidth != 0 && (canvasWidth != width || canvasHeight != height)) {
            throw Refusal.damaged(
                    "it states %d × %d pixels and holds %d × %d".formatted(canvasWidth, canvasHeight, width, height));
        }
        int orientation = exif.map(tags -> tags.orientation().orElse(1)).orElse(1);
        ImageHeader header = new ImageHeader(
                ImageFormat.WEBP, (int) width, (int) height, 8, Math.max(1, frames), alpha, orientation);
        return new FileScan(header, exif, profile);
    }

    private void chunk(long name, long data, long length) {
        if (file.holds(name, "VP8X") && length >= 10) {
            alpha = (file.unsignedByte(data) & 0x10) != 0;
            canvasWidth = 1 + (file.unsignedInt(data + 4, false) & 0xFF_FFFF);
            canvasHeight = 1 + (file.unsignedInt(data + 6, false) >>> 8);
            FileScan.checkSize(canvasWidth, canvasHeight, limits);
        } else if (file.holds(name, "ANMF")) {
            frames++;
        } else if (file.holds(name, "VP8 ") && length >= 10) {
            if (!file.holds(data + 3, "\u009D\u0001*")) {
                throw Refusal.damaged("its lossy picture does not start as VP8 does");
            }
            size(file.unsignedShort(data + 6, false) & 0x3FFF, file.unsignedShort(data + 8, false) & 0x3FFF);
        } else if (file.holds(name, "VP8L") && length >= 5) {
            if (file.unsignedByte(data) != 0x2F) {
                throw Refusal.damaged("its lossless picture does not start as VP8L does");
            }
            long bits = file.unsignedInt(data + 1, false);
            size(1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF));
            alpha |= (bits >>> 28 & 1) != 0;
        } else if (file.holds(name, "ICCP") && !profile.isPresent()) {
            if (length > limits.maxMetadataBytes()) {
                throw EmbeddedProfile.tooLong(limits.maxMetadataBytes());
            }
            profile = EmbeddedProfile.at(data, length);
        } else if (file.holds(name, "EXIF") && exif.isEmpty()) {
            long start = file.holds(data, "Exif\u0000\u0000") ? 6 : 0;
            exif = ExifTags.read(file, data + start, Math.max(0, length - start));
        }
    }

    private void size(long columns, long rows) {
        if (width != 0) {
            throw Refusal.severalFrames("a WebP with several pictures", 1);
        }
        FileScan.checkSize(columns, rows, limits);
        width = columns;
        height = rows;
    }
}
