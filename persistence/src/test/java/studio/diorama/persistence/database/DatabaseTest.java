package studio.diorama.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.diorama.persistence.internal.Entities;
import studio.diorama.persistence.testing.DatabaseContract;
import studio.diorama.persistence.testing.TestClock;
import studio.diorama.persistence.testing.TestDatabase;
import studio.diorama.persistence.testing.TestStudio;
import studio.diorama.persistence.worker.WorkerNode;
import studio.diorama.persistence.worker.WorkerRepository;

class DatabaseTest extends DatabaseContract {

    @Test
    void everyTableIsThereAndMapped() {
        for (Class<?> entity : Entities.ALL) {
            database.run(session -> assertThat(session.createSelectionQuery("from " + entity.getName(), entity)
                            .setMaxResults(1)
                            .list())
                    .as(entity.getName())
                    .isNotNull());
        }
        assertThat(studio.count("installation")).isOne();
        assertThat(studio.tickets()).isZero();
        assertThat(database.answers()).isTrue();
    }

    @Test
    void threeProcessesThatStartTogetherMakeTheTablesOnce() throws Exception {
        try (TestDatabase fresh = TestDatabase.create(kind)) {
            List<Database> opened = together(3, thread -> Database.open(fresh.address()));
            UUID id = new TestStudio(opened.getFirst(), clock).account().id();
            for (Database process : opened) {
                assertThat(new TestStudio(process, clock).accounts.find(id)).isPresent();
                process.close();
            }
        }
    }

    @Test
    void aTransactionIsAllOrNothingAndInnerOnesJoinIt() {
        assertThatThrownBy(() -> database.run(session -> {
                    studio.account();
                    studio.project(studio.account());
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(studio.count("account") + studio.count("project") + studio.count("change_log"))
                .isZero();
    }

    @Test
    void idsFollowEachOther() {
        UUID last = Ids.next();
        for (int i = 0; i < 10_000; i++) {
            UUID next = Ids.next();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    @Test
    void whatWasCommittedSurvivesAKilledProcess() throws Exception {
        assumeTrue(kind == TestDatabase.Kind.H2, "PostgreSQL is a process of its own");
        try (TestDatabase fresh = TestDatabase.create(kind)) {
            Process process = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Dying.class.getName(),
                            fresh.address().url(),
                            fresh.address().password())
                    .redirectErrorStream(true)
                    .start();
            List<String> output = process.inputReader().lines().toList();
            assertThat(process.waitFor()).as(() -> String.join("\n", output)).isEqualTo(9);
            UUID id = UUID.fromString(output.getLast());
            assertThat(new TestStudio(fresh.database(), clock).accounts.find(id))
                    .isPresent();
        }
    }

    /// Ends without any farewell as soon as its commit has returned.
    static final class Dying {

        private Dying() {}

        public static void main(String[] arguments) {
            Database database = Database.open(new DatabaseAddress(arguments[0], "diorama", arguments[1], 2));
            System.out.println(
                    new TestStudio(database, new TestClock()).account().id());
            System.out.flush();
            Runtime.getRuntime().halt(9);
        }
    }

    @Test
    void workersComeSpeakAndGo() throws Exception {
        WorkerRepository workers = new WorkerRepository(database, studio.changes);
        WorkerNode worker = new WorkerNode(
                UUID.randomUUID(),
                "host",
                "CPU",
                0,
                2,
                Set.of("camera-noise", "photo-check"),
                false,
                clock.instant(),
                clock.instant());
        workers.register(worker);
        assertThat(workers.seenSince(clock.instant().minusSeconds(1))).containsExactly(worker);
        assertThat(workers.heartbeat(worker.id(), clock.instant().plusSeconds(30)))
                .isFalse();
        assertThat(workers.drain(worker.id(), true)).isTrue();
        assertThat(workers.heartbeat(worker.id(), clock.instant().plusSeconds(60)))
                .isTrue();
        workers.deleteSilentBefore(clock.instant().plusSeconds(60));
        assertThat(workers.seenSince(clock.instant())).hasSize(1);
        workers.remove(worker.id());
        assertThat(workers.seenSince(clock.instant())).isEmpty();

        together(4, thread -> {
            workers.offer("camera-noise", "{\"from\":" + thread + "}", clock.instant());
            return null;
        });
        assertThat(workers.offerOf("camera-noise").orElseThrow()).startsWith("{\"from\":");
        assertThat(workers.offers()).containsOnlyKeys("camera-noise");
        assertThat(workers.offerOf("another")).isEqualTo(Optional.empty());
    }
}
