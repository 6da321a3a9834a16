package studio.diorama.worker.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    @TempDir
    private Path data;

    @Test
    void onlyJobsThatAreOverLoseTheirCheckpoints() throws IOException {
        UUID waiting = UUID.randomUUID();
        UUID cancelled = UUID.randomUUID();
        Checkpoints checkpoints = new Checkpoints(data, Set.of(cancelled)::contains);
        Path kept = Files.writeString(checkpoints.of(waiting).resolve("step-10"), "weights");
        Files.writeString(checkpoints.of(cancelled).resolve("step-10"), "weights");

        checkpoints.sweep();

        assertThat(kept).isRegularFile();
        assertThat(data.resolve("checkpoints").resolve(cancelled.toString())).doesNotExist();
    }

    @Test
    void whatCannotBeAskedForNowIsLeftForTheNextTime() {
        UUID job = UUID.randomUUID();
        Checkpoints checkpoints = new Checkpoints(data, id -> {
            throw new IllegalStateException("the database is away");
        });
        Path folder = checkpoints.of(job);

        checkpoints.sweep();

        assertThat(folder).isDirectory();
    }
}
