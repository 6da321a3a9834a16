package studio.diorama.dataset.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.diorama.common.Seed;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.format.PixelPoint;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.FrameJson;
import studio.diorama.dataset.frame.ResolvedFrame;
import studio.diorama.dataset.frame.ResolvedObject;
import studio.diorama.dataset.scene.SceneDescription;
import studio.diorama.dataset.scene.SceneReader;

class FrameResolverTest {

    private static final DropSimulation NO_GRAVITY =
            bodies -> bodies.stream().map(DropSimulation.Body::pose).toList();

    private static final String SCENE = """
            {"format": "diorama.scene/1", "name": "boxes",
             "classes": [{"id": 1, "name": "box"}, {"id": 2, "name": "floor", "kind": "stuff"}],
             "assets": {"box": {"builtin": "box"}, "floor": {"builtin": "plane"}},
             "objects": [
               {"id": "floor", "asset": "floor", "class": "floor"},
               {"id": "box", "asset": "box", "class": "box", "count": {"uniformInt": [3, 5]},
                "position": {"uniform": [[-1, 0.3, -1], [1, 1, 1]]}, "rotation": "any",
                "material": {"baseColor": {"uniform": [[0, 0, 0], [1, 1, 1]]}}}],
             "lights": [{"type": "sky", "sunElevation": {"uniform": [0.2, 1]}}, {"type": "area", "power": 40}],
             "cameras": [{"id": "main", "size": [320, 240], "fovY": 0.8,
               "position": {"shell": {"radius": {"uniform": [3, 4]}}}, "lookAt": [0, 0.2, 0],
               "noise": {"model": "poissonGaussian", "iso": {"uniform": [100, 200]}}}],
             "constraints": {"noIntersection": true, "tries": 50}}
            """;

    private static final SceneAssets ASSETS =
            SceneAssets.of(List.of(Shapes.box("box", 0.2, 0.2, 0.2), Shapes.plane("floor", 3)));

    private static FrameResolver resolver(String scene, long frames) {
        SceneDescription parsed = SceneReader.parse(scene);
        return new FrameResolver(parsed, ASSETS, NO_GRAVITY, new Seed(0), frames, SplitPlan.single(parsed, ASSETS));
    }

    @Test
    void aFrameIsTheSameAloneAndAmongOthers() {
        FrameResolver among = resolver(SCENE, 100);
        among.resolve(3);
        among.resolve(99);

        assertThat(among.resolve(17)).isEqualTo(resolver(SCENE, 100).resolve(17));
        assertThat(among.resolve(17).objects()).isNotEqualTo(among.resolve(18).objects());
    }

    @Test
    void aFrameSurvivesItsFile() throws JsonProcessingException {
        ResolvedFrame frame = resolver(SCENE, 100).resolve(17);

        String json = FrameJson.mapper().writeValueAsString(frame);

        assertThat(FrameJson.mapper().readValue(json, ResolvedFrame.class)).isEqualTo(frame);
    }

    @Test
    void everyDrawSaysItsPath() {
        ResolvedFrame frame = resolver(SCENE, 100).resolve(17);

        assertThat(frame.seedPaths())
                .contains(
                        "frame/17/objects/box/count/try/0",
                        "frame/17/objects/box/1/position/try/0",
                        "frame/17/objects/box/1/rotation/try/0",
                        "frame/17/lights/0/sunElevation/try/0",
                        "frame/17/cameras/main/position/radius/try/0");
    }

    @Test
    void objectsDoNotGoThroughEachOther() {
        FrameResolver resolver = resolver(SCENE, 40);
        int redrawn = 0;
        for (long k = 0; k < 40; k++) {
            ResolvedFrame frame = resolver.resolve(k);
            redrawn += frame.draws() > frame.objects().size() ? 1 : 0;
            List<ResolvedObject> objects = frame.objects();
            for (int i = 1; i < objects.size(); i++) {
                for (int j = i + 1; j < objects.size(); j++) {
                    assertThat(distance(objects.get(i), objects.get(j)))
                            .as("two cubes closer than an edge go through each other")
                            .isGreaterThan(0.4);
                }
            }
        }
        assertThat(redrawn).as("frames in which a first draw was refused").isPositive();
    }

    private static double distance(ResolvedObject one, ResolvedObject other) {
        Vector3 from = one.pose().now().position();
        return other.pose().now().position().plus(from.times(-1)).length();
    }

