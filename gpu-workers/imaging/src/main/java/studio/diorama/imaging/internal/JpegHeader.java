package studio.diorama.imaging.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.diorama.imaging.ImageFormat;
import studio.diorama.imaging.ImageHeader;
import studio.diorama.imaging.ImageLimits;

/// Walks the marker segments of a JPEG file (ITU T.81, annex B) to its frame header, and over all scans where
/// there can be several.
final class JpegHeader {

    private static final int MAX_SEGMENTS = 5_000;
    private static final ImageLimits ANY =
            new ImageLimits(65_535, Long.MAX_VALUE, 1, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final BoundedFile file;
    private final ImageLimits limits;
    private final List<EmbeddedProfile.Piece> profile = new ArrayList<>();
    private Optional<ExifTags> exif = Optional.empty();
    private int width;
    private int height;
    private int components;
    private boolean progressive;
    private int scans;

    private JpegHeader(BoundedFile file, ImageLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    static FileScan scan(BoundedFile file, ImageLimits limits) {
        return new JpegHeader(file, limits).scan();
    }

    /// How many channels the frame header states, of a file that has been scanned before: 1, 3 or 4.
    static int channels(BoundedFile file) {
        JpegHeader header = new JpegHeader(file, ANY);
        header.scan();
        return header.components;
    }

    private FileScan scan() {
        long position = 2;
        boolean done = false;
        for (int segments = 0; !done; segments++) {
            if (segments == MAX_SEGMENTS) {
                throw Refusal.overLimit("JPEG segments", Integer.toString(MAX_SEGMENTS), "more");
            }
            if (file.unsignedByte(position) != 0xFF) {
                throw Refusal.damaged("a JPEG marker is missing at byte " + position);
            }
            int marker = file.unsignedByte(position + 1);
            if (marker == 0xFF) {
                position++;
                continue;
            }
            if (marker == 0xD9) {
                break;
            }
            if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
                position += 2;
                continue;
            }
            int length = file.unsignedShort(position + 2, true);
            file.require(position + 2, Math.max(length, 2));
            segment(marker, position + 4, length - 2);
            position += 2 + Math.max(length, 2);
            if (marker == 0xDA) {
                // One scan with every component is the whole picture, so nothing after it costs the decoder time.
                done = !progressive && file.unsignedByte(position - length) == components;
                position = done ? position : endOfScan(position);
            }
        }
        if (width == 0 || scans == 0) {
            throw Refusal.damaged("it holds no pixels");
        }
        int orientation = exif.map(tags -> tags.orientation().orElse(1)).orElse(1);
        ImageHeader header = new ImageHeader(ImageFormat.JPEG, width, height, 8, 1, false, orientation);
        return new FileScan(header, exif, new EmbeddedProfile(profile, false));
    }

    private void segment(int marker, long data, int length) {
        switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> frame(marker, data, length);
            case 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
                throw Refusal.variant("A lossless, hierarchical or arithmetic-coded JPEG");
            case 0xDA -> {
                if (width == 0 || length < 1) {
                    throw Refusal.damaged("its pixels come before its size");
                }
                if (++scans > limits.maxScans()) {
                    throw Refusal.overLimit("JPEG scans", Integer.toString(limits.maxScans()), "more");
                }
            }
            case 0xE1 -> {
                if (exif.isEmpty() && file.holds(data, "Exif\u0000\u0000") && length > 6) {
                    exif = ExifTags.read(file, data + 6, length - 6);
                }
            }
            case 0xE2 -> {
                if (file.holds(data, "ICC_PROFILE\u0000") && length > 14) {
                    profile.add(new EmbeddedProfile.Piece(data + 14, length - 14));
                    if (new EmbeddedProfile(profile, false).length() > limits.maxMetadataBytes()) {
                        throw EmbeddedProfile.tooLong(limits.maxMetadataBytes());
                    }
                }
            }
            default -> {
                // Tables, comments and other applications' segments say nothing about the size.
            }
        }
    }

    private void frame(int marker, long data, int length) {
        if (width != 0 || length < 6) {
            throw Refusal.damaged(width != 0 ? "it has two frame headers" : "its frame header is too short");
        }
        int bits = file.unsignedByte(data);
        if (bits != 8) {
            throw Refusal.variant("A JPEG with %d bits per channel".formatted(bits));
        }
        int lines = file.unsignedShort(data + 1, true);
        int columns = file.unsignedShort(data + 3, true);
        FileScan.checkSize(columns, lines, limits);
        components = file.unsignedByte(data + 5);
        if (components != 1 && components != 3 && components != 4) {
            throw Refusal.variant("A JPEG with %d channels".formatted(components));
        }
        progressive = marker == 0xC2;
        width = columns;
        height = lines;
    }

    /// The position of the next marker that is not part of entropy-coded data.
    private long endOfScan(long start) {
        long position = start;
        while (true) {
            if (file.unsignedByte(position) == 0xFF) {
                int next = file.unsignedByte(position + 1);
                if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                    return position;
                }
            }
            position++;
        }
    }
}
