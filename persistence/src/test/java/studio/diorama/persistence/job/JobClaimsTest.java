package studio.diorama.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.diorama.persistence.testing.TestStudio.PIPELINES;
import static studio.diorama.persistence.testing.TestStudio.noise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.testing.DatabaseContract;
import studio.diorama.persistence.testing.TestStudio;

class JobClaimsTest extends DatabaseContract {

    /// Claims, finishes and says which job it was, with a second between two claims.
    private UUID next() {
        clock.advance(Duration.ofSeconds(1));
        ClaimedJob job = studio.claim().orElseThrow();
        studio.attempt(job).succeed(List.of(), () -> {});
        return job.fence().jobId();
    }

    @Test
    void findsNothingWhereNothingWaits() {
        assertThat(studio.claim()).isEmpty();
        assertThat(studio.claims.anyQueued()).isFalse();
    }

    @Test
    void takesTheJobWithItsSpecAndStartsItsAttempt() {
        Account ada = studio.account();
        Job job = studio.submit(studio.project(ada), ada);
        UUID worker = UUID.randomUUID();
        clock.advance(Duration.ofSeconds(2));

        ClaimedJob claimed = studio.claims.claim(TestStudio.request(worker)).orElseThrow();

        assertThat(claimed.spec()).isEqualTo(job.spec());
        assertThat(claimed.fence()).isEqualTo(new ClaimedJob.Fence(job.id(), 1, 1));
        Job running = studio.jobs.find(job.id()).orElseThrow();
        assertThat(running.state()).isEqualTo(JobState.RUNNING);
        assertThat(running.workerId()).contains(worker);
        assertThat(running.device()).contains("CPU");
        assertThat(running.times().startedAt()).contains(clock.instant());
        assertThat(studio.claim()).isEmpty();
    }