    @Test
    void whatFitsNowhereIsDroppedOrFailsTheFrame() {
        String crowded = SCENE.replace("{\"uniformInt\": [3, 5]}", "60")
                .replace("[[-1, 0.3, -1], [1, 1, 1]]", "[[-0.5, 0.4, -0.5], [0.5, 0.6, 0.5]]")
                .replace("\"tries\": 50", "\"tries\": 5");

        ResolvedFrame frame = resolver(crowded, 1).resolve(0);

        assertThat(frame.dropped()).isNotEmpty();
        assertThat(frame.objects().size() + frame.dropped().size()).isEqualTo(61);
        assertThat(frame.acceptance()).isLessThan(0.5);
        String strict = crowded.replace("\"tries\": 5", "\"tries\": 5, \"onFail\": \"failFrame\"");
        assertThatThrownBy(() -> resolver(strict, 1).resolve(0))
                .hasMessageContaining("found no place for 'box/")
                .hasMessageContaining("goes through");
    }

    @Test
    void anObjectThatWasNotSeenIsDrawnAgainAndTheOthersStay() {
        FrameResolver resolver = resolver(SCENE.replace("\"noIntersection\": true", "\"noIntersection\": false"), 100);
        ResolvedFrame first = resolver.resolve(17);

        ResolvedFrame second = resolver.resolve(17, Map.of("box/2", 1));

        assertThat(second.object(3).pose()).isNotEqualTo(first.object(3).pose());
        assertThat(second.object(3).tries()).isEqualTo(2);
        assertThat(second.object(2)).isEqualTo(first.object(2));
        assertThat(second.cameras()).isEqualTo(first.cameras());
        assertThat(resolver.resolve(17, Map.of("box/2", 50)).dropped()).containsExactly("box/2");
    }

    @Test
    void theCameraSeesWhatItLooksAtInTheMiddle() {
        FrameResolver resolver = resolver(SCENE, 20);
        for (long k = 0; k < 20; k++) {
            PixelPoint pixel =
                    resolver.resolve(k).cameras().getFirst().calibration().project(new Vector3(0, 0.2, 0));
            PixelPoint above =
                    resolver.resolve(k).cameras().getFirst().calibration().project(new Vector3(0, 0.3, 0));
            assertThat(pixel.x()).isEqualTo(160, within(1e-6));
            assertThat(pixel.y()).isEqualTo(120, within(1e-6));
            assertThat(above.y()).isLessThan(pixel.y());
            assertThat(above.x()).isEqualTo(160, within(1e-6));
        }
    }

    @Test
    void objectsAreKeptInView() {
        String wide = SCENE.replace("\"noIntersection\": true", "\"inView\": true")
                .replace("[[-1, 0.3, -1], [1, 1, 1]]", "[[-4, 0.3, -4], [4, 1, 4]]");
        FrameResolver resolver = resolver(wide, 10);
        for (long k = 0; k < 10; k++) {
            ResolvedFrame frame = resolver.resolve(k);
            for (ResolvedObject object : frame.objects()) {
                PixelPoint pixel = frame.cameras()
                        .getFirst()
                        .calibration()
                        .project(object.pose().now().position());
                assertThat(pixel.x()).as(object.id()).isBetween(0.0, 320.0);
                assertThat(pixel.y()).as(object.id()).isBetween(0.0, 240.0);
            }
        }
    }

    @Test
    void aCameraInsideAThingIsDrawnAgain() {
        String inside = SCENE.replace(
                        "\"shell\": {\"radius\": {\"uniform\": [3, 4]}}", "\"uniform\": [[-1, 0, -1], [1, 1, 1]]")
                .replace(
                        "\"position\": {\"uniform\": [[-1, 0.3, -1], [1, 1, 1]]}, \"rotation\": \"any\"",
                        "\"scale\": 3")
                .replace("{\"uniformInt\": [3, 5]}", "1")
                .replace("\"noIntersection\": true, ", "");
        FrameResolver resolver = resolver(inside, 30);
        for (long k = 0; k < 30; k++) {
            Vector3 eye = resolver.resolve(k).cameras().getFirst().pose().now().position();
            assertThat(Math.max(Math.abs(eye.x()), Math.max(Math.abs(eye.y()), Math.abs(eye.z()))))
                    .isGreaterThan(0.6);
        }
    }

    @Test
    void thingsMoveWithinAClip() {
        String clip = SCENE.replace(
                        "\"rotation\": \"any\"", "\"motion\": {\"velocity\": [1, 0, 0], \"spin\": [0, 1, 0]}")
                .replace("\"constraints\"", "\"clip\": {\"frames\": 4, \"framesPerSecond\": 10}, \"constraints\"");
        FrameResolver resolver = resolver(clip, 8);
        ResolvedObject first = resolver.resolve(4).object(2);
        ResolvedObject second = resolver.resolve(5).object(2);

        assertThat(second.pose().before()).isEqualTo(first.pose().now());
        assertThat(first.pose().after()).isEqualTo(second.pose().now());
        assertThat(second.pose().now().position().x()
                        - first.pose().now().position().x())
                .isEqualTo(0.1, within(1e-12));
        assertThat(resolver.resolve(3).object(2).pose().after())
                .isNotEqualTo(first.pose().now());
    }
}
