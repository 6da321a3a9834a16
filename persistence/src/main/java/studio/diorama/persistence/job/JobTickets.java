package studio.diorama.persistence.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import studio.diorama.persistence.database.Database;

/// Leases: a queued or running job has one ticket in db-scheduler's table, written in the job's own transaction.
///
/// A ticket names no job. Whoever picks one claims the fairest job at that moment (see [JobClaims]), so there are
/// always as many tickets as there is work, and the order of tickets is not the order of jobs.
public final class JobTickets {

    /// db-scheduler's name for tickets.
    public static final String TASK_NAME = "job";

    /// Tickets carry no data; should a row ever hold some, it is text and nothing is deserialised.
    public static final Serializer SERIALIZER = new Serializer() {
        @Override
        public byte[] serialize(Object data) {
            return data == null ? null : data.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] bytes) {
            return null;
        }
    };

    private final SchedulerClient client;
    private final OneTimeTask<Void> task;

    public JobTickets(Database database) {
        task = Tasks.oneTime(TASK_NAME).execute((instance, context) -> {
            throw new IllegalStateException("Tickets are picked by workers alone");
        });
        client = SchedulerClient.Builder.create(database.dataSource(), task)
                .serializer(SERIALIZER)
                .build();
    }

    /// Writes a ticket that is good from `due` on, in the running transaction.
    public void issue(Instant due) {
        client.scheduleIfNotExists(task.instance(UUID.randomUUID().toString()), due);
    }

    /// Takes back the ticket of a worker that is known to be dead, so that nobody waits for its heartbeat.
    public void revoke(Database database, String ticket) {
        database.run(session -> session.createNativeMutationQuery(
                        "delete from scheduled_tasks where task_name = :task and task_instance = :ticket")
                .setParameter("task", TASK_NAME)
                .setParameter("ticket", ticket)
                .executeUpdate());
    }

    /// db-scheduler's name of a ticket.
    public static TaskInstanceId id(String ticket) {
        return TaskInstanceId.of(TASK_NAME, ticket);
    }
}
