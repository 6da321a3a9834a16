package studio.diorama.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.diorama.persistence.testing.TestStudio.noise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.change.Change;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.database.Page;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.testing.DatabaseContract;

class JobRepositoryTest extends DatabaseContract {

    private Account ada;
    private Project project;

    @BeforeEach
    void begin() {
        ada = studio.account();
        project = studio.project(ada);
    }

    @Test
    void whatWasSubmittedIsFound() {
        Job job = studio.submit(project, ada);
        assertThat(studio.jobs.find(job.id())).contains(job);
        assertThat(studio.jobs.findAll(List.of(job.id(), UUID.randomUUID()))).containsExactly(job);
        assertThat(studio.jobs.find(UUID.randomUUID())).isEmpty();
        assertThatThrownBy(() ->
                        new NewJob(project.id(), ada.id(), "t".repeat(201), job.spec(), 0, 0, 0, Optional.empty()))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("title");
    }

    @Test
    void pagesNeitherSkipNorRepeatWhileJobsArrive() {
        List<UUID> before = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            before.add(studio.submit(project, ada).id());
        }
        List<UUID> seen = new ArrayList<>();
        UUID next = null;
        do {
            Page<Job> page = studio.jobs.page(project.id(), JobFilter.ALL, next, 5);
            page.items().forEach(job -> seen.add(job.id()));
            studio.submit(project, ada);
            next = page.next();
        } while (next != null);
        assertThat(seen).containsExactlyElementsOf(before.reversed()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(studio.jobs.slice(project.id(), JobFilter.ALL, 5, 23))
                .extracting(Job::id)
                .containsExactlyElementsOf(before.reversed());
        assertThat(studio.jobs.count(project.id(), JobFilter.ALL)).isEqualTo(28);
    }

    @Test
    void listsWhatTheFilterSays() {
        Account ben = studio.account();
        UUID adas = studio.submit(project, ada).id();
        UUID bens = studio.submit(project, ben).id();
        studio.submit(
                project, ada, new PhotoCheckSpec(1, studio.photo(project, ada).id()), 0, 0);
        studio.submit(studio.project(ada), ada);
        studio.jobs.cancel(bens);
        assertThat(ids(JobFilter.ALL)).containsExactly(bens, adas);
        assertThat(ids(new JobFilter(Set.of(JobState.CANCELLED), Optional.empty(), Optional.empty(), false)))
                .containsExactly(bens);
        assertThat(ids(new JobFilter(Set.of(), Optional.of("camera-noise"), Optional.of(ada.id()), false)))
                .containsExactly(adas);
        assertThat(ids(new JobFilter(Set.of(), Optional.empty(), Optional.empty(), true)))
                .isEmpty();
        assertThat(studio.jobs.countQueued(ada.id())).isEqualTo(2);
    }

    private List<UUID> ids(JobFilter filter) {
        List<UUID> page = studio.jobs.page(project.id(), filter, null, 50).items().stream()
                .map(Job::id)
                .toList();
        assertThat(studio.jobs.count(project.id(), filter)).isEqualTo(page.size());
        return page;
    }

    @Test
    void aChangeIsSeenInTheSameTransaction() {
        Job job = studio.submit(project, ada);
        database.run(session -> {
            assertThat(studio.jobs.find(job.id()).orElseThrow().state()).isEqualTo(JobState.QUEUED);
            assertThat(studio.jobs.cancel(job.id())).isTrue();
            assertThat(studio.jobs.find(job.id()).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
            assertThat(studio.jobs.retry(job.id())).isTrue();
            assertThat(studio.jobs.find(job.id()).orElseThrow().state()).isEqualTo(JobState.QUEUED);
            studio.attempt(studio.claim().orElseThrow())
                    .succeed(
                            List.of(),
                            () -> assertThat(studio.jobs
                                            .find(job.id())
                                            .orElseThrow()
                                            .state())
                                    .isEqualTo(JobState.SUCCEEDED));
            assertThat(studio.jobs.release(job.id(), clock.instant())).isTrue();
            assertThat(studio.jobs.find(job.id()).orElseThrow().releasedAt()).contains(clock.instant());
        });
        assertThat(studio.jobs.release(job.id(), null)).isTrue();
        assertThat(studio.jobs.find(job.id()).orElseThrow().releasedAt()).isEmpty();
    }

    @Test
    void whatHasNotEndedIsNeitherRetriedNorReleasedNorDeleted() {
        Job job = studio.submit(project, ada);
        assertThat(studio.jobs.retry(job.id())).isFalse();
        assertThat(studio.jobs.release(job.id(), clock.instant())).isFalse();
        assertThat(studio.jobs.delete(job.id())).isFalse();
        assertThat(studio.jobs.cancel(UUID.randomUUID())).isFalse();
        assertThat(studio.tickets()).isOne();
    }

    @Test
    void aDeletedJobTakesItsResultsWithItUnlessAnotherJobReadsThem() {
        Job fit = studio.submit(project, ada);
        Asset profile = studio.asset(project, ada, AssetKind.CAMERA_PROFILE, fit.id());
        studio.attempt(studio.claim().orElseThrow()).succeed(List.of(profile), () -> {});
        Asset photo = studio.photo(project, ada);
        Job user = studio.submit(
                project,
                ada,
                new CameraNoiseSpec(1, "isotropic", null, profile.id(), 400, 1, List.of(photo.id()), Set.of(8), false),
                0,
                0);
        assertThat(studio.jobs.delete(fit.id())).isFalse();
        assertThat(studio.assets.find(profile.id())).isPresent();
        studio.jobs.cancel(user.id());
        assertThat(studio.jobs.delete(fit.id())).isTrue();
        assertThat(studio.assets.find(profile.id())).isEmpty();
        assertThat(studio.assets.find(photo.id())).isPresent();
        assertThat(studio.jobs.find(user.id())).isPresent();
    }

    @Test
    void everyStepIsInTheChangeLog() {
        long start = studio.changes.latest();
        Asset photo = studio.photo(project, ada);
        Job job = studio.submit(project, ada, noise(photo), 0, 0);
        studio.attempt(studio.claim().orElseThrow()).report(JobProgress.NONE);
        studio.jobs.cancel(job.id());
        List<Change> changes = studio.changes.after(start, 100);
        assertThat(changes).extracting(Change::number).isSorted().doesNotHaveDuplicates();
        assertThat(changes)
                .filteredOn(change -> change.kind() == ChangeKind.JOB)
                .hasSize(4)
                .allMatch(change ->
                        change.objectId().equals(job.id()) && change.projectId().equals(project.id()));
        assertThat(studio.changes.after(start, 2)).isEqualTo(changes.subList(0, 2));
        studio.changes.deleteBefore(clock.instant().plusSeconds(1));
        assertThat(studio.changes.after(start, 100)).isEmpty();
    }
}
