package studio.diorama.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.dataset.asset.AssetFiles;
import studio.diorama.dataset.format.LabelFormat;
import studio.diorama.dataset.frame.ObjectRecord;
import studio.diorama.dataset.report.DatasetReport;
import studio.diorama.dataset.scene.SceneReader;
import studio.diorama.render.Layer;
import studio.diorama.render.Plane;
import studio.diorama.render.Renderer;

class DatasetPipelineTest {

    @TempDir
    private Path temporary;

    private static DatasetResult run(DatasetRequest request, Path folder) {
        return TestScenes.pipeline().run(request, folder, ProgressSink.NONE, Cancellation.NEVER);
    }

    /// Every file with its bytes' hash code, by its path.
    private static Map<String, Integer> files(Path folder) {
        Map<String, Integer> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @Test
    void aDatasetIsRenderedCheckedCountedAndExported() {
        DatasetRequest request = TestScenes.request(5, 3).withFormats(List.of(LabelFormat.COCO));
        DatasetResult result = run(request, temporary);

        assertThat(result.rendered()).isEqualTo(5);
        assertThat(result.report().passed())
                .as(result.report().worstFrames().toString())
                .isTrue();
        assertThat(result.report().identities().keySet())
                .contains("table", "ray_instance", "ray_depth", "distance", "normal_median", "box_3d");
        assertThat(result.statistics().pictures()).isEqualTo(5);
        assertThat(result.statistics().classes().get("box")).isBetween(8L, 15L);
        assertThat(files(temporary).keySet())
                .contains(
                        "manifest.json",
                        "report.json",
                        "stats.json",
                        "CARD.md",
                        "frames/000/000004/frame.json",
                        "frames/000/000004/main/rgb.png",
                        "frames/000/000004/main/depth.exr",
                        "frames/000/000004/main/instance.png")
                .anyMatch(file -> file.startsWith("exports/coco/"));
        assertThat(temporary.resolve(".unfinished")).doesNotExist();
    }

    @Test
    void anInterruptedRunGoesOnAndEndsEqualToOneThatWasNot() {
        Path whole = temporary.resolve("whole");
        Path halved = temporary.resolve("halved");
        run(TestScenes.request(6, 3), whole);
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> TestScenes.pipeline()
                        .run(TestScenes.request(6, 3), halved, ProgressSink.NONE, () -> asked.incrementAndGet() > 3))
                .isInstanceOf(DioramaException.class)
                .extracting(error -> ((DioramaException) error).code())
                .isEqualTo(ErrorCode.CANCELLED);
        assertThat(new DatasetFolder(halved).hasFrame(5)).isFalse();

        DatasetResult resumed = run(TestScenes.request(6, 3), halved);

        assertThat(resumed.rendered()).isBetween(1L, 5L);
        assertThat(files(halved)).isEqualTo(files(whole));
    }

    @Test
    void anotherSeedOrSceneInTheSameFolderIsRefused() {
        run(TestScenes.request(1, 3), temporary);

        assertThatThrownBy(() -> run(TestScenes.request(1, 4), temporary))
                .hasMessageContaining("seed 3")
                .hasMessageContaining("asked for is 4")
                .extracting(error -> ((DioramaException) error).code())
                .isEqualTo(ErrorCode.CONFLICT);
        DatasetRequest other = DatasetRequest.of(
                SceneReader.parse(TestScenes.BOXES.replace("[2, 3]}, \"elevation\"", "[2, 4]}, \"elevation\"")),
                1,
                TestScenes.request(1, 3).seed(),
                TestScenes.LAYERS);
        assertThatThrownBy(() -> run(other, temporary)).hasMessageContaining("scene");
    }

    @Test
    void aFrameIsTheSameAloneAndAmongOthers() {
        Path few = temporary.resolve("few");
        Path many = temporary.resolve("many");
        run(TestScenes.request(2, 7), few);
        run(TestScenes.request(4, 7), many);

        assertThat(files(few.resolve("frames/000/000001"))).isEqualTo(files(many.resolve("frames/000/000001")));
    }

    @Test
    void aFrameIsReplayedFromItsFileAndAChangedOneIsFound() throws IOException {
        run(TestScenes.request(2, 3), temporary);

        ReplayResult replay = TestScenes.pipeline().replay(temporary, 1);

        assertThat(replay.matches()).as(replay.toString()).isTrue();
        assertThat(replay.layers()).isEqualTo(TestScenes.LAYERS.size());
        Path file = temporary.resolve("frames/000/000001/frame.json");
        String json = Files.readString(file);
        String depth = new DatasetFolder(temporary)
                .readFrame(1)
                .cameras()
                .getFirst()
                .layers()
                .get("depth");
        Files.writeString(file, json.replace(depth, "0".repeat(64)));
        assertThat(TestScenes.pipeline().replay(temporary, 1).different()).containsExactly("main/depth");
    }

