package studio.diorama.persistence.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import studio.diorama.persistence.testing.DatabaseContract;

class ChangeLogTest extends DatabaseContract {

    @Test
    void aLowerNumberMayAppearAfterAHigherOneAndIsFoundFromSomeWayBack() throws Exception {
        UUID slow = UUID.randomUUID();
        UUID quick = UUID.randomUUID();
        long start = studio.changes.latest();
        CountDownLatch drawn = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        List<Long> read = together(2, thread -> {
            if (thread == 0) {
                database.run(session -> {
                    studio.changes.append(ChangeKind.JOB, null, slow);
                    session.flush();
                    drawn.countDown();
                    await(committed);
                });
                return 0L;
            }
            await(drawn);
            studio.changes.append(ChangeKind.JOB, null, quick);
            List<Change> seen = studio.changes.after(start, 10);
            assertThat(seen).extracting(Change::objectId).containsExactly(quick);
            committed.countDown();
            return seen.getFirst().number();
        });
        assertThat(studio.changes.after(read.get(1), 10)).isEmpty();
        assertThat(studio.changes.after(start, 10)).extracting(Change::objectId).containsExactly(slow, quick);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
