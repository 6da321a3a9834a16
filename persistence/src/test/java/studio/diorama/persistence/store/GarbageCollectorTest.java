package studio.diorama.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.DioramaException;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobProgress;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.store.GarbageCollector.Report;
import studio.diorama.persistence.testing.DatabaseContract;

class GarbageCollectorTest extends DatabaseContract {

    private static final Duration GRACE = Duration.ofHours(48);
    private static final Report NOTHING = new Report(0, 0, 0);

    @TempDir
    private Path root;

    private DirectoryArtifactStore store;
    private GarbageCollector collector;
    private Account ada;
    private Project project;

    @BeforeEach
    void open() {
        store = new DirectoryArtifactStore(root, database, clock, 0);
        collector = new GarbageCollector(database, store, clock, GRACE);
        ada = studio.account();
        project = studio.project(ada);
    }

    private StoredBytes put(String text) {
        return store.put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Asset asset(StoredBytes bytes, Optional<String> thumbnail) {
        return new Asset(
                Ids.next(),
                project.id(),
                AssetKind.PHOTO,
                AssetState.READY,
                "a.png",
                bytes.sha256(),
                bytes.bytes(),
                "image/png",
                Optional.empty(),
                thumbnail,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ada.id(),
                clock.instant(),
                0);
    }

    private boolean isStored(StoredBytes bytes) {
        return Files.exists(store.folders().place(bytes.sha256()));
    }

    private void makeOld(Path file) throws IOException {
        Files.setLastModifiedTime(
                file, FileTime.from(clock.instant().minus(GRACE).minusSeconds(1)));
    }

    @Test
    void forgetsWhatNothingRefersToAfterTheGracePeriod() {
        StoredBytes bytes = put("forgotten");
        clock.advance(GRACE);
        assertThat(collector.collect()).isEqualTo(NOTHING);
        assertThat(isStored(bytes)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(collector.collect()).isEqualTo(new Report(1, 0, 0));
        assertThat(isStored(bytes)).isFalse();
        assertThat(studio.count("blob")).isZero();
        assertThat(store.folders().trash()).isEmptyDirectory();
    }

    @Test
    void storingTheSameBytesAgainMakesThemYoung() {
        StoredBytes bytes = put("again");
        clock.advance(GRACE.plusSeconds(1));
        put("again");
        assertThat(collector.collect()).isEqualTo(NOTHING);
        assertThat(isStored(bytes)).isTrue();
    }

    @Test
    void keepsWhatAssetsThumbnailsAndPreviewsNeed() {
        StoredBytes picture = put("picture");
        StoredBytes thumbnail = put("thumbnail");
        StoredBytes preview = put("preview");
        Asset photo = asset(picture, Optional.of(thumbnail.sha256()));
        studio.assets.create(photo);
        Job job = studio.submit(project, ada);
        studio.attempt(studio.claim().orElseThrow())
                .report(new JobProgress("", 0, 0, 0, Optional.of(preview.sha256())));
        clock.advance(GRACE.plusSeconds(1));
        // The photo that the job reads has a row without a file.
        assertThat(collector.collect()).isEqualTo(NOTHING);
        assertThat(isStored(picture) && isStored(thumbnail) && isStored(preview))
                .isTrue();

        studio.jobs.cancel(job.id());
        studio.recovery.workerLost(
                studio.jobs.find(job.id()).orElseThrow().workerId().orElseThrow());
        studio.jobs.delete(job.id());
        studio.assets.delete(photo.id());
        assertThat(collector.collect()).isEqualTo(new Report(3, 0, 0));
        assertThat(isStored(picture) || isStored(thumbnail) || isStored(preview))
                .isFalse();
    }

    @Test
    void collectsMoreThanOneBatch() {
        database.run(session -> {
            for (int i = 0; i < 1234; i++) {
                BlobRows.insert(session, new StoredBytes(ContentHash.of("row " + i), 1), clock.instant());
            }
        });
        clock.advance(GRACE.plusSeconds(1));
        assertThat(collector.collect().collected()).isEqualTo(1234);
    }

    @Test
    void sweepsUpWhatCrashesLeft() throws IOException {
        StoredBytes kept = put("kept");
        studio.assets.create(asset(kept, Optional.empty()));
        makeOld(store.folders().place(kept.sha256()));
        StoredBytes orphan = put("orphan");
        database.run(session -> session.createNativeMutationQuery("delete from blob where sha256 = :sha256")
                .setParameter("sha256", orphan.sha256())
                .executeUpdate());
        Path draft = Files.writeString(store.folders().newIncoming(), "half");
        Path other = Files.writeString(store.folders().artifacts().resolve("readme"), "not ours");
        makeOld(other);
        Files.setLastModifiedTime(draft, FileTime.from(clock.instant()));
        Files.setLastModifiedTime(store.folders().place(orphan.sha256()), FileTime.from(clock.instant()));
        assertThat(collector.collect()).isEqualTo(NOTHING);
        makeOld(draft);
        makeOld(store.folders().place(orphan.sha256()));
        assertThat(collector.collect()).isEqualTo(new Report(0, 1, 1));
        assertThat(isStored(orphan)).isFalse();
        assertThat(isStored(kept)).isTrue();
        assertThat(other).exists();
        assertThat(draft).doesNotExist();
    }

    @Test
    void whatACrashLeftInTheTrashGoesBackIfItIsStillNeeded() throws IOException {
        StoredBytes needed = put("needed");
        studio.assets.create(asset(needed, Optional.empty()));
        StoredBytes gone = put("gone");
        StoredBytes twice = put("twice");
        for (StoredBytes bytes : java.util.List.of(needed, gone)) {
            Files.move(store.folders().place(bytes.sha256()), store.folders().trash(bytes.sha256()));
        }
        Files.writeString(store.folders().trash(twice.sha256()), "twice");
        database.run(session -> session.createNativeMutationQuery("delete from blob where sha256 = :sha256")
                .setParameter("sha256", gone.sha256())
                .executeUpdate());
        collector.collect();
        assertThat(isStored(needed)).isTrue();
        assertThat(isStored(twice)).isTrue();
        assertThat(isStored(gone)).isFalse();
        assertThat(store.folders().trash()).isEmptyDirectory();
    }

    /// No grace at all: what is put may be collected at once, but what an asset refers to never is.
    @Test
    void neverTakesBytesFromUnderAnAssetHoweverCloseTheRace() throws Exception {
        GarbageCollector eager =
                new GarbageCollector(database, store, () -> clock.instant().plusSeconds(1), Duration.ZERO);
        DirectoryArtifactStore sameStore = new DirectoryArtifactStore(root, test.openAnother(), clock, 0);
        AtomicInteger created = new AtomicInteger();
        AtomicInteger collected = new AtomicInteger();
        AtomicInteger writers = new AtomicInteger(3);
        together(4, thread -> {
            if (thread == 0) {
                while (writers.get() > 0) {
                    collected.addAndGet(eager.collect().collected());
                }
                return null;
            }
            try {
                for (int round = 0; round < 150; round++) {
                    String text = "bytes " + round % 5;
                    StoredBytes bytes = (thread == 1 ? sameStore : store)
                            .put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
                    Asset asset = asset(bytes, Optional.empty());
                    try {
                        studio.assets.create(asset);
                    } catch (DioramaException e) {
                        continue;
                    }
                    created.incrementAndGet();
                    assertThat(isStored(bytes)).isTrue();
                    assertThat(studio.assets.delete(asset.id())).isTrue();
                }
            } finally {
                writers.decrementAndGet();
            }
            return null;
        });
        assertThat(created).hasPositiveValue();
        assertThat(collected).hasPositiveValue();
        assertThat(studio.count("asset where sha256 not in (select sha256 from blob)"))
                .isZero();
        eager.collect();
        assertThat(studio.count("blob")).isZero();
    }
}
