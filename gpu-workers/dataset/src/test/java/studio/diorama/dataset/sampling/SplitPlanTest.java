package studio.diorama.dataset.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.diorama.common.Seed;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.format.Split;
import studio.diorama.dataset.frame.ResolvedObject;
import studio.diorama.dataset.scene.SceneDescription;
import studio.diorama.dataset.scene.SceneReader;

class SplitPlanTest {

    private static final String SCENE = """
            {"format": "diorama.scene/1", "name": "many",
             "classes": [{"id": 1, "name": "thing"}],
             "assets": {"a": {"builtin": "box"}, "b": {"builtin": "box"}, "c": {"builtin": "box"},
                        "d": {"builtin": "box"}, "only": {"builtin": "box"}},
             "objects": [
               {"id": "one", "asset": "only", "class": "thing"},
               {"id": "some", "asset": {"oneOf": ["a", "b", "c", "d"]}, "class": "thing", "count": 3}],
             "cameras": [{"id": "main", "size": [20, 10], "fovY": 1, "position": [0, 0, 6]}]}
            """;

    private static final SceneAssets ASSETS = SceneAssets.of(List.of("a", "b", "c", "d", "only").stream()
            .map(name -> Shapes.box(name, 0.1, 0.1, 0.1))
            .toList());

    @Test
    void noAssetThatCouldBeChosenStandsOnBothSidesOfASplit() {
        SceneDescription scene = SceneReader.parse(SCENE);
        SplitPlan plan =
                new SplitPlan(new Seed(9), Map.of(Split.TRAIN, 50, Split.VAL, 25, Split.TEST, 25), scene, ASSETS);
        FrameResolver resolver = new FrameResolver(scene, ASSETS, bodies -> List.of(), new Seed(9), 400, plan);
        Map<String, Set<Split>> users = new HashMap<>();
        Map<Split, Integer> frames = new EnumMap<>(Split.class);
        for (long k = 0; k < 400; k++) {
            Split split = plan.of(k);
            frames.merge(split, 1, Integer::sum);
            for (ResolvedObject object : resolver.resolve(k).objects()) {
                users.computeIfAbsent(object.asset(), name -> new HashSet<>()).add(split);
            }
        }

        assertThat(users.keySet()).containsExactlyInAnyOrder("a", "b", "c", "d", "only");
        for (String asset : List.of("a", "b", "c", "d")) {
            assertThat(users.get(asset)).as(asset).hasSize(1);
        }
        assertThat(users.get("only")).hasSize(3);
        assertThat(plan.shared()).containsExactly("only");
        assertThat(frames.get(Split.TRAIN)).isBetween(170, 230);
        assertThat(frames.get(Split.TEST)).isBetween(70, 130);
    }
}
