package studio.diorama.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.models.cameranoise.CameraProfileCodec;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobState;
import studio.diorama.worker.handlers.SamplePictures;

/// Real worker processes on one H2 file: killed, stopped, continued, orphaned.
class WorkerProcessTest {

    private static final int PICTURES = 6;

    private TestInstallation installation;
    private final List<WorkerChild> children = new ArrayList<>();

    @BeforeEach
    void install() {
        installation = new TestInstallation();
    }

    @AfterEach
    void uninstall() {
        children.forEach(WorkerChild::kill);
        installation.close();
    }

    @Test
    void aJobWhoseWorkerIsKilledRunsOnceMoreAndIsPublishedOnce() throws IOException {
        UUID id = submit();
        WorkerChild first = start();
        awaitFirstPictures(id);
        first.kill();

        WorkerChild second = start();
        Job job = installation.await(id, JobState.SUCCEEDED);
        assertThat(job.attempt()).isEqualTo(2);
        assertThat(job.losses()).isEqualTo(1);
        assertThat(job.workerId()).contains(second.workerId());
        assertThat(installation.outputs(id)).hasSize(3 * PICTURES);
        Await.until("the ticket is gone", () -> installation.studio.tickets() == 0);
        // What the killed worker left of its work has been swept away by the next one.
        assertThat(installation.data.resolve("work").toFile().list())
                .containsExactly(second.workerId().toString());
    }

    @Test
    void aStoppedAndContinuedWorkerPublishesNothing() throws Exception {
        UUID id = submit();
        WorkerChild zombie = start();
        awaitFirstPictures(id);
        zombie.signal("STOP");
        start();
        Await.until(
                "the replacement has taken the job", () -> installation.job(id).attempt() == 2);
        zombie.signal("CONT");

        Job job = installation.await(id, JobState.SUCCEEDED);
        assertThat(job.attempt()).isEqualTo(2);
        Await.until("the zombie has dropped its attempt", () -> zombie.log().contains("no longer counts"));
        assertThat(installation.outputs(id)).hasSize(3 * PICTURES);
    }

    @Test
    void aChildEndsWithItsParentAndGivesItsJobsBack() throws Exception {
        UUID id = submit();
        WorkerChild child = start("--child");
        awaitFirstPictures(id);
        child.closeInput();
        assertThat(child.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(child.process().exitValue()).isZero();
        Job job = installation.job(id);
        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        assertThat(job.losses()).isZero();
        assertThat(installation.studio.tickets()).isEqualTo(1);
    }

    @Test
    void aWorkerToldToEndGivesItsJobsBackAndSaysGoodbye() throws Exception {
        UUID id = submit();
        WorkerChild worker = start();
        awaitFirstPictures(id);
        worker.signal("TERM");
        assertThat(worker.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.process().exitValue()).isZero();
        assertThat(installation.job(id).state()).isEqualTo(JobState.QUEUED);
        assertThat(installation.studio.count("worker")).isZero();
    }

    private WorkerChild start(String... arguments) throws IOException {
        WorkerChild child = WorkerChild.start(installation.data, Map.of(), arguments);
        children.add(child);
        return child;
    }

    /// Six pictures that take some tenths of a second each.
    private UUID submit() {
        Asset profile = installation.asset(
                "own.camera.json",
                CameraProfileCodec.write(SamplePictures.camera("Own")),
                AssetKind.CAMERA_PROFILE,
                AssetState.READY);
        List<UUID> photos = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            photos.add(installation
                    .photo("photo%d.png".formatted(i), SamplePictures.png(1500, 1000, i))
                    .id());
        }
        return installation.submit(
                new CameraNoiseSpec(1, "isotropic", null, profile.id(), 800, 1, photos, Set.of(8), false));
    }

    private void awaitFirstPictures(UUID id) {
        Await.until(
                "two pictures are made", () -> installation.job(id).progress().stageNumber() >= 3);
    }
}