    @Test
    void everyThingIsSeenWithTheFewestPixelsOrDropped() {
        run(TestScenes.request(5, 11), temporary);
        List<ObjectRecord> boxes = new ArrayList<>();
        for (long k = 0; k < 5; k++) {
            new DatasetFolder(temporary)
                    .readFrame(k).cameras().getFirst().objects().stream()
                            .filter(object -> object.classId() == 1)
                            .forEach(boxes::add);
        }
        assertThat(boxes).isNotEmpty().allMatch(box -> box.pixels().visible() >= 4);
    }

    @Test
    void noiseTouchesRgbAloneAndIsTheSameEveryTime() throws IOException {
        run(TestScenes.request(1, 3), temporary);
        Path camera = temporary.resolve("frames/000/000000/main");
        int[] noisy = ((Plane.Integers) LayerFiles.read(camera, Layer.RGB)).values();
        int[] clean = ((Plane.Integers) LayerFiles.read(camera, Layer.RGB_CLEAN)).values();

        assertThat(noisy).isNotEqualTo(clean);
        double difference = 0;
        int bright = 0;
        for (int i = 0; i < clean.length; i++) {
            // Black is cut at 0, which only brightens it.
            if ((clean[i] & 0xFF) > 60) {
                difference += (noisy[i] & 0xFF) - (clean[i] & 0xFF);
                bright++;
            }
        }
        assertThat(bright).isGreaterThan(100);
        assertThat(Math.abs(difference / bright)).as("mean change in codes").isLessThan(2);
    }

    /// A context that has gone bad: the first renderer shifts its instance layer by a pixel.
    @Test
    void aFrameThatFailsItsCheckIsRenderedAgainInAFreshContext() {
        AtomicInteger opened = new AtomicInteger();
        DatasetPipeline pipeline = new DatasetPipeline(
                () -> opened.getAndIncrement() == 0 ? shifting() : new RayCastRenderer(),
                new ImageNoises(),
                AssetFiles.NONE);

        DatasetResult result = pipeline.run(TestScenes.request(2, 3), temporary, ProgressSink.NONE, Cancellation.NEVER);

        assertThat(result.report().passed()).isTrue();
        assertThat(opened).hasValue(3);
        assertThat(temporary.resolve("quarantine")).isNotEmptyDirectory();
    }

    @Test
    void aRendererThatIsAlwaysWrongPublishesNothing() throws IOException {
        DatasetPipeline pipeline =
                new DatasetPipeline(DatasetPipelineTest::shifting, new ImageNoises(), AssetFiles.NONE);

        assertThatThrownBy(
                        () -> pipeline.run(TestScenes.request(2, 3), temporary, ProgressSink.NONE, Cancellation.NEVER))
                .hasMessageContaining("2 of 2 frames failed");

        assertThat(new DatasetFolder(temporary).hasFrame(0)).isFalse();
        DatasetReport report = DatasetFolder.read(temporary.resolve("report.json"), DatasetReport.class);
        assertThat(report.missing()).isEqualTo(2);
    }

    private static Renderer shifting() {
        return new ShiftingRenderer(new RayCastRenderer());
    }

    @Test
    void impossibleRequestsAreRefusedBeforeTheFirstFrame() {
        assertThatThrownBy(() -> TestScenes.request(0, 3)).hasMessageContaining("1 to");
        assertThatThrownBy(() -> DatasetRequest.of(
                        SceneReader.parse(TestScenes.BOXES),
                        1,
                        TestScenes.request(1, 3).seed(),
                        Set.of(Layer.FLOW_FWD)))
                .hasMessageContaining("clip");
        assertThatThrownBy(() -> TestScenes.request(1, 3).withFormats(List.of(LabelFormat.BOP)))
                .hasMessageContaining("bop");
        DatasetRequest noisy = DatasetRequest.of(
                SceneReader.parse(TestScenes.BOXES.replace("\"iso\": 800", "\"gain\": 2")),
                1,
                TestScenes.request(1, 3).seed(),
                TestScenes.LAYERS);
        assertThatThrownBy(() -> run(noisy, temporary)).hasMessageContaining("iso");
        DatasetRequest folded = DatasetRequest.of(
                SceneReader.parse(
                        TestScenes.BOXES.replace("\"fovY\": 0.8", "\"fovY\": 1.6, \"distortion\": {\"k1\": -0.9}")),
                1,
                TestScenes.request(1, 3).seed(),
                TestScenes.LAYERS);
        assertThatThrownBy(() -> run(folded, temporary)).hasMessageContaining("folds");
        assertThat(temporary.resolve("frames")).doesNotExist();
    }
}
