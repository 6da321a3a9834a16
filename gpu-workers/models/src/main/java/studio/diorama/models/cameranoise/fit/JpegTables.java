package studio.diorama.models.cameranoise.fit;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.diorama.imaging.ChromaSubsampling;
import studio.diorama.models.cameranoise.Compression;

/// What a JPEG file says of its own compression: the brightness quantisation table and the colour thinning, both read
/// from the header.
final class JpegTables {

    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int QUANTISATION = 0xDB;
    private static final int START_OF_SCAN = 0xDA;
    private static final int MOST_SEGMENTS = 1000;

    /// Annex K of the JPEG standard in zigzag order: the brightness table at quality 50.
    private static final int[] LUMINANCE_AT_50 = {
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51,
        61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77,
        113, 121, 112, 100, 120, 92, 101, 103, 99
    };

    private JpegTables() {}

    /// Empty where the file is no JPEG; the nearest quality of the Independent JPEG Group's scale where it is.
    static Optional<Compression.Jpeg> read(Path file) {
        try (DataInputStream input = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return input.readUnsignedShort() == START_OF_IMAGE ? segments(input) : Optional.empty();
        } catch (EOFException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Compression.Jpeg> segments(DataInputStream input) throws IOException {
        int[] luminance = null;
        ChromaSubsampling subsampling = ChromaSubsampling.YUV_444;
        for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
            int marker = input.readUnsignedShort() & 0xFF;
            if (marker == START_OF_SCAN) {
                break;
            }
            byte[] body = new byte[Math.max(0, input.readUnsignedShort() - 2)];
            input.readFully(body);
            if (marker == QUANTISATION && luminance == null) {
                luminance = table(body);
            } else if (isFrame(marker) && body.length >= 8) {
                subsampling = subsampling(body[7] & 0xFF);
            }
        }
        return luminance == null
                ? Optional.empty()
                : Optional.of(new Compression.Jpeg(nearest(luminance), subsampling));
    }

    /// The first table of the segment, which every common writer uses for brightness; null where it is cut short.
    private static int[] table(byte[] body) {
        boolean wide = body.length > 0 && (body[0] & 0xF0) != 0;
        if (body.length < 1 + 64 * (wide ? 2 : 1)) {
            return null;
        }
        int[] table = new int[64];
        for (int i = 0; i < 64; i++) {
            table[i] = wide ? (body[1 + 2 * i] & 0xFF) << 8 | body[2 + 2 * i] & 0xFF : body[1 + i] & 0xFF;
        }
        return table;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xC2;
    }

    /// 4:2:2, which few cameras write, is nearer to full colour at the qualities it comes with.
    private static ChromaSubsampling subsampling(int luminanceSampling) {
        return luminanceSampling == 0x22 ? ChromaSubsampling.YUV_420 : ChromaSubsampling.YUV_444;
    }

    private static int nearest(int[] luminance) {
        int best = 0;
        double bestDistance = Double.POSITIVE_INFINITY;
        for (int quality = 1; quality <= 100; quality++) {
            int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
            double distance = 0;
            for (int i = 0; i < 64; i++) {
                int expected = Math.clamp((LUMINANCE_AT_50[i] * scale + 50) / 100, 1, 255);
                distance += Math.abs(luminance[i] - expected);
            }
            if (distance < bestDistance) {
                bestDistance = distance;
                best = quality;
            }
        }
        return best;
    }
}
