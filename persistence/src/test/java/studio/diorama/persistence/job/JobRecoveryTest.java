package studio.diorama.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.testing.DatabaseContract;
import studio.diorama.persistence.testing.TestStudio;

class JobRecoveryTest extends DatabaseContract {

    private Account ada;
    private Project project;

    @BeforeEach
    void begin() {
        ada = studio.account();
        project = studio.project(ada);
    }

    private JobState state(Job job) {
        return studio.jobs.find(job.id()).orElseThrow().state();
    }

    private void claimWith(UUID worker, String ticket) {
        assertThat(studio.claims.claim(new ClaimRequest(worker, ticket, "CPU", TestStudio.PIPELINES, 0)))
                .isPresent();
    }

    @Test
    void aLostTicketPutsItsJobBack() {
        Job job = studio.submit(project, ada);
        claimWith(UUID.randomUUID(), "ticket");
        assertThat(studio.recovery.ticketLost("ticket")).isTrue();
        assertThat(state(job)).isEqualTo(JobState.QUEUED);
        assertThat(studio.jobs.find(job.id()).orElseThrow().losses()).isOne();
        assertThat(studio.jobs.log(job.id(), 0, 10))
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("attempt 1 was lost"));
        assertThat(studio.recovery.ticketLost("ticket"))
                .as("a ticket without a job is kept: it may be needed")
                .isTrue();
        assertThat(studio.jobs.find(job.id()).orElseThrow().losses()).isOne();
    }

    @Test
    void aLostWorkerGivesUpItsOwnJobsAlone() {
        UUID worker = UUID.randomUUID();
        Job first = studio.submit(project, ada);
        claimWith(worker, "first");
        Job second = studio.submit(project, ada);
        claimWith(worker, "second");
        Job other = studio.submit(project, ada);
        claimWith(UUID.randomUUID(), "other");
        assertThat(studio.recovery.workerLost(worker)).isEqualTo(2);
        assertThat(List.of(state(first), state(second), state(other)))
                .containsExactly(JobState.QUEUED, JobState.QUEUED, JobState.RUNNING);
        assertThat(studio.recovery.workerLost(worker)).isZero();
    }

    @Test
    void theTicketOfALostWorkerIsReplacedByOneThatIsDueAtOnce() {
        studio.submit(project, ada);
        String ticket = database.transaction(
                session -> session.createNativeQuery("select task_instance from scheduled_tasks", String.class)
                        .getSingleResult());
        UUID worker = UUID.randomUUID();
        claimWith(worker, ticket);
        studio.recovery.workerLost(worker);
        String replacement = database.transaction(session -> session.createNativeQuery(
                        "select task_instance from scheduled_tasks where picked = false", String.class)
                .getSingleResult());
        assertThat(replacement).isNotEqualTo(ticket);
    }

    @Test
    void theThirdLossPutsTheJobAside() {
        Job job = studio.submit(project, ada);
        for (int loss = 1; loss <= TestStudio.LOSSES_BEFORE_QUARANTINE; loss++) {
            claimWith(UUID.randomUUID(), "ticket " + loss);
            assertThat(studio.recovery.ticketLost("ticket " + loss))
                    .isEqualTo(loss < TestStudio.LOSSES_BEFORE_QUARANTINE);
        }
        Job aside = studio.jobs.find(job.id()).orElseThrow();
        assertThat(aside.state()).isEqualTo(JobState.QUARANTINED);
        assertThat(aside.failure().orElseThrow().code()).isEqualTo(ErrorCode.WORKER_LOST);
        assertThat(aside.failure().orElseThrow().message()).contains("3 workers");
        assertThat(studio.claim()).isEmpty();

        assertThat(studio.jobs.retry(job.id())).isTrue();
        Job again = studio.jobs.find(job.id()).orElseThrow();
        assertThat(again.losses()).isZero();
        assertThat(again.failure()).isEmpty();
        assertThat(studio.claim().orElseThrow().fence()).isEqualTo(new ClaimedJob.Fence(job.id(), 4, 1));
    }

    @Test
    void aLostJobThatSomebodyWantedStoppedIsCancelled() {
        Job job = studio.submit(project, ada);
        claimWith(UUID.randomUUID(), "ticket");
        studio.jobs.cancel(job.id());
        assertThat(studio.recovery.ticketLost("ticket")).isFalse();
        assertThat(state(job)).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void twoWhoNoticeTheLossAtOnceCountItOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            Job job = studio.submit(project, ada);
            UUID worker = UUID.randomUUID();
            String ticket = "ticket " + round;
            claimWith(worker, ticket);
            together(
                    2, thread -> thread == 0 ? studio.recovery.ticketLost(ticket) : studio.recovery.workerLost(worker));
            Job back = studio.jobs.find(job.id()).orElseThrow();
            assertThat(back.state()).isEqualTo(JobState.QUEUED);
            assertThat(back.losses()).isOne();
            studio.jobs.cancel(job.id());
        }
    }
}
