package studio.diorama.worker.internal;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.hibernate.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.diorama.persistence.job.ClaimRequest;
import studio.diorama.persistence.job.ClaimedJob;
import studio.diorama.persistence.job.JobClaims;
import studio.diorama.persistence.job.JobRecovery;
import studio.diorama.persistence.job.JobTickets;

/// What a worker does with a lease.
///
/// The holder of a ticket claims the fairest job, runs it, and goes on until nothing can be claimed. Then the ticket
/// is torn up if nothing waits, else it comes back a little later. So there are always at least as many tickets as
/// jobs that wait or run, and each running job has the ticket of its worker: a job can be slow, but never forgotten.
final class TicketTask {

    private static final Logger LOG = LoggerFactory.getLogger(TicketTask.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Services services;
    private final Set<String> pipelines;
    private final JobRunner runner;
    private final JobClaims claims;
    private final JobRecovery recovery;
    private final BooleanSupplier draining;
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

    TicketTask(Services services, Set<String> pipelines, JobRunner runner, BooleanSupplier draining) {
        this.services = services;
        this.pipelines = pipelines;
        this.runner = runner;
        this.claims = services.claims();
        this.recovery = services.recovery();
        this.draining = draining;
    }

    CustomTask<Void> task() {
        return Tasks.custom(JobTickets.TASK_NAME, Void.class)
                .onFailure(this::failed)
                .onDeadExecution(this::dead)
                .execute(this::execute);
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        Execution ticket = context.getExecution();
        CompletionHandler<Void> next = runJobs(ticket);
        // What a process that was stopped and continued has to say about a ticket it has lost is of no use to anybody.
        return (complete, operations) -> services.database().run(session -> {
            if (isHeld(session, ticket)) {
                next.complete(complete, operations);
            }
        });
    }

    private CompletionHandler<Void> runJobs(Execution ticket) {
        while (!draining.getAsBoolean()) {
            Optional<ClaimedJob> job = claim(ticket);
            if (job.isEmpty()) {
                return nothingClaimed();
            }
            backoff.reset();
            switch (runner.run(job.get())) {
                case JobRunner.End.Finished _ -> {}
                case JobRunner.End.GivenBack(Instant notBefore) -> {
                    return at(notBefore);
                }
                case JobRunner.End.Fenced _ -> {
                    return at(services.clock().instant());
                }
            }
        }
        return claims.anyQueued() ? at(services.clock().instant()) : TicketTask::tearUp;
    }

    private CompletionHandler<Void> nothingClaimed() {
        return claims.anyQueued() ? at(services.clock().instant().plus(backoff.next())) : TicketTask::tearUp;
    }

    private static void tearUp(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.remove();
    }

    /// Claims a job only while the ticket is still this worker's. A process that was stopped and continued may hold a
    /// ticket that has been given away; a job claimed under it would have no lease of its own.
    private Optional<ClaimedJob> claim(Execution ticket) {
        return services.database().transaction(session -> {
            ClaimRequest request =
                    new ClaimRequest(services.workerId(), ticket.getId(), services.device(), pipelines, 0);
            return isHeld(session, ticket) ? claims.claim(request) : Optional.empty();
        });
    }

    private static boolean isHeld(Session session, Execution ticket) {
        return session.createNativeQuery(
                        "select version from scheduled_tasks where task_name = :task and task_instance = :ticket"
                                + " and picked = true and version = :version for update",
                        Long.class)
                .setParameter("task", JobTickets.TASK_NAME)
                .setParameter("ticket", ticket.getId())
                .setParameter("version", ticket.version)
                .uniqueResultOptional()
                .isPresent();
    }

    private static CompletionHandler<Void> at(Instant due) {
        return (complete, operations) -> operations.reschedule(complete, due);
    }

    /// The ticket's holder stopped its heartbeat.
    private void dead(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        String ticket = complete.getExecution().getId();
        boolean needed = recovery.ticketLost(ticket);
        LOG.warn("The holder of ticket {} is gone; {}", ticket, needed ? "it goes round again" : "it is torn up");
        settle(needed, complete, operations, services.clock().instant());
    }

    /// Something was thrown past the job's own handling; a job that is still running under the ticket has lost it.
    private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        String ticket = complete.getExecution().getId();
        LOG.error("Ticket {} failed", ticket, complete.getCause().orElse(null));
        settle(
                recovery.ticketLost(ticket),
                complete,
                operations,
                services.clock().instant().plus(AFTER_FAILURE));
    }

    private static void settle(
            boolean needed, ExecutionComplete complete, ExecutionOperations<Void> operations, Instant due) {
        if (needed) {
            operations.reschedule(complete, due);
        } else {
            operations.remove();
        }
    }
}
