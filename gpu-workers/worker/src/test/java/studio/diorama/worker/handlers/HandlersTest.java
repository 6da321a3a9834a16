package studio.diorama.worker.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.ImageLimits;
import studio.diorama.imaging.PhotoDecoder;
import studio.diorama.imaging.PngWriter;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.CameraProfileCodec;
import studio.diorama.models.cameranoise.NoiseCondition;
import studio.diorama.models.cameranoise.NoiseModels;
import studio.diorama.models.cameranoise.NoiseOptions;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.asset.PictureInfo;
import studio.diorama.persistence.job.CameraNoiseFitSpec;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobState;
import studio.diorama.persistence.job.NoiseRecipeSpec;
import studio.diorama.persistence.job.PhotoCheckSpec;
import studio.diorama.persistence.worker.WorkerRepository;
import studio.diorama.worker.TestInstallation;
import studio.diorama.worker.Worker;

class HandlersTest {

    private static TestInstallation installation;
    private static Worker worker;

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
    void aGoodPhotoBecomesReadyWithItsSizeAndAThumbnail() {
        Asset photo = upload("flower.png", SamplePictures.png(800, 600, 1));
        installation.await(installation.submit(new PhotoCheckSpec(1, photo.id())), JobState.SUCCEEDED);

        Asset checked = installation.studio.assets.find(photo.id()).orElseThrow();
        assertThat(checked.state()).isEqualTo(AssetState.READY);
        assertThat(checked.picture()).contains(new PictureInfo(800, 600, 8, Optional.empty(), Optional.empty()));
        assertThat(checked.thumbnail()).isPresent();
        assertThat(checked.message()).isEmpty();
    }

    @Test
    void aFileThatIsNoPhotoIsRefusedWithTheReasonAndTheJobHasSucceeded() {
        Asset text = upload("photo.png", "<html>not a picture</html>".getBytes(UTF_8));
        UUID job = installation.submit(new PhotoCheckSpec(1, text.id()));
        installation.await(job, JobState.SUCCEEDED);

        Asset refused = installation.studio.assets.find(text.id()).orElseThrow();
        assertThat(refused.state()).isEqualTo(AssetState.REFUSED);
        assertThat(refused.message().orElseThrow()).contains("expected");
        assertThat(refused.thumbnail()).isEmpty();
    }

    @Test
    void aTruncatedPhotoIsRefused() {
        byte[] whole = SamplePictures.png(300, 200, 2);
        Asset half = upload("half.png", java.util.Arrays.copyOf(whole, whole.length / 2));
        installation.await(installation.submit(new PhotoCheckSpec(1, half.id())), JobState.SUCCEEDED);

        assertThat(installation.studio.assets.find(half.id()).orElseThrow().state())
                .isEqualTo(AssetState.REFUSED);
    }

    @Test
    void aNoiseJobGivesNoisyPicturesLevelsAndADatasetAndTheSameBytesAgain() throws IOException {
        CameraProfile camera = SamplePictures.camera("Test camera");
        Asset profile = profile(camera);
        Asset first = installation.photo("one.png", SamplePictures.png(160, 120, 1));
        Asset second = installation.photo("o:ne/2.png", SamplePictures.png(90, 70, 2));
        CameraNoiseSpec spec = new CameraNoiseSpec(
                1,
                "heteroscedastic",
                null,
                profile.id(),
                800,
                7,
                List.of(first.id(), second.id()),
                Set.of(8, 16),
                true);
        List<Asset> outputs = outputs(spec);
        List<Asset> again = outputs(spec);

        assertThat(outputs)
                .extracting(Asset::name)
                .contains(
                        "one-noisy.png",
                        "one-noisy-16bit.png",
                        "one-clean.png",
                        "one-level.png",
                        "o_ne_2-noisy.png",
                        "o_ne_2-noisy-16bit.png",
                        "o_ne_2-level.png")
                .endsWith("noisy-pairs.zip");
        assertThat(outputs)
                .extracting(Asset::sha256)
                .isEqualTo(again.stream().map(Asset::sha256).toList());
        Asset noisy = outputs.getFirst();
        assertThat(noisy.kind()).isEqualTo(AssetKind.NOISY);
        assertThat(noisy.sourceId()).contains(first.id());
        assertThat(noisy.thumbnail()).isPresent();
        assertThat(noisy.picture())
                .contains(new PictureInfo(160, 120, 8, Optional.of("Test camera"), Optional.of(800)));
        assertThat(noisy.manifest().orElseThrow())
                .contains(CameraProfileCodec.sha256(camera), first.sha256(), profile.sha256(), "\"seed\":7")
                .doesNotContain(second.sha256());
        assertThat(zipEntries(installation.bytes(outputs.getLast())))
                .contains("noisy/one.png", "clean/one.png", "level/o_ne_2.png", "noisy16/one.png", "manifest.json");
        assertThat(installation.bytes(noisy)).isEqualTo(drawnDirectly(camera, first));
    }

