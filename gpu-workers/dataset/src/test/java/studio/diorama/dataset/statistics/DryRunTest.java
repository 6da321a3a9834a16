package studio.diorama.dataset.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.format.PixelPoint;
import studio.diorama.dataset.sampling.FrameResolver;
import studio.diorama.dataset.sampling.Shapes;
import studio.diorama.dataset.sampling.SplitPlan;
import studio.diorama.dataset.scene.SceneDescription;
import studio.diorama.dataset.scene.SceneReader;

class DryRunTest {

    private static final String SCENE = """
            {"format": "diorama.scene/1", "name": "boxes",
             "classes": [{"id": 1, "name": "box"}],
             "assets": {"box": {"builtin": "box"}},
             "objects": [
               {"id": "near", "asset": "box", "class": "box", "position": [0, 0, 2]},
               {"id": "far", "asset": "box", "class": "box", "position": [0, 0, 0],
                "material": {"roughness": {"choice": [{"percent": 25, "value": 0.1},
                                                      {"percent": 75, "value": 0.9}], "stratified": true}}}],
             "cameras": [{"id": "main", "size": [200, 100], "fovY": 1, "position": [0, 0, 6]}]}
            """;

    private static DatasetStatistics run(String scene, long frames) {
        SceneDescription parsed = SceneReader.parse(scene);
        SceneAssets assets = SceneAssets.of(List.of(Shapes.box("box", 0.5, 0.5, 0.5)));
        FrameResolver resolver = new FrameResolver(
                parsed, assets, bodies -> List.of(), new Seed(0), frames, SplitPlan.single(parsed, assets));
        return new DryRun(resolver).run(frames, ProgressSink.NONE, Cancellation.NEVER);
    }

    @Test
    void whatStandsBehindASameSizedThingIsNotSeen() {
        DatasetStatistics statistics = run(SCENE, 8);

        assertThat(statistics.pictures()).isEqualTo(8);
        assertThat(statistics.classes()).isEqualTo(Map.of("box", 8L));
        assertThat(statistics.emptyBins().get("distance")).hasSize(24);
    }

    @Test
    void obtainedSharesAreCountedByField() {
        assertThat(run(SCENE, 8).choices())
                .isEqualTo(Map.of("objects/far/*/material/roughness", Map.of("[0]", 2L, "[1]", 6L)));
    }

    @Test
    void aSquareHalfOutOfThePictureIsHalfTruncated() {
        CoverageGrid grid = new CoverageGrid(128, 128);
        grid.add(
                List.of(
                        new PixelPoint(-20, 40),
                        new PixelPoint(20, 40),
                        new PixelPoint(20, 80),
                        new PixelPoint(-20, 80)),
                1);

        CoverageGrid.Covered covered = grid.covered().getFirst();

        assertThat(covered.truncation()).isEqualTo(0.5, within(1e-9));
        assertThat(covered.x()).isZero();
        assertThat(covered.width()).isEqualTo(20, within(1e-9));
        assertThat(covered.height()).isEqualTo(40, within(2.0));
    }

    @Test
    void aRealDatasetIsReadAndTheLargestGapComesFirst(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("instances.json");
        Files.writeString(file, """
                {"annotations": [{"image_id": 1, "category_id": 3, "bbox": [150, 40, 20, 20]},
                                 {"image_id": 1, "category_id": 3, "bbox": [0, 0, 0, 5]}],
                 "images": [{"id": 1, "width": 200, "height": 100}],
                 "categories": [{"id": 3, "name": "box"}]}
                """);
        DatasetStatistics target = CocoTarget.read(file);

        assertThat(target.classes()).isEqualTo(Map.of("box", 1L));
        List<DatasetStatistics.Gap> gaps = run(SCENE, 1).gaps(target);
        assertThat(gaps.getFirst().measure()).isEqualTo("centre_x");
        assertThat(gaps.getFirst().relative()).isEqualTo(0.3, within(0.051));
        assertThat(gaps).extracting(DatasetStatistics.Gap::measure).doesNotContain("distance");
    }
}
