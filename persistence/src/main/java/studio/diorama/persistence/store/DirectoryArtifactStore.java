package studio.diorama.persistence.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.database.Database;

/// The artifact store in a directory, shared by every process of one machine or of one network file system.
///
/// A file reaches its place by an atomic rename after it is synced, and under the lock of its `blob` row; so a row
/// always has its file, and a crash leaves at worst a file without a row, which the [GarbageCollector] finds.
public final class DirectoryArtifactStore implements ArtifactStore {

    /// A hash that was right stays trusted so long while the file's length and time stay the same, so that the many
    /// ranges of one download cost one verification.
    private static final Duration TRUST = Duration.ofMinutes(10);

    private static final int BUFFER_BYTES = 1 << 16;

    /// While a long stream is written, the reserve is looked after so often.
    private static final long ROOM_CHECK_BYTES = 64L << 20;

    private final StoreFolders folders;
    private final BlobRows rows;
    private final InstantSource clock;
    private final int reservePercent;
    private final Map<String, Verified> verified = new ConcurrentHashMap<>();

    /// @param root a folder of the store's own
    /// @param reservePercent share of the disk that is never filled, 0 to 100
    public DirectoryArtifactStore(Path root, Database database, InstantSource clock, int reservePercent) {
        this.folders = new StoreFolders(root);
        this.rows = new BlobRows(database);
        this.clock = clock;
        this.reservePercent = reservePercent;
    }

    @Override
    public StoredBytes put(InputStream bytes) {
        requireRoomFor(0);
        Path draft = folders.newIncoming();
        try {
            MessageDigest digest = ContentHash.digest();
            long length;
            try (OutputStream file =
                    Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                length = copy(new DigestInputStream(bytes, digest), file);
            }
            StoredBytes stored = new StoredBytes(ContentHash.hex(digest.digest()), length);
            adopt(draft, stored);
            return stored;
        } catch (IOException e) {
            throw failure(e);
        } finally {
            deleteQuietly(draft);
        }
    }

    private long copy(InputStream bytes, OutputStream file) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long length = 0;
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            file.write(buffer, 0, read);
            if ((length + read) / ROOM_CHECK_BYTES > length / ROOM_CHECK_BYTES) {
                requireRoomFor(0);
            }
            length += read;
        }
        return length;
    }

    @Override
    public StoredBytes take(Path file) {
        try {
            if (!Files.getFileStore(file).equals(Files.getFileStore(folders.incoming()))) {
                return takeFromAnotherDisk(file);
            }
            StoredBytes stored = new StoredBytes(ContentHash.of(file), Files.size(file));
            adopt(file, stored);
            deleteQuietly(file);
            return stored;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private StoredBytes takeFromAnotherDisk(Path file) throws IOException {
        StoredBytes stored;
        try (InputStream bytes = Files.newInputStream(file)) {
            stored = put(bytes);
        }
        deleteQuietly(file);
        return stored;
    }

    @Override
    public StoredBytes keep(Path file) {
        Path draft = folders.newIncoming();
        try {
            try {
                Files.createLink(draft, file);
            } catch (UnsupportedOperationException | FileSystemException e) {
                Files.copy(file, draft);
            }
            return take(draft);
        } catch (IOException e) {
            throw failure(e);
        } finally {
            deleteQuietly(draft);
        }
    }

    /// A file that is there already is replaced: these bytes are known to be right, and those may have been damaged.
    private void adopt(Path draft, StoredBytes stored) throws IOException {
        StoreFolders.syncFile(draft);
        Path place = folders.place(stored.sha256());
        try {
            rows.adopt(stored, clock.instant(), () -> {
                try {
                    StoreFolders.moveIn(draft, place);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public SeekableByteChannel open(String sha256) {
        try {
            return Files.newByteChannel(file(sha256), StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw absent(sha256, e);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public Path file(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new DioramaException(ErrorCode.NOT_FOUND, "There is nothing stored under this name.");
        }
        Path place = folders.place(sha256);
        try {
            verify(sha256, place);
            return place;
        } catch (NoSuchFileException e) {
            throw absent(sha256, e);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static DioramaException absent(String sha256, NoSuchFileException e) {
        return new DioramaException(ErrorCode.NOT_FOUND, "There is nothing stored under " + sha256 + ".", e);
    }

    /// @param at when the hash was right
    /// @param bytes length of the file then
    /// @param modified when the file had been written last
    private record Verified(Instant at, long bytes, FileTime modified) {

        boolean holds(Instant now, BasicFileAttributes file) {
            return at.plus(TRUST).isAfter(now) && bytes == file.size() && modified.equals(file.lastModifiedTime());
        }
    }

    private void verify(String sha256, Path place) throws IOException {
        Instant now = clock.instant();
        BasicFileAttributes file = Files.readAttributes(place, BasicFileAttributes.class);
        Verified last = verified.get(sha256);
        if (last != null && last.holds(now, file)) {
            return;
        }
        String actual = ContentHash.of(place);
        if (!actual.equals(sha256)) {
            throw new DioramaException(
                    ErrorCode.DAMAGED,
                    "The stored file %s… has changed on disk (its hash is now %s…) and is not given out. Restore it from a backup, or run the job again."
                            .formatted(sha256.substring(0, 12), actual.substring(0, 12)));
        }
        verified.values().removeIf(old -> old.at().plus(TRUST).isBefore(now));
        verified.put(sha256, new Verified(now, file.size(), file.lastModifiedTime()));
    }

    @Override
    public void requireRoomFor(long bytes) {
        try {
            FileStore disk = Files.getFileStore(folders.incoming());
            long reserve = disk.getTotalSpace() / 100 * reservePercent;
            long free = disk.getUsableSpace() - bytes;
            if (free < reserve) {
                throw new DioramaException(
                        ErrorCode.STORAGE_FULL,
                        "The disk is nearly full: %,d MiB would be left, %,d MiB are kept in reserve (diorama.limits.free-disk-percent). Delete what is no longer needed or add space."
                                .formatted(Math.max(free, 0) >> 20, reserve >> 20));
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    StoreFolders folders() {
        return folders;
    }

    BlobRows rows() {
        return rows;
    }

    static DioramaException failure(IOException e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.contains("No space left")
                || reason.contains("Disk quota exceeded")
                || reason.contains("File too large")) {
            return new DioramaException(
                    ErrorCode.STORAGE_FULL, "The disk is full: nothing was stored. Free some space and try again.", e);
        }
        return new DioramaException(ErrorCode.UNAVAILABLE, "The artifact store cannot be reached just now.", e);
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // What stays in incoming/ is swept up by the garbage collector.
        }
    }
}