    /// The picture as the model gives it without any job.
    private static byte[] drawnDirectly(CameraProfile camera, Asset photo) throws IOException {
        Path file = Files.createTempFile("photo", ".png");
        try {
            Files.write(file, installation.bytes(photo));
            Seed seed = new Seed(7).child("image/one");
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            PngWriter.write(
                    NoiseModels.byName("heteroscedastic")
                            .apply(
                                    PhotoDecoder.decode(file, ImageLimits.PHOTO).image(),
                                    new NoiseCondition(camera, 800),
                                    NoiseOptions.of(seed),
                                    Cancellation.NEVER,
                                    ProgressSink.NONE)
                            .noisy(),
                    png);
            return png.toByteArray();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aMixtureGivesEachPhotoItsCopies() {
        Asset photo = installation.photo("mixed.png", SamplePictures.png(64, 48, 1));
        NoiseRecipeSpec builtIn = new NoiseRecipeSpec("isotropic", "Aster FF", null, 100, 6400);
        NoiseRecipeSpec own = new NoiseRecipeSpec(
                "heteroscedastic", null, profile(SamplePictures.camera("Own")).id(), 800, 800);
        List<Asset> outputs = outputs(new CameraNoiseSpec(
                1, null, null, null, null, 7, List.of(photo.id()), Set.of(8), true, List.of(builtIn, own), 12));
        List<Asset> noisy = outputs.stream()
                .filter(asset -> asset.kind() == AssetKind.NOISY)
                .toList();
        assertThat(noisy).hasSize(12).allMatch(asset -> asset.sourceId().equals(Optional.of(photo.id())));
        assertThat(noisy.stream()
                        .map(asset ->
                                asset.picture().flatMap(PictureInfo::camera).orElseThrow()))
                .containsOnly("Aster FF", "Own")
                .contains("Aster FF", "Own");
    }

    @Test
    void aPhotoWithoutAnIsoFailsAJobThatTakesTheIsoFromPhotos() {
        Asset photo = installation.photo("no-iso.png", SamplePictures.png(50, 40, 1));
        UUID id = installation.submit(new CameraNoiseSpec(
                1,
                "isotropic",
                null,
                profile(SamplePictures.camera("Own")).id(),
                null,
                7,
                List.of(photo.id()),
                Set.of(8),
                false));
        Job.Failure failure = installation.await(id, JobState.FAILED).failure().orElseThrow();
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_INPUT);
        assertThat(failure.message()).contains("no-iso", "ISO");
        assertThat(installation.outputs(id)).isEmpty();
    }

    @Test
    void aProfileThatIsNoneFailsTheJob() {
        Asset photo = installation.photo("photo.png", SamplePictures.png(50, 40, 1));
        Asset junk = installation.asset(
                "junk.camera.json",
                "{\"version\":1,\"x\":2}".getBytes(UTF_8),
                AssetKind.CAMERA_PROFILE,
                AssetState.READY);
        UUID id = installation.submit(
                new CameraNoiseSpec(1, "isotropic", null, junk.id(), 400, 7, List.of(photo.id()), Set.of(8), false));
        assertThat(installation
                        .await(id, JobState.FAILED)
                        .failure()
                        .orElseThrow()
                        .message())
                .contains("junk.camera.json");
    }

    @Test
    void aCameraIsFittedFromPairsAndItsProfileCanBeUsed(@TempDir Path folder) throws IOException {
        CameraProfile truth = SamplePictures.camera("Truth");
        List<CameraNoiseFitSpec.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            byte[] clean = SamplePictures.png(320, 240, i);
            Path file = Files.write(folder.resolve(i + ".png"), clean);
            ByteArrayOutputStream noisy = new ByteArrayOutputStream();
            PngWriter.write(
                    NoiseModels.byName("heteroscedastic")
                            .apply(
                                    PhotoDecoder.decode(file, ImageLimits.PHOTO).image(),
                                    new NoiseCondition(truth, 1600),
                                    NoiseOptions.of(new Seed(i)),
                                    Cancellation.NEVER,
                                    ProgressSink.NONE)
                            .noisy(),
                    noisy);
            pairs.add(new CameraNoiseFitSpec.Pair(
                    installation.photo("clean%d.png".formatted(i), clean).id(),
                    installation
                            .photo("noisy%d.png".formatted(i), noisy.toByteArray())
                            .id(),
                    1600));
        }
        UUID id = installation.submit(new CameraNoiseFitSpec(1, "My camera", pairs));
        installation.await(id, JobState.SUCCEEDED);

        Asset profile = installation.outputs(id).getFirst();
        assertThat(profile.kind()).isEqualTo(AssetKind.CAMERA_PROFILE);
        assertThat(profile.name()).isEqualTo("My camera.camera.json");
        CameraProfile fitted =
                CameraProfileCodec.read(profile.name(), new ByteArrayInputStream(installation.bytes(profile)));
        double expected = new NoiseCondition(truth, 1600).noise().channel(1).variance(0.3);
        assertThat(new NoiseCondition(fitted, 1600).noise().channel(1).variance(0.3))
                .isBetween(0.7 * expected, 1.3 * expected);
    }

    @Test
    void whatThePipelinesOfferIsThereForTheWeb() {
        WorkerRepository workers = new WorkerRepository(installation.database, installation.studio.changes);
        assertThat(workers.offers())
                .containsOnlyKeys("camera-noise", "camera-noise-fit", "camera-noise-train", "camera-noise-score");
        assertThat(workers.offerOf("camera-noise").orElseThrow()).contains("\"models\"", "\"cameras\"", "imageSide");
    }

    private static Asset upload(String name, byte[] bytes) {
        return installation.asset(name, bytes, AssetKind.PHOTO, AssetState.CHECKING);
    }

    private static Asset profile(CameraProfile camera) {
        return installation.asset(
                "test.camera.json", CameraProfileCodec.write(camera), AssetKind.CAMERA_PROFILE, AssetState.READY);
    }

    private static List<Asset> outputs(CameraNoiseSpec spec) {
        UUID id = installation.submit(spec);
        installation.await(id, JobState.SUCCEEDED);
        return installation.outputs(id);
    }

    private static List<String> zipEntries(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
