package studio.diorama.imaging.internal;

import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import studio.diorama.imaging.ImageFormat;
import studio.diorama.imaging.ImageHeader;
import studio.diorama.imaging.ImageLimits;

/// Walks the chunks of a PNG file (W3C PNG 3rd edition) from the header to IEND; what follows IEND is not
/// looked at.
final class PngHeader {

    static final int FIRST_CHUNK = 8;
    static final int CHUNK_OVERHEAD = 12;

    private static final int MAX_CHUNKS = 200_000;
    private static final int HEADER_BYTES = 13;
    private static final int MAX_KEYWORD_BYTES = 79;
    private static final int MAX_TEXTS = 1_000;

    private final BoundedFile file;
    private final ImageLimits limits;
    private EmbeddedProfile profile = EmbeddedProfile.NONE;
    private Optional<ExifTags> exif = Optional.empty();
    private boolean transparency;
    private boolean pixels;
    private int frames = 1;
    private long unpackedBytes;
    private int texts;

    private PngHeader(BoundedFile file, ImageLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    static FileScan scan(BoundedFile file, ImageLimits limits) {
        return new PngHeader(file, limits).scan();
    }

    private FileScan scan() {
        file.require(FIRST_CHUNK, CHUNK_OVERHEAD + HEADER_BYTES);
        if (!file.holds(FIRST_CHUNK + 4, "IHDR") || file.unsignedInt(FIRST_CHUNK, true) != HEADER_BYTES) {
            throw Refusal.damaged("a PNG starts with its IHDR chunk, this one does not");
        }
        long width = file.unsignedInt(16, true);
        long height = file.unsignedInt(20, true);
        FileScan.checkSize(width, height, limits);
        int depth = file.unsignedByte(24);
        int colourType = file.unsignedByte(25);
        checkDepth(depth, colourType);
        long position = FIRST_CHUNK + CHUNK_OVERHEAD + HEADER_BYTES;
        for (int chunks = 0; !file.holds(position + 4, "IEND"); chunks++) {
            if (chunks == MAX_CHUNKS) {
                throw Refusal.overLimit("PNG chunks", Integer.toString(MAX_CHUNKS), "more");
            }
            long length = file.unsignedInt(position, true);
            file.require(position, CHUNK_OVERHEAD + length);
            chunk(position + 8, length);
            position += CHUNK_OVERHEAD + length;
        }
        file.require(position, CHUNK_OVERHEAD);
        if (!pixels) {
            throw Refusal.damaged("it holds no pixels");
        }
        int orientation = exif.map(tags -> tags.orientation().orElse(1)).orElse(1);
        boolean alpha = transparency || colourType == 4 || colourType == 6;
        ImageHeader header = new ImageHeader(
                ImageFormat.PNG, (int) width, (int) height, depth == 16 ? 16 : 8, frames, alpha, orientation);
        return new FileScan(header, exif, profile);
    }

    private static void checkDepth(int depth, int colourType) {
        boolean known = switch (colourType) {
            case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
        if (!known) {
            throw Refusal.damaged("colour type %d with %d bits is not PNG".formatted(colourType, depth));
        }
    }

    private void chunk(long data, long length) {
        if (file.holds(data - 4, "IDAT")) {
            pixels = true;
        } else if (file.holds(data - 4, "acTL") && length == 8) {
            frames = Math.clamp(file.unsignedInt(data, true), 1, Integer.MAX_VALUE);
        } else if (file.holds(data - 4, "tRNS")) {
            transparency = true;
        } else if (file.holds(data - 4, "iCCP")) {
            long packed = afterKeyword(data, length) + 1;
            countUnpacked(packed, data + length - packed);
            if (!profile.isPresent()) {
                profile = new EmbeddedProfile(
                        EmbeddedProfile.at(packed, data + length - packed).pieces(), true);
            }
        } else if (file.holds(data - 4, "zTXt")) {
            long packed = afterKeyword(data, length) + 1;
            countUnpacked(packed, data + length - packed);
        } else if (file.holds(data - 4, "iTXt")) {
            countText(data, length);
        } else if (file.holds(data - 4, "eXIf") && exif.isEmpty()) {
            exif = ExifTags.read(file, data, length);
        }
    }

    /// The position after a chunk's keyword and its NUL.
    private long afterKeyword(long data, long length) {
        if (++texts > MAX_TEXTS) {
            throw Refusal.overLimit("PNG texts", Integer.toString(MAX_TEXTS), "more");
        }
        for (long at = data; at < data + Math.min(length - 1, MAX_KEYWORD_BYTES + 1); at++) {
            if (file.unsignedByte(at) == 0) {
                return at + 1;
            }
        }
        throw Refusal.damaged("a text or colour profile in it has no name");
    }

    /// An international text is packed when its flag says so; language and translated keyword stand before the
    /// text.
    private void countText(long data, long length) {
        long flag = afterKeyword(data, length);
        if (file.unsignedByte(flag) == 0) {
            count(length);
            return;
        }
        long at = flag + 2;
        for (int names = 0; names < 2; at++) {
            if (at >= data + length) {
                throw Refusal.damaged("a text in it has no end");
            }
            names += file.unsignedByte(at) == 0 ? 1 : 0;
        }
        countUnpacked(at, data + length - at);
    }

    private void countUnpacked(long position, long length) {
        byte[] packed = new byte[1 << 10];
        byte[] unpacked = new byte[1 << 13];
        long done = 0;
        Inflater inflater = new Inflater();
        try {
            while (!inflater.finished() && !inflater.needsDictionary()) {
                if (inflater.needsInput()) {
                    int next = (int) Math.min(packed.length, length - done);
                    if (next <= 0) {
                        return;
                    }
                    System.arraycopy(file.bytes(position + done, next), 0, packed, 0, next);
                    inflater.setInput(packed, 0, next);
                    done += next;
                }
                count(inflater.inflate(unpacked));
            }
        } catch (DataFormatException e) {
            // Broken metadata is no danger: it is read no further here, and the decoder leaves it out with a warning.
            return;
        } finally {
            inflater.end();
        }
    }

    private void count(long bytes) {
        unpackedBytes += bytes;
        if (unpackedBytes > limits.maxMetadataBytes()) {
            throw EmbeddedProfile.tooLong(limits.maxMetadataBytes());
        }
    }
}
