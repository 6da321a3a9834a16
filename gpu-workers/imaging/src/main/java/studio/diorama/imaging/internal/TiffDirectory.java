package studio.diorama.imaging.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One image file directory of a TIFF structure (TIFF 6.0, section 2), of a TIFF file or of an EXIF block.
///
/// Holds where values lie, not the values, so a directory that promises 2³² values costs nothing.
final class TiffDirectory {

    private static final int MAX_DIRECTORIES = 1_000;
    private static final int MAX_ENTRIES = 2_000;
    private static final int EXIF_POINTER = 0x8769;
    private static final int ENTRY_BYTES = 12;

    /// @param directories the main chain, at least one
    /// @param camera the directory with the exposure's settings
    /// @param bigEndian the byte order of all numbers
    record Root(List<TiffDirectory> directories, Optional<TiffDirectory> camera, boolean bigEndian) {}

    /// @param type 1 byte, 2 text, 3 short, 4 long, …
    /// @param count of values
    /// @param position of the first value in the file
    record Entry(int type, long count, long position) {

        int valueBytes() {
            return switch (type) {
                case 1, 2, 6, 7 -> 1;
                case 3, 8 -> 2;
                case 4, 9, 11, 13 -> 4;
                case 5, 10, 12 -> 8;
                default -> 0;
            };
        }
    }

    private final BoundedFile file;
    private final boolean bigEndian;
    private final long end;
    private final Map<Integer, Entry> entries = new HashMap<>();

    private TiffDirectory(BoundedFile file, long start, long end, long position, boolean bigEndian) {
        this.file = file;
        this.bigEndian = bigEndian;
        this.end = end;
        int count = file.unsignedShort(position, bigEndian);
        if (count > MAX_ENTRIES) {
            throw Refusal.overLimit("TIFF entries", Integer.toString(MAX_ENTRIES), Integer.toString(count));
        }
        for (int i = 0; i < count; i++) {
            long at = position + 2 + (long) ENTRY_BYTES * i;
            int type = file.unsignedShort(at + 2, bigEndian);
            long values = file.unsignedInt(at + 4, bigEndian);
            Entry inPlace = new Entry(type, values, at + 8);
            boolean fits = inPlace.valueBytes() * values <= 4;
            long valuePosition = fits ? at + 8 : start + file.unsignedInt(at + 8, bigEndian);
            entries.putIfAbsent(file.unsignedShort(at, bigEndian), new Entry(type, values, valuePosition));
        }
    }

    /// Follows the chain of directories from the byte order mark at `start`; refuses loops. Empty where there
    /// is no such structure. A chain that runs out of its range just ends, as cameras write that.
    static Optional<Root> root(BoundedFile file, long start, long end) {
        boolean bigEndian = file.holds(start, "MM\u0000*");
        if (end - start < 8 || (!bigEndian && !file.holds(start, "II*\u0000"))) {
            return Optional.empty();
        }
        List<TiffDirectory> directories = new ArrayList<>();
        Set<Long> visited = new HashSet<>();
        long offset = file.unsignedInt(start + 4, bigEndian);
        while (offset != 0 && isDirectory(file, start, end, offset, bigEndian)) {
            visit(visited, offset);
            long position = start + offset;
            directories.add(new TiffDirectory(file, start, end, position, bigEndian));
            long next = position + 2 + (long) ENTRY_BYTES * file.unsignedShort(position, bigEndian);
            offset = next + 4 <= end ? file.unsignedInt(next, bigEndian) : 0;
        }
        if (directories.isEmpty()) {
            return Optional.empty();
        }
        Optional<TiffDirectory> camera = Optional.empty();
        Optional<Long> pointer = directories.getFirst().number(EXIF_POINTER);
        if (pointer.isPresent() && isDirectory(file, start, end, pointer.get(), bigEndian)) {
            visit(visited, pointer.get());
            camera = Optional.of(new TiffDirectory(file, start, end, start + pointer.get(), bigEndian));
            if (camera.get().number(EXIF_POINTER).isPresent()) {
                throw Refusal.damaged("its EXIF directories form a loop");
            }
        }
        return Optional.of(new Root(directories, camera, bigEndian));
    }

    private static boolean isDirectory(BoundedFile file, long start, long end, long offset, boolean bigEndian) {
        long position = start + offset;
        return offset >= 8
                && position + 2 <= end
                && position + 2 + (long) ENTRY_BYTES * file.unsignedShort(position, bigEndian) <= end;
    }

    private static void visit(Set<Long> visited, long offset) {
        if (!visited.add(offset)) {
            throw Refusal.damaged("its TIFF directories form a loop");
        }
        if (visited.size() > MAX_DIRECTORIES) {
            throw Refusal.overLimit("TIFF directories", Integer.toString(MAX_DIRECTORIES), "more");
        }
    }

    Optional<Entry> entry(int tag) {
        return Optional.ofNullable(entries.get(tag));
    }

    /// The first value of a tag with whole numbers.
    Optional<Long> number(int tag) {
        return number(tag, 0);
    }

    /// Value `index` of a tag with whole numbers; empty when the tag is absent, shorter, of another type or
    /// runs out of the structure.
    Optional<Long> number(int tag, long index) {
        Entry entry = entries.get(tag);
        if (entry == null || index >= entry.count()) {
            return Optional.empty();
        }
        long position = entry.position() + index * entry.valueBytes();
        if (entry.valueBytes() == 0 || position < 0 || position + entry.valueBytes() > end) {
            return Optional.empty();
        }
        return switch (entry.type()) {
            case 1, 7 -> Optional.of((long) file.unsignedByte(position));
            case 3 -> Optional.of((long) file.unsignedShort(position, bigEndian));
            case 4, 13 -> Optional.of(file.unsignedInt(position, bigEndian));
            default -> Optional.empty();
        };
    }

    /// A tag's text up to its NUL, cut at `maxBytes`, without control characters; empty when nothing is left.
    Optional<String> text(int tag, int maxBytes) {
        Entry entry = entries.get(tag);
        if (entry == null || entry.type() != 2) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (long i = 0; i < Math.min(entry.count(), maxBytes) && entry.position() + i < end; i++) {
            int character = file.unsignedByte(entry.position() + i);
            if (character == 0) {
                break;
            }
            if (character >= 32 && character < 127) {
                text.append((char) character);
            }
        }
        String stripped = text.toString().strip();
        return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
    }
}
