package studio.diorama.tensor.weights;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The zip of a PyTorch checkpoint, fenced: one top folder, plain paths, no name twice, nothing compressed, and all
/// entries together no longer than the file. PyTorch never compresses, so no entry can unpack to more than it is.
final class TorchArchive implements Closeable {

    private static final int MOST_ENTRIES = 100_000;
    private static final int LONGEST_PATH = 300;
    private static final long LONGEST_PROGRAM = 64L << 20;
    private static final Pattern STORAGE_KEY = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private final ZipFile zip;
    private final Untrusted source;
    private final Map<String, ZipEntry> entries;
    private final String folder;

    private TorchArchive(ZipFile zip, Untrusted source, Map<String, ZipEntry> entries, String folder) {
        this.zip = zip;
        this.source = source;
        this.entries = entries;
        this.folder = folder;
    }

    static TorchArchive open(Path file, Untrusted source) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException e) {
            throw source.refused("the zip is damaged: %s", e.getMessage());
        }
        try {
            Map<String, ZipEntry> entries = fenced(zip, Files.size(file), source);
            TorchArchive archive = new TorchArchive(zip, source, entries, folder(entries, source));
            archive.requireLittleEndian();
            return archive;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /// The pickle.
    byte[] program() throws IOException {
        ZipEntry entry = entries.get(folder + "data.pkl");
        if (entry.getSize() > LONGEST_PROGRAM) {
            throw source.tooLarge("data.pkl may have %d bytes, it has %d.", LONGEST_PROGRAM, entry.getSize());
        }
        return read(entry);
    }

    /// The bytes of a storage.
    ///
    /// @param bytes how many it must have, at most 2³¹ − 9
    byte[] storage(String key, long bytes) throws IOException {
        if (!STORAGE_KEY.matcher(key).matches()) {
            throw source.refused("a storage's key is a short word, got %s.", Untrusted.quoted(key));
        }
        ZipEntry entry = entries.get(folder + "data/" + key);
        if (entry == null) {
            throw source.refused("storage %s is not in the zip.", key);
        }
        if (entry.getSize() != bytes) {
            throw source.refused("storage %s should have %d bytes, it has %d.", key, bytes, entry.getSize());
        }
        return read(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void requireLittleEndian() throws IOException {
        ZipEntry entry = entries.get(folder + "byteorder");
        if (entry == null) {
            return; // Written before PyTorch 2.1, on little-endian machines but for rare ones.
        }
        String order = entry.getSize() > 16 ? "too long" : new String(read(entry), StandardCharsets.US_ASCII);
        if (!order.strip().equals("little")) {
            throw source.refused(
                    "its numbers are little-endian where its byteorder entry says so; got %s. Save it on a"
                            + " little-endian machine.",
                    Untrusted.quoted(order));
        }
    }

    private byte[] read(ZipEntry entry) throws IOException {
        byte[] bytes;
        try (InputStream stream = zip.getInputStream(entry)) {
            bytes = stream.readNBytes((int) entry.getSize());
        } catch (ZipException e) {
            throw source.refused("the zip is damaged: %s", e.getMessage());
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        if (bytes.length != entry.getSize() || checksum.getValue() != entry.getCrc()) {
            throw source.refused(
                    "entry %s does not have the bytes that its checksum promises: the file is damaged.",
                    Untrusted.quoted(entry.getName()));
        }
        return bytes;
    }

    private static Map<String, ZipEntry> fenced(ZipFile zip, long fileBytes, Untrusted source) {
        if (zip.size() > MOST_ENTRIES) {
            throw source.tooLarge("at most %d entries are taken, got %d.", MOST_ENTRIES, zip.size());
        }
        Map<String, ZipEntry> entries = new HashMap<>();
        long sum = 0;
        for (ZipEntry entry : listed(zip, source)) {
            String name = entry.getName();
            if (!isPlainPath(name)) {
                throw source.refused("entry %s is not a plain path inside the zip.", Untrusted.quoted(name));
            }
            if (entry.getMethod() != ZipEntry.STORED) {
                throw source.refused(
                        "entry %s is compressed; torch.save stores entries as they are.", Untrusted.quoted(name));
            }
            if (entries.putIfAbsent(name, entry) != null) {
                throw source.refused("entry %s is there twice.", Untrusted.quoted(name));
            }
            if (entry.getSize() < 0 || entry.getSize() > fileBytes) {
                throw source.refused("entry %s claims more bytes than the file has.", Untrusted.quoted(name));
            }
            sum += entry.getSize();
        }
        if (sum > fileBytes) {
            throw source.refused("its entries lie on top of each other: %d bytes in a file of %d.", sum, fileBytes);
        }
        return entries;
    }

    private static List<ZipEntry> listed(ZipFile zip, Untrusted source) {
        try {
            return new ArrayList<>(zip.stream().map(ZipEntry.class::cast).toList());
        } catch (IllegalArgumentException e) {
            throw source.refused("the zip's list of entries is damaged: %s", e.getMessage());
        }
    }

    private static boolean isPlainPath(String name) {
        if (name.isEmpty() || name.length() > LONGEST_PATH || name.startsWith("/")) {
            return false;
        }
        for (String part : name.split("/", -1)) {
            if (part.equals("..") || part.equals(".")) {
                return false;
            }
        }
        return name.chars().noneMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c));
    }

    /// The one top folder, with its slash.
    private static String folder(Map<String, ZipEntry> entries, Untrusted source) {
        List<String> programs = entries.keySet().stream()
                .filter(name -> name.matches("[^/]+/data\\.pkl"))
                .toList();
        if (programs.size() != 1) {
            throw source.refused(
                    "one entry FOLDER/data.pkl was expected, got %d: this zip was not written by torch.save.",
                    programs.size());
        }
        String folder = programs.getFirst().substring(0, programs.getFirst().indexOf('/') + 1);
        entries.keySet().stream()
                .filter(name -> !name.startsWith(folder))
                .findAny()
                .ifPresent(name -> {
                    throw source.refused("entry %s lies outside %s.", Untrusted.quoted(name), Untrusted.quoted(folder));
                });
        if (entries.containsKey(folder + "constants.pkl")) {
            throw source.refused(
                    "this is a TorchScript program (torch.jit.save), not a checkpoint; save its state_dict() with torch.save.");
        }
        return folder;
    }
}
