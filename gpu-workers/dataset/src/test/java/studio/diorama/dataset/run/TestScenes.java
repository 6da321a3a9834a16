package studio.diorama.dataset.run;

import java.util.EnumSet;
import java.util.Set;
import studio.diorama.common.Seed;
import studio.diorama.dataset.asset.AssetFiles;
import studio.diorama.dataset.scene.SceneReader;
import studio.diorama.render.Layer;

/// A small scene of boxes that the ray caster can render.
public final class TestScenes {

    public static final Set<Layer> LAYERS = EnumSet.of(
            Layer.RGB,
            Layer.RGB_CLEAN,
            Layer.DEPTH,
            Layer.DISTANCE,
            Layer.NORMAL_CAM,
            Layer.NORMAL_WORLD,
            Layer.INSTANCE,
            Layer.SEMANTIC);

    public static final String BOXES = """
            {"format": "diorama.scene/1", "name": "boxes",
             "classes": [{"id": 1, "name": "box"}, {"id": 2, "name": "floor", "kind": "stuff"}],
             "assets": {"box": {"builtin": "cube"}, "floor": {"builtin": "plane"}},
             "objects": [
               {"id": "floor", "asset": "floor", "class": "floor", "scale": 2},
               {"id": "box", "asset": "box", "class": "box", "count": {"uniformInt": [2, 3]}, "scale": 0.3,
                "position": {"uniform": [[-0.5, 0.1, -0.5], [0.5, 0.4, 0.5]]}, "rotation": "any"}],
             "lights": [{"type": "sky"}],
             "cameras": [{"id": "main", "size": [40, 30], "fovY": 0.8,
               "position": {"shell": {"radius": {"uniform": [2, 3]}, "elevation": {"uniform": [0.3, 1]}}},
               "lookAt": [0, 0.2, 0], "noise": {"model": "poissonGaussian", "iso": 800}}],
             "constraints": {"noIntersection": false, "minVisiblePixels": 4, "tries": 50}}
            """;

    private TestScenes() {}

    public static DatasetRequest request(long frames, long seed) {
        return DatasetRequest.of(SceneReader.parse(BOXES), frames, new Seed(seed), LAYERS);
    }

    public static DatasetPipeline pipeline() {
        return new DatasetPipeline(RayCastRenderer::new, new ImageNoises(), AssetFiles.NONE);
    }
}
