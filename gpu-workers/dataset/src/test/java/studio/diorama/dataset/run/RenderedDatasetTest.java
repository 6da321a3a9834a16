package studio.diorama.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.dataset.format.LabelFormat;
import studio.diorama.dataset.scene.SceneDescription;
import studio.diorama.dataset.scene.SceneReader;
import studio.diorama.dataset.scene.Scenes;
import studio.diorama.render.Layer;
import studio.diorama.render.RenderDevice;
import studio.diorama.render.RenderOptions;

/// The real renderer, checked by the ray caster that knows nothing of it.
class RenderedDatasetTest {

    private static final Set<Layer> FLOW = EnumSet.of(Layer.FLOW_FWD, Layer.FLOW_BWD, Layer.FLOW_STATE);

    /// No label depends on these.
    private static final RenderOptions QUICK = new RenderOptions(1, false, 1, 256, true, false, 0);

    @TempDir
    private Path temporary;

    @BeforeAll
    static void needOpenGl() {
        RenderDevice.Probe probe = RenderDevice.probe();
        assumeTrue(probe.device().isPresent(), probe.reason());
    }

    private DatasetPipeline pipeline() {
        return DatasetPipeline.onThisMachine(temporary);
    }

    @Test
    void everyLabelOfTheHelloWorldSceneIsRight() {
        Set<Layer> layers = EnumSet.allOf(Layer.class);
        layers.removeAll(FLOW);
        String scene = Scenes.text("hello-world").replace("[512, 512]", "[96, 72]");
        DatasetRequest request = DatasetRequest.of(SceneReader.parse(scene), 2, new Seed(1), layers)
                .withOptions(QUICK)
                .withFormats(List.of(LabelFormat.COCO, LabelFormat.YOLO));

        DatasetResult result = pipeline().run(request, temporary.resolve("out"), ProgressSink.NONE, Cancellation.NEVER);

        assertThat(result.report().passed()).as(result.report().toString()).isTrue();
        assertThat(result.report().identities().keySet())
                .contains("light", "ray_depth", "slope_median", "vertices", "keypoints", "reprojection");
        assertThat(pipeline().replay(temporary.resolve("out"), 1).matches()).isTrue();
    }

    @Test
    void flowAndDistortionHoldInAClip() {
        String scene = TestScenes.BOXES
                .replace("\"noIntersection\": false, ", "")
                .replace("[40, 30]", "[96, 72]")
                .replace(
                        "\"rotation\": \"any\"",
                        "\"rotation\": \"any\", \"motion\": {\"velocity\": [0.5, 0, 0.2], \"spin\": [0, 1, 0.3]}")
                .replace("\"fovY\": 0.8,", "\"fovY\": 0.8, \"distortion\": {\"k1\": -0.15, \"p1\": 0.01},")
                .replace("\"constraints\"", "\"clip\": {\"frames\": 3, \"framesPerSecond\": 10}, \"constraints\"");
        Set<Layer> layers = EnumSet.of(Layer.DEPTH, Layer.DISTANCE, Layer.NORMAL_WORLD);
        layers.addAll(FLOW);

        DatasetResult result = pipeline()
                .run(
                        DatasetRequest.of(SceneReader.parse(scene), 3, new Seed(2), layers)
                                .withOptions(QUICK),
                        temporary.resolve("out"),
                        ProgressSink.NONE,
                        Cancellation.NEVER);

        assertThat(result.report().passed()).as(result.report().toString()).isTrue();
        assertThat(result.report().identities()).containsKey("flow");
    }

    @Test
    void fogChangesNoGeometry() {
        String clear = TestScenes.BOXES.replace("[40, 30]", "[80, 60]");
        String foggy =
                clear.replace("\"constraints\"", "\"weather\": {\"fogVisibility\": 3, \"rain\": 20}, \"constraints\"");
        Set<Layer> layers = EnumSet.of(Layer.DEPTH, Layer.NORMAL_CAM, Layer.BASE_COLOR, Layer.RGB);

        DatasetFolder one = rendered(clear, layers, "clear");
        DatasetFolder other = rendered(foggy, layers, "foggy");

        for (Layer layer : new Layer[] {Layer.DEPTH, Layer.NORMAL_CAM, Layer.INSTANCE, Layer.SEMANTIC}) {
            assertThat(hash(other, layer)).as(layer.fileName()).isEqualTo(hash(one, layer));
        }
        assertThat(hash(other, Layer.RGB)).isNotEqualTo(hash(one, Layer.RGB));
    }

    private static Optional<String> hash(DatasetFolder folder, Layer layer) {
        return Optional.ofNullable(
                folder.readFrame(0).cameras().getFirst().layers().get(layer.fileName()));
    }

    private DatasetFolder rendered(String scene, Set<Layer> layers, String name) {
        Path folder = temporary.resolve(name);
        pipeline()
                .run(
                        DatasetRequest.of(SceneReader.parse(scene), 1, new Seed(4), layers)
                                .withOptions(QUICK),
                        folder,
                        ProgressSink.NONE,
                        Cancellation.NEVER);
        return new DatasetFolder(folder);
    }

    private static SceneDescription small() {
        return SceneReader.parse(Scenes.text("hello-world").replace("[512, 512]", "[96, 72]"));
    }

    @Test
    void aPreviewIsAPicture() {
        try (ScenePreview preview = pipeline().preview(small(), new Seed(1), 10)) {
            byte[] sheet = preview.sheet(3);

            assertThat(sheet).startsWith(0x89, 'P', 'N', 'G');
        }
    }
}