    @Test
    void servesTheProjectThenThePersonThatWereServedLongestAgo() {
        Account ada = studio.account();
        Account ben = studio.account();
        Account cyd = studio.account();
        Project first = studio.project(ada);
        clock.advance(Duration.ofSeconds(1));
        Project second = studio.project(cyd);
        List<UUID> adas = jobs(first, ada, 4);
        List<UUID> bens = jobs(first, ben, 2);
        List<UUID> cyds = jobs(second, cyd, 3);
        // Both lanes of the first project were never served: the order of accounts decides, and ada came first.
        List<UUID> order = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            order.add(next());
        }
        assertThat(order)
                .containsExactly(
                        adas.get(0),
                        cyds.get(0),
                        bens.get(0),
                        cyds.get(1),
                        adas.get(1),
                        cyds.get(2),
                        bens.get(1),
                        adas.get(2),
                        adas.get(3));
    }

    private List<UUID> jobs(Project project, Account account, int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(studio.submit(project, account).id());
        }
        return ids;
    }

    @Test
    void priorityCountsAmongOnesOwnJobsAlone() {
        Account ada = studio.account();
        Account ben = studio.account();
        Project project = studio.project(ada);
        UUID low = studio.submit(project, ada, noise(studio.photo(project, ada)), -2, 0)
                .id();
        UUID old = studio.submit(project, ada).id();
        UUID urgent = studio.submit(project, ada, noise(studio.photo(project, ada)), 2, 0)
                .id();
        UUID bens = studio.submit(project, ben).id();
        assertThat(List.of(next(), next(), next(), next())).containsExactly(urgent, bens, old, low);
    }

    @Test
    void passesOverWhoRunsAsManyJobsAsAllowed() {
        Account ada = studio.account();
        Account ben = studio.account();
        Project project = studio.project(ada);
        jobs(project, ada, 6);
        for (int i = 0; i < TestStudio.RUNNING_PER_USER; i++) {
            assertThat(studio.claim()).isPresent();
        }
        assertThat(studio.claim()).isEmpty();
        assertThat(studio.claims.anyQueued()).isTrue();
        UUID bens = studio.submit(project, ben).id();
        assertThat(studio.claim().orElseThrow().fence().jobId()).isEqualTo(bens);
    }

    @Test
    void theLimitHoldsForJobsThatWaitedADayToo() {
        Account ada = studio.account();
        jobs(studio.project(ada), ada, 6);
        clock.advance(Duration.ofHours(25));
        for (int i = 0; i < TestStudio.RUNNING_PER_USER; i++) {
            assertThat(studio.claim()).isPresent();
        }
        assertThat(studio.claim()).isEmpty();
    }

    @Test
    void whatWaitedADayGoesFirstWhateverItsPriority() {
        Account ada = studio.account();
        Account ben = studio.account();
        Project project = studio.project(ada);
        Project other = studio.project(ben);
        UUID old = studio.submit(project, ada, noise(studio.photo(project, ada)), -2, 0)
                .id();
        clock.advance(Duration.ofHours(23));
        UUID urgent = studio.submit(project, ada, noise(studio.photo(project, ada)), 2, 0)
                .id();
        UUID bens = studio.submit(other, ben).id();
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        assertThat(List.of(next(), next(), next())).containsExactly(old, bens, urgent);
    }

    @Test
    void housekeepingGoesFirstAndCountsForNobody() {
        Account ada = studio.account();
        Project project = studio.project(ada);
        jobs(project, ada, TestStudio.RUNNING_PER_USER);
        for (int i = 0; i < TestStudio.RUNNING_PER_USER; i++) {
            assertThat(studio.claim()).isPresent();
        }
        studio.submit(project, ada);
        UUID check = studio.submit(
                        project,
                        ada,
                        new PhotoCheckSpec(1, studio.photo(project, ada).id()),
                        0,
                        0)
                .id();
        assertThat(studio.claim().orElseThrow().fence().jobId()).isEqualTo(check);
        assertThat(studio.claim()).isEmpty();
    }

    @Test
    void leavesWhatDoesNotFitTheWorker() {
        Account ada = studio.account();
        Project project = studio.project(ada);
        UUID large = studio.submit(project, ada, noise(studio.photo(project, ada)), 2, 8_000_000_000L)
                .id();
        UUID small = studio.submit(project, ada, noise(studio.photo(project, ada)), 0, 1_000_000_000L)
                .id();
        UUID worker = UUID.randomUUID();

        assertThat(studio.claims.claim(new ClaimRequest(worker, "t", "GPU", Set.of("another"), Long.MAX_VALUE)))
                .isEmpty();
        assertThat(studio.claims.claim(new ClaimRequest(worker, "t", "GPU", Set.of(), Long.MAX_VALUE)))
                .isEmpty();
        assertThat(studio.claims.claim(new ClaimRequest(worker, "t", "GPU", PIPELINES, 999_999_999L)))
                .isEmpty();
        assertThat(claimedBy(worker, 7_999_999_999L)).contains(small);
        assertThat(claimedBy(worker, 8_000_000_000L)).contains(large);
    }

    private Optional<UUID> claimedBy(UUID worker, long freeGpuBytes) {
        return studio.claims
                .claim(new ClaimRequest(worker, "t", "GPU", PIPELINES, freeGpuBytes))
                .map(job -> job.fence().jobId());
    }

    @Test
    void aJobThatWasGivenBackWaitsUntilItsTime() {
        Account ada = studio.account();
        Job job = studio.submit(studio.project(ada), ada);
        Instant later = clock.instant().plusSeconds(60);
        studio.attempt(studio.claim().orElseThrow()).giveBack(later, "Out of memory; trying with half the batch.");
        assertThat(studio.claim()).isEmpty();
        clock.advance(Duration.ofSeconds(60));
        assertThat(studio.claim().orElseThrow().fence()).isEqualTo(new ClaimedJob.Fence(job.id(), 2, 1));
    }

    @Test
    void jobsOfSomebodyWhoLeftTheProjectStillRun() {
        Account ada = studio.account();
        Account ben = studio.account();
        Project project = studio.project(ada);
        UUID job = studio.submit(project, ben).id();
        studio.members.remove(project.id(), ben.id());
        assertThat(next()).isEqualTo(job);
    }
}
