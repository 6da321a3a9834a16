package studio.diorama.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.diorama.worker.TestHandlers.noise;
import static studio.diorama.worker.TestHandlers.spec;
import static studio.diorama.worker.TestHandlers.workUntilStopped;
import static studio.diorama.worker.TestHandlers.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobState;
import studio.diorama.persistence.worker.WorkerRepository;

class WorkerTest {

    private TestInstallation installation;
    private Asset photo;

    @BeforeEach
    void install() {
        installation = new TestInstallation(Map.of("diorama.limits.running-per-user", "100"));
        photo = installation.photo("photo.png", new byte[] {1, 2, 3});
    }

    @AfterEach
    void uninstall() {
        installation.close();
    }

    @Test
    void aJobsResultsAndProgressAreThereOnceItHasSucceeded() throws IOException {
        UUID id = installation.submit(spec(photo, 1));
        try (Worker worker = installation.worker(services -> noise((spec, context) -> {
            context.progress(1, 1, "Working", 0.5);
            context.progress(1, 1, "Working on", 0.25);
            assertThat(Files.readAllBytes(context.file(context.asset(photo.id()))))
                    .containsExactly(1, 2, 3);
            context.log("A line");
            write(context, "result");
        }))) {
            Job job = installation.await(id, JobState.SUCCEEDED);
            assertThat(job.workerId()).contains(worker.id());
            assertThat(job.attempt()).isEqualTo(1);
        }
        assertThat(installation.outputs(id)).singleElement().satisfies(asset -> {
            assertThat(installation.bytes(asset)).asString().isEqualTo("result");
            assertThat(asset.manifest().orElseThrow())
                    .contains(asset.sha256(), photo.sha256(), "\"codeVersion\":\"0.1.0\"", "\"device\":\"CPU");
        });
        assertThat(installation.studio.jobs.log(id, 0, 10))
                .extracting(line -> line.text())
                .contains("A line");
        assertThat(installation.studio.tickets()).isZero();
        assertThat(jobFolders()).isEmpty();
        assertThat(installation.studio.count("worker")).isZero();
    }

    @Test
    void aFailureKeepsItsCodeAndMessageAndLeavesNothing() {
        UUID id = installation.submit(spec(photo, 1));
        try (Worker _ = installation.worker(services -> noise((spec, context) -> {
            write(context, "half");
            throw new DioramaException(ErrorCode.INVALID_INPUT, "A number was expected.");
        }))) {
            Job job = installation.await(id, JobState.FAILED);
            assertThat(job.failure()).contains(new Job.Failure(ErrorCode.INVALID_INPUT, "A number was expected."));
        }
        assertThat(installation.outputs(id)).isEmpty();
    }

