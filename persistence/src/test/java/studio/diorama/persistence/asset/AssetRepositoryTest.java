package studio.diorama.persistence.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.diorama.persistence.testing.TestStudio.noise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.database.Page;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.PhotoCheckSpec;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.testing.DatabaseContract;

class AssetRepositoryTest extends DatabaseContract {

    private static final Set<AssetKind> PHOTOS = Set.of(AssetKind.PHOTO);

    private Account ada;
    private Project project;

    @BeforeEach
    void begin() {
        ada = studio.account();
        project = studio.project(ada);
    }

    @Test
    void whatWasCreatedIsFoundAndCheckedOnce() {
        Asset photo = studio.photo(project, ada);
        assertThat(studio.assets.find(photo.id())).contains(photo);
        assertThat(studio.assets.findAll(List.of(photo.id(), UUID.randomUUID())))
                .containsExactly(photo);
        String thumbnail = studio.blob();
        PictureInfo picture = new PictureInfo(10, 20, 16, Optional.of("C\0"), Optional.empty());
        studio.assets.recordCheck(photo.id(), AssetState.REFUSED, picture, thumbnail, "m".repeat(3000));
        Asset checked = studio.assets.find(photo.id()).orElseThrow();
        assertThat(checked.state()).isEqualTo(AssetState.REFUSED);
        assertThat(checked.picture().orElseThrow().camera()).contains("C\uFFFD");
        assertThat(checked.thumbnail()).contains(thumbnail);
        assertThat(checked.message().orElseThrow()).hasSize(2000);
        assertThat(checked.version()).isOne();
        studio.assets.recordCheck(UUID.randomUUID(), AssetState.READY, null, null, null);
    }

    @Test
    void pagesNeitherSkipNorRepeatWhilePhotosArrive() {
        List<UUID> before = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            before.add(studio.photo(project, ada).id());
        }
        List<UUID> seen = new ArrayList<>();
        UUID next = null;
        do {
            Page<Asset> page = studio.assets.page(project.id(), PHOTOS, false, next, 5);
            page.items().forEach(asset -> seen.add(asset.id()));
            studio.photo(project, ada);
            next = page.next();
        } while (next != null);
        assertThat(seen).containsExactlyElementsOf(before.reversed());
        assertThat(studio.assets.slice(project.id(), PHOTOS, false, 3, 12))
                .extracting(Asset::id)
                .containsExactlyElementsOf(before.reversed());
        assertThat(studio.assets.count(project.id(), PHOTOS, false)).isEqualTo(15);
    }

    @Test
    void viewersSeeWhatReleasedJobsMade() {
        Job job = studio.submit(project, ada);
        Asset noisy = studio.asset(project, ada, AssetKind.NOISY, job.id());
        studio.attempt(studio.claim().orElseThrow()).succeed(List.of(noisy), () -> {});
        Set<AssetKind> all = Set.of(AssetKind.values());
        assertThat(studio.assets.page(project.id(), all, true, null, 9).items()).isEmpty();
        studio.jobs.release(job.id(), clock.instant());
        assertThat(studio.assets.page(project.id(), all, true, null, 9).items()).containsExactly(noisy);
        assertThat(studio.assets.count(project.id(), all, true)).isOne();
    }

    @Test
    void aPhotoStaysWhileAJobIsThereThatUsesItButNotForItsCheck() {
        Asset photo = studio.photo(project, ada);
        studio.submit(project, ada, new PhotoCheckSpec(1, photo.id()), 0, 0);
        Job job = studio.submit(project, ada, noise(photo), 0, 0);
        assertThat(studio.assets.delete(photo.id())).isFalse();
        studio.jobs.cancel(job.id());
        assertThat(studio.jobs.delete(job.id())).isTrue();
        assertThat(studio.assets.delete(photo.id())).isTrue();
        assertThat(studio.assets.find(photo.id())).isEmpty();
        assertThat(studio.assets.delete(photo.id())).isTrue();
    }

    @Test
    void aPhotoIsNeverDeletedFromUnderAJobThatBegins() throws Exception {
        for (int round = 0; round < 30; round++) {
            Asset photo = studio.photo(project, ada);
            together(2, thread -> {
                if (thread == 0) {
                    return studio.assets.delete(photo.id());
                }
                try {
                    return studio.submit(project, ada, noise(photo), 0, 0) != null;
                } catch (DioramaException e) {
                    return false;
                }
            });
        }
        assertThat(studio.count("job_input where asset_id not in (select id from asset)"))
                .isZero();
    }

    @Test
    void anAssetNeedsItsBytesAndItsProject() {
        Asset photo = studio.asset(project, ada, AssetKind.PHOTO, null);
        database.run(
                session -> session.createNativeMutationQuery("delete from blob").executeUpdate());
        assertThatThrownBy(() -> studio.assets.create(photo))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("Store them again");
        Asset orphan = studio.asset(project, ada, AssetKind.PHOTO, null);
        studio.projects.delete(project.id());
        assertThatThrownBy(() -> studio.assets.create(orphan)).isInstanceOf(DioramaException.class);
        assertThat(studio.count("asset")).isZero();
    }

    @Test
    void anUploadGrowsAndIsFinishedOnce() throws Exception {
        UploadRepository uploads = new UploadRepository(database);
        Instant now = clock.instant();
        Upload upload = new Upload(
                Ids.next(), project.id(), ada.id(), "a.png", 100, 0, Optional.empty(), now, now.plusSeconds(60));
        uploads.create(upload);
        assertThat(uploads.find(upload.id())).contains(upload);
        assertThat(uploads.countOpen(ada.id(), now)).isOne();
        assertThat(uploads.advance(upload.id(), 60, now.plusSeconds(70))).isTrue();
        assertThat(uploads.advance(upload.id(), 60, now.plusSeconds(80))).isTrue();
        assertThat(uploads.advance(upload.id(), 40, now.plusSeconds(90))).isFalse();
        assertThat(uploads.advance(upload.id(), 101, now.plusSeconds(90))).isFalse();
        assertThat(uploads.find(upload.id()).orElseThrow().received()).isEqualTo(60);
        assertThat(uploads.expired(now.plusSeconds(79), 5)).isEmpty();
        assertThat(uploads.expired(now.plusSeconds(80), 5)).hasSize(1);
        uploads.advance(upload.id(), 100, now.plusSeconds(80));
        assertThat(uploads.countOpen(ada.id(), now)).isZero();
        UUID asset = UUID.randomUUID();
        assertThat(together(6, thread -> uploads.finish(upload.id(), asset))).containsOnlyOnce(true);
        assertThat(uploads.find(upload.id()).orElseThrow().assetId()).contains(asset);
        uploads.delete(upload.id());
        assertThat(uploads.find(upload.id())).isEmpty();
    }
}
