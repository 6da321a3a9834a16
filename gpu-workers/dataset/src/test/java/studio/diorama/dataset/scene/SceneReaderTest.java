package studio.diorama.dataset.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.sampling.UniformInt;

class SceneReaderTest {

    static final String SMALL = """
            {"format": "diorama.scene/1", "name": "small",
             "classes": [{"id": 1, "name": "mug"}],
             "assets": {"mug": {"builtin": "mug"}},
             "objects": [{"id": "mug", "asset": "mug", "class": "mug", "count": 2}],
             "lights": [{"type": "sky"}],
             "cameras": [{"id": "main", "size": [64, 48], "fovY": 0.8, "position": [0, 0.3, 1]}]}
            """;

    @Test
    void theHelloWorldSceneIsReadWhole() {
        SceneDescription scene = Scenes.helloWorld();

        assertThat(scene.name()).isEqualTo("hello");
        assertThat(scene.classNamed("floor").kind()).isEqualTo(SceneClass.Kind.STUFF);
        assertThat(scene.objects()).extracting(ObjectRule::id).containsExactly("floor", "mug", "bottle");
        assertThat(scene.objects().get(1).count().randomiser()).isEqualTo(new UniformInt(1, 4));
        assertThat(scene.objects().get(1).rotation()).isInstanceOf(RotationRule.Anywhere.class);
        assertThat(scene.cameras().getFirst().noise().model()).isEqualTo("poissonGaussian");
        assertThat(scene.constraints().tries()).isEqualTo(200);
    }

    @Test
    void theHashIsOfTheMeaningAndNotOfTheWriting() {
        String hash = SceneReader.parse(SMALL).hash();

        assertThat(SceneReader.parse(SMALL.replace("0.8", "8e-1").replace(" ", "  "))
                        .hash())
                .isEqualTo(hash);
        assertThat(SceneReader.parse(SMALL.replace("0.8", "0.81")).hash()).isNotEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "count": 2                | "cuont": 2                          | objects[0]: unknown key 'cuont'
                    "count": 2                | "count": 2.5                        | objects[0].count: expected whole
                    "count": 2                | "count": {"uniformInt": [3, 1]}     | objects[0].count: expected a lower
                    "count": 2                | "count": {"uniform": [1, 2]}        | objects[0].count: expected whole
                    "count": 2                | "count": 70000                      | objects[0].count: expected numbers
                    "count": 2                | "count": {"choice": [{"percent": 60, "value": 1}]} | sum to 100, got 60
                    "count": 2                | "scale": 0                          | objects[0].scale: expected numbers
                    "count": 2                | "scale": 1e999                      | objects[0].scale: expected a finite
                    "count": 2                | "position": [0, 1]                  | expected 3 numbers, got 2
                    "count": 2                | "rotation": "some"                  | objects[0].rotation
                    "count": 2                | "labels": "glass"                   | [surface, through, none]
                    "class": "mug"            | "class": "cup"                      | there is no class 'cup'
                    "asset": "mug"            | "asset": "cup"                      | there is no asset 'cup'
                    "builtin": "mug"          | "file": "../mug.glb"                | assets.mug: expected a path inside
                    "id": 1                   | "id": 0                             | classes[0]: expected a class id
                    "type": "sky"             | "type": "moon"                      | lights[0].type: expected one of
                    "fovY": 0.8               | "k": [0, 1, 2, 3]                   | matrix is singular
                    "fovY": 0.8               | "roll": 0                           | exactly one of fovY, focal
                    [64, 48]                  | [64, 0]                             | cameras[0]: expected a picture
                    diorama.scene/1           | diorama.scene/9                     | format: expected 'diorama.scene/1'
                    """)
    void aMistakeIsNamedWithItsPlace(String correct, String wrong, String message) {
        String scene = SMALL.replace(correct, wrong);

        assertThat(scene).isNotEqualTo(SMALL);
        assertThatThrownBy(() -> SceneReader.parse(scene))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsLine() {
        assertThatThrownBy(() -> SceneReader.parse("{\n \"format\": }"))
                .hasMessageContaining("line 2")
                .extracting(error -> ((DioramaException) error).code())
                .isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void aKeyWrittenTwiceAndAnythingAfterTheSceneAreRefused() {
        assertThatThrownBy(() -> SceneReader.parse(SMALL.replace("\"count\": 2", "\"count\": 2, \"count\": 3")))
                .hasMessageContaining("Duplicate field 'count'");
        assertThatThrownBy(() -> SceneReader.parse(SMALL + "{}")).isInstanceOf(DioramaException.class);
    }

    @Test
    void deepNestingIsRefusedBeforeItIsFollowed() {
        String deep = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);

        assertThatThrownBy(() -> SceneReader.parse(deep)).isInstanceOf(DioramaException.class);
    }
}
