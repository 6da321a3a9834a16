package studio.diorama.dataset.file;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import studio.diorama.dataset.file.internal.Inflating;
import studio.diorama.dataset.file.internal.PngFilters;
import studio.diorama.dataset.file.internal.Refusals;

/// Reads layers back from PNG files: 8 or 16 bits, grey or colour, not interlaced; checksums are checked.
///
/// Photographs from outside go through the `imaging` module, which decodes in a process of its own.
public final class PngFile {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;

    private PngFile() {}

    /// @throws studio.diorama.common.DioramaException if it is no such PNG file, too large or damaged
    public static PngPixels read(Path file, FileLimits limits) throws IOException {
        return decode(file.getFileName().toString(), Files.readAllBytes(file), limits);
    }

    /// @param name that errors call it by
    public static PngPixels decode(String name, byte[] file, FileLimits limits) {
        requireNonNull(limits, "limits is null");
        ByteBuffer in = ByteBuffer.wrap(file);
        if (in.remaining() < 8 || in.getLong() != SIGNATURE) {
            throw Refusals.unsupported(name, "a PNG file", "other bytes");
        }
        ByteBuffer header = ByteBuffer.wrap(chunk(name, in, IHDR));
        if (header.remaining() != 13) {
            throw Refusals.damaged(name, "its header has %d bytes instead of 13".formatted(header.remaining()));
        }
        int width = header.getInt();
        int height = header.getInt();
        int bits = header.get();
        int channels = channels(name, header.get());
        header.get(); // Deflate is the only compression and adaptive the only filtering that PNG has.
        header.get();
        if (bits != 8 && bits != 16 || header.get() != 0) {
            throw Refusals.unsupported(name, "8 or 16 bits, not interlaced", bits + " bits or interlaced");
        }
        limits.check(name, width, height, channels);
        byte[] rows = rows(name, in, width, height, channels * bits / 8);
        return new PngPixels(width, height, channels, bits, samples(rows, width * channels, height, bits));
    }

    private static int channels(String name, int colourType) {
        return switch (colourType) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> throw Refusals.unsupported(name, "grey, colour or indices", "colour type " + colourType);
        };
    }

    /// The samples' bytes, filters undone.
    private static byte[] rows(String name, ByteBuffer in, int width, int height, int pixelBytes) {
        long size = ((long) width * pixelBytes + 1) * height;
        byte[] packed = packed(name, in);
        if (size > Integer.MAX_VALUE - 8 || size > Inflating.MOST_TO_ONE * packed.length) {
            throw Refusals.damaged(name, "it is too short for the pixels that it claims");
        }
        byte[] rows = new byte[(int) size];
        if (!Inflating.unpack(packed, 0, packed.length, rows, rows.length)) {
            throw Refusals.damaged(name, "its samples do not unpack");
        }
        if (!PngFilters.undo(rows, width * pixelBytes, height, pixelBytes)) {
            throw Refusals.damaged(name, "a row has a filter that PNG does not know");
        }
        return rows;
    }

    private static byte[] packed(String name, ByteBuffer in) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(in.remaining());
        while (true) {
            if (in.remaining() < 12) {
                throw Refusals.damaged(name, "it ends early");
            }
            int type = in.getInt(in.position() + 4);
            byte[] data = chunk(name, in, type);
            if (type == IDAT) {
                packed.writeBytes(data);
            } else if (type == IEND) {
                return packed.toByteArray();
            }
        }
    }

    private static byte[] chunk(String name, ByteBuffer in, int type) {
        if (in.remaining() < 12 || in.getInt(in.position()) < 0 || in.getInt(in.position()) > in.remaining() - 12) {
            throw Refusals.damaged(name, "it ends early");
        }
        byte[] data = new byte[in.getInt()];
        int start = in.position();
        if (in.getInt() != type) {
            throw Refusals.damaged(name, "a part is missing or out of order");
        }
        in.get(data);
        CRC32 crc = new CRC32();
        crc.update(in.array(), start, data.length + 4);
        if (in.getInt() != (int) crc.getValue()) {
            throw Refusals.damaged(name, "a checksum is wrong");
        }
        return data;
    }

    private static short[] samples(byte[] rows, int perRow, int height, int bits) {
        short[] samples = new short[perRow * height];
        int rowBytes = perRow * bits / 8 + 1;
        for (int row = 0; row < height; row++) {
            int from = row * rowBytes + 1;
            for (int i = 0; i < perRow; i++) {
                samples[row * perRow + i] = bits == 8
                        ? (short) (rows[from + i] & 0xFF)
                        : (short) ((rows[from + 2 * i] & 0xFF) << 8 | rows[from + 2 * i + 1] & 0xFF);
            }
        }
        return samples;
    }
}
