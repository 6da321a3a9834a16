package studio.diorama.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.diorama.persistence.testing.TestStudio.noise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.testing.DatabaseContract;

class JobTicketsTest extends DatabaseContract {

    @Test
    void aJobAndItsTicketAreWrittenTogether() {
        Account ada = studio.account();
        studio.submit(studio.project(ada), ada);
        assertThat(studio.tickets()).isOne();
        Instant due = database.transaction(session -> session.createNativeQuery(
                        "select execution_time from scheduled_tasks where task_name = 'job' and picked = false",
                        Instant.class)
                .getSingleResult());
        assertThat(due).isEqualTo(clock.instant());
    }

    @Test
    void aRolledBackTransactionLeavesNeither() {
        Account ada = studio.account();
        Project project = studio.project(ada);
        Asset photo = studio.photo(project, ada);
        long changes = studio.changes.latest();
        assertThatThrownBy(() -> database.run(session -> {
                    studio.submit(project, ada, noise(photo), 0, 0);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(studio.tickets()).isZero();
        assertThat(studio.count("job")).isZero();
        assertThat(studio.count("job_input")).isZero();
        assertThat(studio.count("lane")).isZero();
        assertThat(studio.changes.after(changes, 10)).isEmpty();
    }

    @Test
    void aJobWhoseFilesAreGoneOrForeignIsRefusedWhole() {
        Account ada = studio.account();
        Project project = studio.project(ada);
        Project other = studio.project(ada);
        Asset photo = studio.photo(project, ada);
        Asset foreign = studio.photo(other, ada);
        assertThatThrownBy(() -> studio.submit(project, ada, noise(photo, foreign), 0, 0))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("2 files")
                .hasMessageContaining("only 1");
        JobSpec gone = new PhotoCheckSpec(1, UUID.randomUUID());
        assertThatThrownBy(() -> studio.submit(project, ada, gone, 0, 0)).isInstanceOf(DioramaException.class);
        assertThatThrownBy(() -> studio.jobs.submit(
                        new NewJob(UUID.randomUUID(), ada.id(), "", noise(photo), 0, 0, 1, Optional.empty())))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("project");
        assertThat(studio.tickets()).isZero();
        assertThat(studio.count("job")).isZero();
    }

    @Test
    void thereAreAlwaysAsManyTicketsAsUnfinishedJobs() {
        Account ada = studio.account();
        Project project = studio.project(ada);
        Job first = studio.submit(project, ada);
        Job second = studio.submit(project, ada);
        assertBalanced();
        ClaimedJob running = studio.claim().orElseThrow();
        assertThat(running.fence().jobId()).isEqualTo(first.id());
        studio.recovery.ticketLost(ticketOf(first.id()));
        assertBalanced();
        ClaimRequest request = new ClaimRequest(UUID.randomUUID(), "ticket", "CPU", studio.PIPELINES, 0);
        assertThat(studio.claims.claim(request)).isPresent();
        assertThat(studio.recovery.workerLost(request.workerId())).isOne();
        assertBalanced();
        studio.jobs.cancel(second.id());
        assertBalanced();
        studio.jobs.retry(second.id());
        assertBalanced();
        studio.attempt(studio.claim().orElseThrow()).giveBack(clock.instant(), "later");
        assertBalanced();
        assertThat(List.of(first.id(), second.id()))
                .allMatch(id -> studio.jobs.find(id).orElseThrow().state() == JobState.QUEUED);
    }

    private String ticketOf(UUID job) {
        return database.transaction(
                session -> session.createNativeQuery("select ticket from job where id = :id", String.class)
                        .setParameter("id", job)
                        .getSingleResult());
    }

    private void assertBalanced() {
        long unfinished = studio.count("job where state in ('QUEUED', 'RUNNING')");
        assertThat(studio.tickets()).isGreaterThanOrEqualTo(unfinished);
    }
}
