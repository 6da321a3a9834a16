package studio.diorama.persistence.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import studio.diorama.persistence.database.Database;

/// Forgets stored bytes that nothing refers to any more.
///
/// A file first moves to `trash/` inside the transaction that deletes its row; only after the commit is it deleted.
/// Whatever
/// a crash leaves in `trash/` goes back to its place if its row is still there. What is younger than the grace period
/// is
/// never touched: a job stores its bytes before it writes the rows that refer to them.
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
        } catch (IOException e) {
            throw DirectoryArtifactStore.failure(e);
        }
    }

    private void emptyTrash() throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(store.folders().trash())) {
            for (Path file : files) {
                String sha256 = file.getFileName().toString();
                Path place = store.folders().place(sha256);
                if (store.rows().exists(sha256) && Files.notExists(place)) {
                    StoreFolders.move(file, place);
                } else {
                    Files.deleteIfExists(file);
                }
            }
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
        int orphans = 0;
        try (Stream<Path> files = Files.find(
                store.folders().artifacts(),
                3,
                (path, facts) -> facts.isRegularFile()
                        && facts.lastModifiedTime().toInstant().isBefore(before))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                orphans += collectOrphan(file) ? 1 : 0;
            }
        }
        return orphans;
    }

    /// Inserting the missing row holds off everybody who stores the same bytes at this moment.
    private boolean collectOrphan(Path file) throws IOException {
        String sha256 = file.getFileName().toString();
        if (!sha256.matches("[0-9a-f]{64}") || store.rows().exists(sha256)) {
            return false;
        }
        StoredBytes stored = new StoredBytes(sha256, Files.size(file));
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
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    drafts += Files.deleteIfExists(file) ? 1 : 0;
                }
            }
        }
        return drafts;
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
