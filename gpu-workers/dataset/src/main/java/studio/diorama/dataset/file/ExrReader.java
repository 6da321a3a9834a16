package studio.diorama.dataset.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.diorama.dataset.file.internal.ExrBlocks;
import studio.diorama.dataset.file.internal.ExrHeader;
import studio.diorama.dataset.file.internal.Inflating;
import studio.diorama.dataset.file.internal.Refusals;

/// Reads OpenEXR files of one part with scan lines: uncompressed, ZIPS or ZIP, no subsampling.
public final class ExrReader {

    private ExrReader() {}

    /// @throws studio.diorama.common.DioramaException if it is no such file, too large or damaged
    public static ExrImage read(Path file, FileLimits limits) throws IOException {
        return decode(file.getFileName().toString(), Files.readAllBytes(file), limits);
    }

    /// @param name that errors call it by
    public static ExrImage decode(String name, byte[] file, FileLimits limits) {
        requireNonNull(limits, "limits is null");
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            ExrHeader header = ExrHeader.read(name, in);
            limits.check(
                    name, header.width(), header.height(), header.channels().size());
            return pixels(name, in, header);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // Every read is checked by the buffer: a file that ends early or points past its end comes here.
            throw Refusals.damaged(name, "it ends early or contradicts itself");
        }
    }

    private static ExrImage pixels(String name, ByteBuffer in, ExrHeader header) {
        int width = (int) header.width();
        int height = (int) header.height();
        int lines = header.linesPerBlock();
        int lineBytes = Math.multiplyExact(width, header.pixelBytes());
        if ((long) lineBytes * height > Inflating.MOST_TO_ONE * in.capacity()) {
            throw Refusals.damaged(name, "it is too short for the pixels that it claims");
        }
        List<ExrChannel> channels = new ArrayList<>();
        for (ExrHeader.Channel channel : header.channels()) {
            channels.add(new ExrChannel(channel.name(), channel.type(), new float[width * height]));
        }
        int blocks = (height + lines - 1) / lines;
        int table = in.position();
        byte[] raw = new byte[Math.multiplyExact(lineBytes, lines)];
        byte[] packed = new byte[raw.length];
        for (int block = 0; block < blocks; block++) {
            long place = in.getLong(table + 8 * block);
            in.position(Math.toIntExact(Math.clamp(place, 0, Integer.MAX_VALUE)));
            int line = in.getInt() - header.top();
            int size = in.getInt();
            if (line != block * lines) {
                throw Refusals.damaged(name, "block %d starts at line %d".formatted(block, line));
            }
            int length = lineBytes * Math.min(lines, height - line);
            if (size == length) {
                in.get(raw, 0, length);
            } else if (size < 0 || size > length || !unpack(in, size, packed, raw, length)) {
                throw Refusals.damaged(name, "block %d does not unpack".formatted(block));
            }
            scatter(ByteBuffer.wrap(raw, 0, length).order(ByteOrder.LITTLE_ENDIAN), channels, line, width);
        }
        return new ExrImage(width, height, channels, header.texts());
    }

    private static boolean unpack(ByteBuffer in, int size, byte[] packed, byte[] raw, int length) {
        if (size > in.remaining() || !Inflating.unpack(in.array(), in.position(), size, packed, length)) {
            return false;
        }
        ExrBlocks.restore(packed, raw, length);
        return true;
    }

    private static void scatter(ByteBuffer raw, List<ExrChannel> channels, int firstLine, int width) {
        for (int line = firstLine; raw.hasRemaining(); line++) {
            for (ExrChannel channel : channels) {
                float[] samples = channel.samples();
                int to = line * width;
                for (int i = 0; i < width; i++) {
                    samples[to + i] = switch (channel.type()) {
                        case HALF -> Float.float16ToFloat(raw.getShort());
                        case FLOAT -> raw.getFloat();
                        case UINT -> Integer.toUnsignedLong(raw.getInt());
                    };
                }
            }
        }
    }
}
