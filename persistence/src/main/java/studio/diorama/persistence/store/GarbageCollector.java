package studio.diorama.persistence.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import studio.diorama.persistence.database.Database;

/// Forgets stored bytes that nothing refers to any more.
///
/// A file first moves to `trash/` inside the transaction that deletes its row; only after the commit is it deleted.
/// Whatever a crash leaves in `trash/` goes back to its place if its row is still there. What is younger than the
/// grace period is never touched: a job stores its bytes before it writes the rows that refer to them.
public final class GarbageCollector {

    private static final int BATCH = 500;

    private final Database database;
    private final DirectoryArtifactStore store;
    private final InstantSource clock;
    private final Duration grace;

    /// @param grace longer than the longest job
    public GarbageCollector(Database database, DirectoryArtifactStore store, InstantSource clock, Duration grace) {
        this.database = database;
        this.store = store;
        this.clock = clock;
        this.grace = grace;
    }

    /// What one collection did.
    ///
    /// @param collected stored files that nothing referred to
    /// @param orphans files without a row, left by a crash
    /// @param drafts unfinished writes, left by a crash
    public record Report(int collected, int orphans, int drafts) {}

    public Report collect() {
        Instant before = clock.instant().minus(grace);
        try {
            emptyTrash();
            return new Report(collectUnreferenced(before), collectOrphans(before), collectDrafts(before));
        } catch (UncheckedIOException e) {
            throw DirectoryArtifactStore.failure(e.getCause());
        } catch (IOException e) {
            throw DirectoryArtifactStore.failure(e);
        }
    }

    /// What a crash left in the trash goes back to its place if its row is still there.
    private void emptyTrash() throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(store.folders().trash())) {
            for (Path file : files) {
                String sha256 = file.getFileName().toString();
                store.rows().withLock(sha256, needed -> restoreOrDelete(file, sha256, needed));
            }
        }
    }

    private void restoreOrDelete(Path file, String sha256, boolean needed) {
        try {
            if (needed && Files.notExists(store.folders().place(sha256))) {
                StoreFolders.move(file, store.folders().place(sha256));
            } else {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // Another process collects too and was faster.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int collectUnreferenced(Instant before) throws IOException {
        int collected = 0;
        List<String> candidates;
        do {
            candidates = store.rows().unreferenced(before, BATCH);
            int found = 0;
            for (String sha256 : candidates) {
                found += collect(sha256, before) ? 1 : 0;
            }
            collected += found;
            if (found == 0) {
                break;
            }
        } while (candidates.size() == BATCH);
        return collected;
    }

    private boolean collect(String sha256, Instant before) throws IOException {
        boolean taken = database.transaction(session -> {
            if (!BlobRows.deleteUnreferenced(session, sha256, before)) {
                return false;
            }
            toTrash(sha256);
            return true;
        });
        if (taken) {
            Files.deleteIfExists(store.folders().trash(sha256));
        }
        return taken;
    }

    private int collectOrphans(Instant before) throws IOException {
        AtomicInteger orphans = new AtomicInteger();
        Files.walkFileTree(store.folders().artifacts(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
                if (facts.lastModifiedTime().toInstant().isBefore(before) && collectOrphan(file, facts.size())) {
                    orphans.incrementAndGet();
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    // Collected by another process a moment ago.
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return orphans.get();
    }

    /// Inserting the missing row holds off everybody who stores the same bytes at this moment.
    private boolean collectOrphan(Path file, long bytes) throws IOException {
        String sha256 = file.getFileName().toString();
        if (!sha256.matches("[0-9a-f]{64}") || store.rows().exists(sha256)) {
            return false;
        }
        StoredBytes stored = new StoredBytes(sha256, bytes);
        boolean orphan = database.transaction(session -> {
            if (!BlobRows.insert(session, stored, clock.instant())) {
                return false;
            }
            toTrash(sha256);
            session.createNativeMutationQuery("delete from blob where sha256 = :sha256")
                    .setParameter("sha256", sha256)
                    .executeUpdate();
            return true;
        });
        if (orphan) {
            Files.deleteIfExists(store.folders().trash(sha256));
        }
        return orphan;
    }

    private int collectDrafts(Instant before) throws IOException {
        int drafts = 0;
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(store.folders().incoming())) {
            for (Path file : files) {
                drafts += collectDraft(file, before) ? 1 : 0;
            }
        }
        return drafts;
    }

    private static boolean collectDraft(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before) && Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            // It has just become a stored file.
            return false;
        }
    }

    private void toTrash(String sha256) {
        try {
            Path place = store.folders().place(sha256);
            if (Files.exists(place)) {
                StoreFolders.move(place, store.folders().trash(sha256));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