    @Test
    void anOwnMistakeIsNamedByAnIdOnly() {
        UUID id = installation.submit(spec(photo, 1));
        try (Worker _ = installation.worker(services -> noise((spec, context) -> {
            throw new IllegalStateException("secret detail");
        }))) {
            Job.Failure failure =
                    installation.await(id, JobState.FAILED).failure().orElseThrow();
            assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL);
            assertThat(failure.message()).containsPattern("[0-9a-f-]{36}").doesNotContain("secret");
        }
    }

    @Test
    void manyJobsRunOnceEachAndTheirTicketsAreGoneInTheEnd() {
        int count = 60;
        AtomicInteger runs = new AtomicInteger();
        List<UUID> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jobs.add(installation.submit(spec(photo, i)));
        }
        try (Worker _ = installation.worker(services -> noise((spec, context) -> {
            runs.incrementAndGet();
            write(context, "result " + spec.seed());
        }))) {
            jobs.forEach(job -> installation.await(job, JobState.SUCCEEDED));
            Await.until("no ticket is left", () -> installation.studio.tickets() == 0);
        }
        assertThat(runs).hasValue(count);
        assertThat(jobs).allSatisfy(job -> assertThat(installation.outputs(job)).hasSize(1));
    }

    @Test
    void aRunningJobStopsWhenItIsCancelled() {
        CountDownLatch running = new CountDownLatch(1);
        UUID id = installation.submit(spec(photo, 1));
        try (Worker _ = installation.worker(services -> noise((spec, context) -> {
            write(context, "half");
            running.countDown();
            workUntilStopped(context);
        }))) {
            Await.until("running", () -> running.getCount() == 0);
            installation.studio.jobs.cancel(id);
            installation.await(id, JobState.CANCELLED);
        }
        assertThat(installation.outputs(id)).isEmpty();
        assertThat(installation.studio.tickets()).isZero();
    }

    @Test
    void aJobThatDoesNotListenEndsItsProcessAndTheOthersGoBack() {
        CountDownLatch halted = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(2);
        UUID deaf = installation.submit(spec(photo, 1));
        UUID other = installation.submit(spec(photo, 2));
        try (Worker _ = installation.worker(
                services -> noise((spec, context) -> {
                    running.countDown();
                    if (spec.seed() == 1) {
                        awaitQuietly(halted);
                    } else {
                        workUntilStopped(context);
                    }
                }),
                halted::countDown)) {
            Await.until("both running", () -> running.getCount() == 0);
            installation.studio.jobs.cancel(deaf);
            Await.until("halted", () -> halted.getCount() == 0);
            assertThat(installation.job(deaf).state()).isEqualTo(JobState.CANCELLED);
            // In a real process nothing happens after the halt; here the other job is taken again by the same worker.
            assertThat(installation.job(other).state()).isIn(JobState.QUEUED, JobState.RUNNING);
        }
        assertThat(installation.job(other).losses()).isZero();
        assertThat(installation.job(other).state()).isEqualTo(JobState.QUEUED);
        assertThat(installation.studio.tickets()).isPositive();
    }

    @Test
    void aStoppingWorkerGivesItsJobsBackAndAnotherOneFinishesThem() {
        CountDownLatch running = new CountDownLatch(2);
        UUID first = installation.submit(spec(photo, 1));
        UUID second = installation.submit(spec(photo, 2));
        try (Worker worker = installation.worker(services -> noise((spec, context) -> {
            write(context, "half");
            running.countDown();
            workUntilStopped(context);
        }))) {
            Await.until("both running", () -> running.getCount() == 0);
            assertThat(worker.drain()).isTrue();
        }
        assertThat(List.of(installation.job(first), installation.job(second))).allSatisfy(job -> {
            assertThat(job.state()).isEqualTo(JobState.QUEUED);
            assertThat(job.losses()).isZero();
        });
        assertThat(installation.studio.tickets()).isEqualTo(2);
        try (Worker _ = installation.worker(services -> noise((spec, context) -> write(context, "whole")))) {
            assertThat(installation.await(first, JobState.SUCCEEDED).attempt()).isEqualTo(2);
            installation.await(second, JobState.SUCCEEDED);
        }
        assertThat(installation.outputs(first))
                .singleElement()
                .satisfies(asset -> assertThat(asset.name()).isEqualTo("whole.zip"));
    }

    @Test
    void aWorkerThatIsAskedToDrainRestsUntilItIsAskedBack() {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch running = new CountDownLatch(1);
        UUID id = installation.submit(spec(photo, 1));
        WorkerRepository workers = new WorkerRepository(installation.database, installation.studio.changes);
        try (Worker worker = installation.worker(services -> noise((spec, context) -> {
            if (runs.incrementAndGet() == 1) {
                running.countDown();
                workUntilStopped(context);
            }
            write(context, "whole");
        }))) {
            Await.until("running", () -> running.getCount() == 0);
            workers.drain(worker.id(), true);
            installation.await(id, JobState.QUEUED);
            workers.drain(worker.id(), false);
            installation.await(id, JobState.SUCCEEDED);
        }
        assertThat(runs).hasValue(2);
    }

    @Test
    void aJobThatRanOutOfMemoryIsTriedOnceMore() {
        AtomicInteger runs = new AtomicInteger();
        UUID id = installation.submit(spec(photo, 1));
        try (Worker _ = installation.worker(services -> noise((spec, context) -> {
            write(context, "try " + runs.incrementAndGet());
            if (runs.get() == 1) {
                throw new OutOfMemoryError("Java heap space");
            }
            assertThat(context.threads()).isEqualTo(1);
        }))) {
            assertThat(installation.await(id, JobState.SUCCEEDED).attempt()).isEqualTo(1);
        }
        assertThat(installation.outputs(id))
                .singleElement()
                .satisfies(asset -> assertThat(asset.name()).isEqualTo("try 2.zip"));
        assertThat(installation.studio.jobs.log(id, 0, 10))
                .anySatisfy(line -> assertThat(line.text()).startsWith("Out of memory"));
    }

    @Test
    void aJobThatRunsOutOfMemoryTwiceFailsAndTheWorkerGoesOn() {
        UUID greedy = installation.submit(spec(photo, 1));
        UUID modest = installation.submit(spec(photo, 2));
        try (Worker _ = installation.worker(services -> noise((spec, context) -> {
            if (spec.seed() == 1) {
                throw new OutOfMemoryError("Java heap space");
            }
            write(context, "done");
        }))) {
            Job.Failure failure =
                    installation.await(greedy, JobState.FAILED).failure().orElseThrow();
            assertThat(failure.code()).isEqualTo(ErrorCode.OUT_OF_MEMORY);
            installation.await(modest, JobState.SUCCEEDED);
        }
    }

    @Test
    void anAttemptThatNoLongerCountsLeavesNothingBehind() {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch lost = new CountDownLatch(1);
        UUID id = installation.submit(spec(photo, 1));
        try (Worker worker = installation.worker(services -> noise((spec, context) -> {
            boolean first = running.getCount() == 1;
            running.countDown();
            if (first) {
                awaitQuietly(lost);
            }
            write(context, first ? "stale" : "fresh");
        }))) {
            Await.until("running", () -> running.getCount() == 0);
            // The parent takes the worker for dead; the worker goes on.
            assertThat(installation.studio.recovery.workerLost(worker.id())).isEqualTo(1);
            Await.until("taken again", () -> installation.job(id).attempt() == 2);
            lost.countDown();
            Job job = installation.await(id, JobState.SUCCEEDED);
            assertThat(job.attempt()).isEqualTo(2);
            assertThat(job.losses()).isEqualTo(1);
        }
        assertThat(installation.outputs(id))
                .singleElement()
                .satisfies(asset -> assertThat(asset.name()).isEqualTo("fresh.zip"));
        assertThat(installation.studio.tickets()).isZero();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        Await.until("the test goes on", () -> latch.getCount() == 0);
    }

    private List<Path> jobFolders() throws IOException {
        try (Stream<Path> folders = Files.list(installation.data.resolve("work"))) {
            return folders.toList();
        }
    }
}
