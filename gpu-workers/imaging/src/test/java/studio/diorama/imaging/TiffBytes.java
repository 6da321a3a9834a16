package studio.diorama.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// TIFF structures put together by hand: whole files, and the EXIF blocks inside other formats.
final class TiffBytes {

    /// @param tag number
    /// @param type 2 text, 3 short, 4 long
    /// @param values numbers, or characters of a text
    private record Entry(int tag, int type, long... values) {

        int bytes() {
            return values.length * (type == 2 ? 1 : type == 3 ? 2 : 4);
        }
    }

    private final ByteOrder order;
    private final List<Entry> entries = new ArrayList<>();
    private long nextDirectory;

    TiffBytes(ByteOrder order) {
        this.order = order;
    }

    /// The EXIF block with an orientation, a camera and its ISO.
    static byte[] exif(ByteOrder order, int orientation) {
        TiffBytes main = new TiffBytes(order)
                .text(0x010F, "Maker & Sons")
                .text(0x0110, "Model 7")
                .number(0x0112, orientation);
        // The camera's directory stands behind the main one: 8 bytes of header, 4 entries and two texts too long for
        // their entries.
        int cameraAt = 8 + 2 + 12 * 4 + 4 + 14 + 8;
        byte[] head = main.longs(0x8769, cameraAt).build();
        byte[] camera = new TiffBytes(order).number(0x8827, 1600).directory(cameraAt);
        return PngBytes.join(head, camera);
    }

    TiffBytes number(int tag, long... values) {
        entries.add(new Entry(tag, 3, values));
        return this;
    }

    TiffBytes longs(int tag, long... values) {
        entries.add(new Entry(tag, 4, values));
        return this;
    }

    TiffBytes text(int tag, String text) {
        entries.add(new Entry(
                tag,
                2,
                (text + (text.length() % 2 == 0 ? "\0\0" : "\0"))
                        .chars()
                        .asLongStream()
                        .toArray()));
        return this;
    }

    TiffBytes next(long position) {
        nextDirectory = position;
        return this;
    }

    byte[] build() {
        ByteBuffer header = ByteBuffer.allocate(8).order(order);
        header.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        return PngBytes.join(header.array(), directory(8));
    }

    /// One directory that will lie at `position`, and behind it the values that do not fit into their entries.
    byte[] directory(int position) {
        int tableBytes = 2 + 12 * entries.size() + 4;
        int valueBytes = entries.stream()
                .mapToInt(Entry::bytes)
                .filter(bytes -> bytes > 4)
                .sum();
        ByteBuffer bytes = ByteBuffer.allocate(tableBytes + valueBytes).order(order);
        int valueAt = tableBytes;
        bytes.putShort((short) entries.size());
        for (Entry entry : entries) {
            int start = bytes.position();
            bytes.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.values().length);
            if (entry.bytes() > 4) {
                bytes.putInt(position + valueAt);
                put(bytes, valueAt, entry);
                valueAt += entry.bytes();
            } else {
                put(bytes, bytes.position(), entry);
            }
            bytes.position(start + 12);
        }
        bytes.putInt((int) nextDirectory);
        return bytes.array();
    }

    private static void put(ByteBuffer bytes, int at, Entry entry) {
        for (long value : entry.values()) {
            switch (entry.type()) {
                case 2 -> bytes.put(at, (byte) value);
                case 3 -> bytes.putShort(at, (short) value);
                default -> bytes.putInt(at, (int) value);
            }
            at += entry.type() == 2 ? 1 : entry.type() == 3 ? 2 : 4;
        }
    }
}
