package studio.diorama.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.testing.ApiClient;
import studio.diorama.testing.Eventually;
import studio.diorama.testing.StudioProcess;

/// Workers that are killed or frozen in the middle of a job: another takes it over, its result is written once.
class WorkerFaultsIT {

    private static final String PASSWORD = "correct horse battery";
    private static final Duration TAKEOVER = Duration.ofSeconds(150);

    @TempDir
    Path folder;

    @Test
    void aKilledChildIsReplacedAndItsJobRunsAgainAtOnce() throws IOException {
        // The heartbeat is the shipped one: only the parent can have noticed within these seconds.
        try (StudioProcess studio = StudioProcess.start(folder.resolve("data"), Map.of())) {
            String first = studio.awaitWorker();
            ApiClient ann = ApiClient.firstAccount(studio, "ann@example.org", PASSWORD);
            SlowJob job = job(ann);
            job.awaitMiddle();
            studio.workerProcess().destroyForcibly();
            job.awaitNextAttempt(Duration.ofSeconds(60));
            job.awaitSuccess();
            assertThat(studio.lastWorker())
                    .hasValueSatisfying(second -> assertThat(second).isNotEqualTo(first));
            assertWrittenOnce(job);
        }
    }

    @Test
    void aFrozenWorkerIsGivenUpAndCannotWriteWhenItThaws() throws IOException, InterruptedException {
        Map<String, String> quickHeartbeat = Map.of(
                "diorama.worker.local", "false",
                "diorama.queue.heartbeat", "1s",
                "diorama.queue.missed-heartbeats", "4");
        try (StudioProcess studio = StudioProcess.start(folder.resolve("data"), quickHeartbeat)) {
            ApiClient ann = ApiClient.firstAccount(studio, "ann@example.org", PASSWORD);
            Process frozen = startWorker(studio, "frozen.log");
            SlowJob job = job(ann);
            job.awaitMiddle();
            signal("STOP", frozen);
            Process second = startWorker(studio, "second.log");
            try {
                job.awaitNextAttempt(TAKEOVER);
                signal("CONT", frozen);
                job.awaitSuccess();
                List<String> outputs = job.outputs();
                // The thawed worker still has its job in hand; give its writes the time to be refused.
                Eventually.succeeds(
                        Duration.ofSeconds(60),
                        () -> assertThat(java.nio.file.Files.readString(folder.resolve("frozen.log")))
                                .containsIgnoringCase("no longer counts"));
                assertThat(job.outputs()).isEqualTo(outputs);
                assertWrittenOnce(job);
            } finally {
                second.destroy();
                frozen.destroyForcibly();
            }
        }
    }

    private SlowJob job(ApiClient client) throws IOException {
        String project = client.post("/api/v1/projects", "{\"name\": \"Faults\"}")
                .path("id")
                .asText();
        List<String> photos = SlowJob.photos(client, project, folder.resolve("pictures"));
        return SlowJob.start(client, project, photos, SlowJob.anyCamera(client));
    }

    private Process startWorker(StudioProcess studio, String log) throws IOException {
        return new ProcessBuilder(studio.workerCommand())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start();
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        int answer = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(answer).isZero();
    }

    private static void assertWrittenOnce(SlowJob job) {
        assertThat(job.outputs()).hasSize(SlowJob.OUTPUTS).doesNotHaveDuplicates();
        assertThat(job.state().path("attempt").asInt()).isEqualTo(2);
    }
}
