package studio.diorama.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.testing.DatabaseContract;

class JobAttemptTest extends DatabaseContract {

    private Account ada;
    private Project project;
    private Job job;
    private JobAttempt attempt;

    @BeforeEach
    void claim() {
        ada = studio.account();
        project = studio.project(ada);
        job = studio.submit(project, ada);
        attempt = studio.attempt(studio.claim().orElseThrow());
    }

    private Job now() {
        return studio.jobs.find(job.id()).orElseThrow();
    }

    @Test
    void reportsProgressThatNeverFalls() {
        String preview = studio.blob();
        assertThat(attempt.report(new JobProgress("adding noise", 1, 3, 0.5, Optional.of(preview))))
                .isFalse();
        assertThat(now().progress()).isEqualTo(new JobProgress("adding noise", 1, 3, 0.5, Optional.of(preview)));
        attempt.report(new JobProgress("writing", 2, 3, 0.25, Optional.empty()));
        assertThat(now().progress()).isEqualTo(new JobProgress("writing", 2, 3, 0.5, Optional.empty()));
        assertThatThrownBy(() -> new JobProgress("", 0, 0, Double.NaN, Optional.empty()))
                .hasMessageContaining("fraction");
    }

    @Test
    void takesTextsOfAnyKindAndLength() {
        String wild = "NUL \0 and " + "\uD83D\uDCF7".repeat(4000);
        attempt.report(new JobProgress(wild, 1, 1, 0, Optional.empty()));
        attempt.log(wild);
        attempt.fail(ErrorCode.INTERNAL, wild, () -> {});
        assertThat(now().progress().stage())
                .hasSizeLessThanOrEqualTo(200)
                .startsWith("NUL \uFFFD and")
                .endsWith("…");
        assertThat(studio.jobs.log(job.id(), 0, 10).getFirst().text()).hasSizeLessThanOrEqualTo(2000);
        assertThat(now().failure().orElseThrow().message())
                .hasSizeLessThanOrEqualTo(4000)
                .endsWith("\uDCF7…");
    }

    @Test
    void aPreviewThatIsNotStoredIsRefused() {
        assertThatThrownBy(() -> attempt.report(new JobProgress("", 0, 0, 0.1, Optional.of("0".repeat(64)))))
                .isInstanceOf(DioramaException.class);
        assertThat(now().progress().fraction()).isZero();
    }

    @Test
    void publishesEverythingOrNothing() {
        Asset noisy = studio.asset(project, ada, AssetKind.NOISY, job.id());
        Asset level = studio.asset(project, ada, AssetKind.NOISE_LEVEL, job.id());
        assertThatThrownBy(() -> attempt.succeed(List.of(noisy, level), () -> {
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(now().state()).isEqualTo(JobState.RUNNING);
        assertThat(studio.assets.ofJob(job.id())).isEmpty();

        attempt.succeed(List.of(noisy, level), () -> {});
        assertThat(now().state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(now().progress().fraction()).isOne();
        assertThat(now().times().finishedAt()).contains(clock.instant());
        assertThat(studio.assets.ofJob(job.id())).containsExactly(noisy, level);
    }

    @Test
    void failsWithAReason() {
        attempt.fail(ErrorCode.OUT_OF_MEMORY, "18 GB are needed.", () -> {});
        assertThat(now().state()).isEqualTo(JobState.FAILED);
        assertThat(now().failure()).contains(new Job.Failure(ErrorCode.OUT_OF_MEMORY, "18 GB are needed."));
    }

    @Test
    void keepsItsLogInOrder() {
        for (int i = 0; i < 5; i++) {
            attempt.log("line " + i);
        }
        List<JobLogLine> lines = studio.jobs.log(job.id(), 0, 3);
        assertThat(lines).extracting(JobLogLine::text).containsExactly("line 0", "line 1", "line 2");
        assertThat(studio.jobs.log(job.id(), lines.getLast().number(), 10))
                .extracting(JobLogLine::text)
                .containsExactly("line 3", "line 4");
    }

    @Test
    void learnsThatItShouldStopAndEndsCancelled() {
        assertThat(attempt.cancelAsked()).isFalse();
        assertThat(studio.jobs.cancel(job.id())).isTrue();
        assertThat(now().state()).isEqualTo(JobState.RUNNING);
        assertThat(attempt.cancelAsked()).isTrue();
        assertThat(attempt.report(JobProgress.NONE)).isTrue();
        attempt.cancelled();
        assertThat(now().state()).isEqualTo(JobState.CANCELLED);
        assertThat(studio.jobs.cancel(job.id())).isFalse();
    }

    @Test
    void givingBackAJobThatSomebodyWantsStoppedEndsIt() {
        studio.jobs.cancel(job.id());
        attempt.giveBack(clock.instant(), "The worker is draining.");
        assertThat(now().state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void anAttemptThatWasReplacedChangesNothing() {
        attempt.giveBack(clock.instant(), "Stopped.");
        assertFenced();
        JobAttempt second = studio.attempt(studio.claim().orElseThrow());
        assertFenced();
        second.succeed(List.of(), () -> {});
        assertFenced();
    }

    @Test
    void anAttemptOfAnotherEpochChangesNothing() {
        database.run(session -> session.createNativeMutationQuery("update installation set epoch = epoch + 1")
                .executeUpdate());
        try {
            assertFenced();
        } finally {
            database.run(session -> session.createNativeMutationQuery("update installation set epoch = 1")
                    .executeUpdate());
        }
    }

    @Test
    void anAttemptWhoseJobEndedOrIsGoneChangesNothing() {
        attempt.cancelled();
        assertFenced();
        assertThat(studio.jobs.delete(job.id())).isTrue();
        assertFenced();
    }

    private void assertFenced() {
        Optional<Job> before = studio.jobs.find(job.id());
        long changes = studio.changes.latest();
        long logs = studio.count("job_log");
        AtomicInteger also = new AtomicInteger();
        List<ThrowingCallable> writes = List.of(
                () -> attempt.report(new JobProgress("late", 1, 1, 0.9, Optional.empty())),
                () -> attempt.log("late"),
                attempt::cancelAsked,
                attempt::cancelled,
                () -> attempt.fail(ErrorCode.INTERNAL, "late", also::incrementAndGet),
                () -> attempt.giveBack(clock.instant(), "late"),
                () -> attempt.succeed(
                        List.of(studio.asset(project, ada, AssetKind.NOISY, job.id())), also::incrementAndGet));
        for (ThrowingCallable write : writes) {
            assertThatThrownBy(write).isInstanceOf(FencedException.class);
        }
        assertThat(studio.jobs.find(job.id())).isEqualTo(before);
        assertThat(studio.changes.latest()).isEqualTo(changes);
        assertThat(studio.count("job_log")).isEqualTo(logs);
        assertThat(studio.assets.ofJob(job.id())).isEmpty();
        assertThat(also).hasValue(0);
    }
}
