package studio.diorama.worker.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.PngWriter;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.NoiseCondition;
import studio.diorama.models.cameranoise.NoiseModels;
import studio.diorama.models.cameranoise.NoiseOptions;
import studio.diorama.models.cameranoise.flow.FlowWeights;
import studio.diorama.models.cameranoise.flow.FlowWeightsFile;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.job.CameraNoiseFitSpec;
import studio.diorama.persistence.job.CameraNoiseScoreSpec;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.CameraNoiseTrainSpec;
import studio.diorama.persistence.job.JobSpec;
import studio.diorama.persistence.job.JobState;
import studio.diorama.worker.Await;
import studio.diorama.worker.TestInstallation;
import studio.diorama.worker.Worker;

/// A camera of one's own, from its pairs and a burst to noisy pictures and a score, through the queue. The training is
/// far too short to be good; what it leads to is what is looked at.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LearntNoiseTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIDE = 96;

    private static TestInstallation installation;
    private static Worker worker;
    private static Asset model;

    @BeforeAll
    static void install() {
        installation = new TestInstallation();
        worker = installation.worker(Handlers::all);
    }

    @AfterAll
    static void uninstall() {
        worker.close();
        installation.close();
    }

    @Test
    @Order(1)
    void pairsAndABurstBecomeAModelAndAReport() throws IOException {
        List<CameraNoiseFitSpec.Pair> pairs = new ArrayList<>();
        for (int scene = 0; scene < 3; scene++) {
            Rgb8Image clean = SamplePictures.gradient(SIDE, SIDE, scene);
            pairs.add(new CameraNoiseFitSpec.Pair(
                    photo("clean" + scene, clean), photo("noisy" + scene, noisy(clean, scene)), 800));
        }
        Rgb8Image still = SamplePictures.gradient(SIDE, SIDE, 9);
        List<UUID> frames = new ArrayList<>();
        for (int frame = 0; frame < 16; frame++) {
            frames.add(photo("burst" + frame, noisy(still, 100 + frame)));
        }
        List<Asset> outputs = outputs(new CameraNoiseTrainSpec(
                1, "Mine", pairs, List.of(new CameraNoiseTrainSpec.Burst(frames, 400)), 10, 7));

        assertThat(outputs).extracting(Asset::name).containsExactly("Mine.safetensors", "Mine.report.json");
        assertThat(outputs).extracting(Asset::kind).containsExactly(AssetKind.NOISE_MODEL, AssetKind.REPORT);
        model = outputs.getFirst();
        FlowWeights weights = FlowWeightsFile.read(new ByteArrayInputStream(installation.bytes(model)));
        assertThat(weights.config().cameras()).singleElement().satisfies(camera -> {
            assertThat(camera.name()).isEqualTo("Mine");
            assertThat(camera.isos()).containsExactly(400.0, 800.0);
        });
        JsonNode report = JSON.readTree(installation.bytes(outputs.getLast()));
        assertThat(report.path("format").asText()).isEqualTo("diorama.noise-report/1");
        assertThat(report.path("models").findValuesAsText("name"))
                .containsExactly("flow", "heteroscedastic", "isotropic");
        assertThat(report.path("laws").findValuesAsText("name")).startsWith("real", "flow");
        assertThat(report.path("curve").size()).isGreaterThan(1);
        assertThat(report.path("heldOutPairs").asInt()).isPositive();
        Path checkpoints = installation.data.resolve("checkpoints");
        Await.until(
                "the ended job's checkpoints are gone",
                () -> checkpoints.toFile().list().length == 0);
    }

    @Test
    @Order(2)
    void theModelDrawsAtAnyIsoOfItsRange() {
        UUID clean = photo("fresh", SamplePictures.gradient(64, 48, 3));
        List<Asset> outputs = outputs(noise("flow", model.id(), 555, clean));

        assertThat(outputs).extracting(Asset::kind).contains(AssetKind.NOISY, AssetKind.NOISE_LEVEL);
        Asset noisy = outputs.getFirst();
        assertThat(noisy.picture().orElseThrow().iso()).contains(555);
        assertThat(noisy.picture().orElseThrow().camera()).contains("Mine");
        assertThat(noisy.sha256())
                .isEqualTo(outputs(noise("flow", model.id(), 555, clean))
                        .getFirst()
                        .sha256());
    }

    @Test
    @Order(3)
    void anIsoBeyondTheRangeIsRefusedByName() {
        UUID clean = photo("far", SamplePictures.gradient(64, 48, 4));
        UUID job = installation.submit(noise("flow", model.id(), 6400, clean));
        installation.await(job, JobState.FAILED);

        assertThat(installation.job(job).failure().orElseThrow().message()).contains("Mine", "6400", "800");
    }

    @Test
    @Order(4)
    void aPairIsScoredUnderEveryConditionThatTheModelKnows() throws IOException {
        Rgb8Image clean = SamplePictures.gradient(SIDE, SIDE, 5);
        List<Asset> outputs = outputs(new CameraNoiseScoreSpec(
                1, photo("score-clean", clean), photo("score-noisy", noisy(clean, 55)), model.id(), null, null));

        JsonNode score = JSON.readTree(installation.bytes(outputs.getFirst()));
        assertThat(score.path("format").asText()).isEqualTo("diorama.noise-score/1");
        assertThat(score.path("ranking").size()).isEqualTo(2);
        assertThat(score.path("ranking").get(0).path("nllPerDim").asDouble())
                .isLessThanOrEqualTo(
                        score.path("ranking").get(1).path("nllPerDim").asDouble());
        assertThat(score.path("camera").asText()).isEqualTo("Mine");
        assertThat(score.path("kl").path("kl66").isNumber()).isTrue();
    }

    private static CameraNoiseSpec noise(String name, UUID profile, int iso, UUID photo) {
        return new CameraNoiseSpec(1, name, null, profile, iso, 7, List.of(photo), Set.of(8), false);
    }

    private static Rgb8Image noisy(Rgb8Image clean, int seed) {
        return (Rgb8Image) NoiseModels.byName("heteroscedastic")
                .apply(
                        clean,
                        new NoiseCondition(SamplePictures.camera("Source"), 800),
                        NoiseOptions.of(new Seed(seed)),
                        Cancellation.NEVER,
                        ProgressSink.NONE)
                .noisy();
    }

    private static UUID photo(String name, Rgb8Image picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PngWriter.write(picture, bytes);
        return installation.photo(name + ".png", bytes.toByteArray()).id();
    }

    private static List<Asset> outputs(JobSpec spec) {
        UUID job = installation.submit(spec);
        installation.await(job, JobState.SUCCEEDED);
        return installation.outputs(job);
    }
}
