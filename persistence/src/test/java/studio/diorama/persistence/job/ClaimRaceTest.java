package studio.diorama.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.testing.DatabaseContract;
import studio.diorama.persistence.testing.TestStudio;

class ClaimRaceTest extends DatabaseContract {

    private static final int JOBS = 400;

    @Test
    void eightThreadsOfTwoProcessesTakeEachJobOnce() throws Exception {
        List<Account> people = List.of(studio.account(), studio.account(), studio.account(), studio.account());
        List<Project> projects = people.stream().map(studio::project).toList();
        List<Asset> photos = projects.stream()
                .map(project -> studio.photo(project, people.getFirst()))
                .toList();
        for (int i = 0; i < JOBS; i++) {
            studio.submit(projects.get(i % 2), people.get(i % 4), TestStudio.noise(photos.get(i % 2)), 0, 0);
        }
        TestStudio other = new TestStudio(test.openAnother(), clock);
        AtomicInteger left = new AtomicInteger(JOBS);
        List<List<UUID>> taken = together(8, thread -> {
            TestStudio process = thread % 2 == 0 ? studio : other;
            List<UUID> mine = new ArrayList<>();
            while (left.get() > 0) {
                Optional<ClaimedJob> job = process.claim();
                if (job.isPresent()) {
                    mine.add(job.get().fence().jobId());
                    process.attempt(job.get()).succeed(List.of(), () -> {});
                    left.decrementAndGet();
                }
            }
            return mine;
        });
        List<UUID> all = taken.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(JOBS).doesNotHaveDuplicates();
        assertThat(studio.count("job where state = 'SUCCEEDED' and attempt = 1"))
                .isEqualTo(JOBS);
    }

    @Test
    void theLimitOfRunningJobsHoldsHoweverManyClaimAtOnce() throws Exception {
        Account ada = studio.account();
        Project first = studio.project(ada);
        Project second = studio.project(ada);
        for (int i = 0; i < 8; i++) {
            studio.submit(first, ada);
            studio.submit(second, ada);
        }
        List<Optional<ClaimedJob>> claims = together(8, thread -> studio.claim());
        assertThat(claims.stream().filter(Optional::isPresent)).hasSizeLessThanOrEqualTo(TestStudio.RUNNING_PER_USER);
        while (studio.claim().isPresent()) {
            // Whoever found nothing because all were busy comes back.
        }
        assertThat(studio.count("job where state = 'RUNNING'")).isEqualTo(TestStudio.RUNNING_PER_USER);
    }

    @Test
    void aCancelledJobIsNeverTaken() throws Exception {
        Account ada = studio.account();
        Project project = studio.project(ada);
        Asset photo = studio.photo(project, ada);
        for (int round = 0; round < 30; round++) {
            UUID job =
                    studio.submit(project, ada, TestStudio.noise(photo), 0, 0).id();
            together(2, thread -> thread == 0 ? studio.claim() : studio.jobs.cancel(job));
            Job after = studio.jobs.find(job).orElseThrow();
            assertThat(after.state() == JobState.CANCELLED || after.cancelAsked())
                    .as("%s, cancel asked: %s", after.state(), after.cancelAsked())
                    .isTrue();
            studio.claim()
                    .ifPresent(claimed -> assertThat(claimed.fence().jobId()).isNotEqualTo(job));
            if (after.state() == JobState.RUNNING) {
                studio.attempt(new ClaimedJob(
                                new ClaimedJob.Fence(job, after.attempt(), 1), project.id(), ada.id(), after.spec()))
                        .cancelled();
            }
        }
    }
}
