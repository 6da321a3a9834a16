package studio.diorama.imaging.internal;

import java.util.Optional;
import java.util.Set;
import studio.diorama.imaging.ImageFormat;
import studio.diorama.imaging.ImageHeader;
import studio.diorama.imaging.ImageLimits;

/// Reads the first directory of a TIFF file (TIFF 6.0) and makes sure that all its pixel data lie inside the
/// file.
final class TiffHeader {

    private static final int SUBFILE_TYPE = 254;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int DNG_VERSION = 50_706;
    private static final long MAX_SEGMENTS = 1_000_000;
    private static final int BLOCK = 1_024;

    /// None, LZW, JPEG, Deflate (two numbers) and PackBits.
    private static final Set<Long> COMPRESSIONS = Set.of(1L, 5L, 7L, 8L, 32_946L, 32_773L);

    /// White is zero, black is zero, RGB, palette, CMYK, YCbCr.
    private static final Set<Long> PHOTOMETRICS = Set.of(0L, 1L, 2L, 3L, 5L, 6L);

    private TiffHeader() {}

    static FileScan scan(BoundedFile file, ImageLimits limits) {
        TiffDirectory.Root root = TiffDirectory.root(file, 0, file.size()).orElseThrow(Refusal::truncated);
        TiffDirectory page = root.directories().getFirst();
        if (page.entry(DNG_VERSION).isPresent() || (page.number(SUBFILE_TYPE).orElse(0L) & 1) != 0) {
            throw Refusal.variant("A camera's raw file");
        }
        long width = page.number(256).orElse(0L);
        long height = page.number(257).orElse(0L);
        FileScan.checkSize(width, height, limits);
        long compression = page.number(COMPRESSION).orElse(1L);
        if (!COMPRESSIONS.contains(compression)) {
            throw Refusal.variant("A TIFF with compression %d".formatted(compression));
        }
        long photometric = page.number(PHOTOMETRIC).orElse(-1L);
        if (!PHOTOMETRICS.contains(photometric)) {
            throw Refusal.variant("A TIFF with colour kind %d".formatted(photometric));
        }
        int bits = bits(page);
        checkData(file, page, width, height, limits);
        Optional<TiffDirectory.Entry> profile = page.entry(34_675);
        if (profile.isPresent() && profile.get().count() > limits.maxMetadataBytes()) {
            throw EmbeddedProfile.tooLong(limits.maxMetadataBytes());
        }
        profile.ifPresent(entry -> file.require(entry.position(), entry.count()));
        long pages = root.directories().stream()
                .filter(directory -> (directory.number(SUBFILE_TYPE).orElse(0L) & 0b101) == 0)
                .count();
        ExifTags exif = ExifTags.of(page, root.camera());
        ImageHeader header = new ImageHeader(
                ImageFormat.TIFF,
                (int) width,
                (int) height,
                bits > 8 ? 16 : 8,
                (int) Math.max(1, pages),
                page.number(338).orElse(0L) > 0,
                exif.orientation().orElse(1));
        return new FileScan(
                header,
                Optional.of(exif),
                profile.map(entry -> EmbeddedProfile.at(entry.position(), entry.count()))
                        .orElse(EmbeddedProfile.NONE));
    }

    private static int bits(TiffDirectory page) {
        long channels = page.number(277).orElse(1L);
        long bits = page.number(258).orElse(1L);
        boolean whole = page.number(339).orElse(1L) == 1;
        boolean equal = true;
        for (long channel = 1; channel < Math.min(channels, 5); channel++) {
            equal &= page.number(258, channel).orElse(bits) == bits;
        }
        boolean depth = bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
        if (channels < 1 || channels > 5 || !whole || !equal || !depth) {
            throw Refusal.variant("A TIFF with %d channels of %d bits%s"
                    .formatted(channels, bits, whole ? "" : ", signed or floating point,"));
        }
        return (int) bits;
    }

    /// Every strip or tile must lie in the file: a decoder would fill what is missing with black.
    private static void checkData(BoundedFile file, TiffDirectory page, long width, long height, ImageLimits limits) {
        boolean tiled = page.entry(322).isPresent();
        int offsets = tiled ? 324 : 273;
        int lengths = tiled ? 325 : 279;
        long planes = page.number(284).orElse(1L) == 2 ? page.number(277).orElse(1L) : 1;
        long segments;
        if (tiled) {
            long tileWidth = page.number(322).orElse(0L);
            long tileHeight = page.number(323).orElse(0L);
            FileScan.checkSize(tileWidth, tileHeight, limits);
            segments = Math.ceilDiv(width, tileWidth) * Math.ceilDiv(height, tileHeight);
        } else {
            long rows = Math.clamp(page.number(278).orElse(height), 1, height);
            segments = Math.ceilDiv(height, rows);
        }
        segments *= planes;
        if (segments > MAX_SEGMENTS) {
            throw Refusal.overLimit("TIFF strips and tiles", Long.toString(MAX_SEGMENTS), Long.toString(segments));
        }
        // Offsets and lengths are two far-apart lists: a block of one after a block of the other reads little twice.
        long[] starts = new long[BLOCK];
        for (long block = 0; block < segments; block += BLOCK) {
            int count = (int) Math.min(BLOCK, segments - block);
            for (int i = 0; i < count; i++) {
                starts[i] = page.number(offsets, block + i).orElseThrow(Refusal::truncated);
            }
            for (int i = 0; i < count; i++) {
                file.require(starts[i], page.number(lengths, block + i).orElseThrow(Refusal::truncated));
            }
        }
    }
}
