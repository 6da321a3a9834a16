package studio.diorama.dataset.scene;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.diorama.common.DioramaException;

/// The published schema and the reader say the same of the same files, wherever a schema can say it.
class SceneSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static JsonSchema schema;

    @BeforeAll
    static void loadSchema() throws IOException {
        try (InputStream input = SceneSchemaTest.class.getResourceAsStream("/schema/diorama.scene.1.json")) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(input);
        }
    }

    @Test
    void everySceneThatShipsIsAccepted() throws IOException {
        for (String name : Scenes.names()) {
            assertThat(schema.validate(JSON.readTree(Scenes.text(name))))
                    .as(name)
                    .isEmpty();
            assertThat(SceneReader.parse(Scenes.text(name)).name()).as(name).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"scale\": [1, 2, {\"uniform\": [1, 2]}]",
                "\"scale\": {\"logUniform\": [0.5, 2], \"per\": \"dataset\", \"seed\": \"size\"}",
                "\"scale\": {\"normal\": [1, 0.1], \"clamp\": [0.5, 2]}",
                "\"position\": {\"shell\": {\"radius\": 2}}",
                "\"position\": {\"choice\": [{\"percent\": 100, \"value\": [1, 2, 3]}], \"stratified\": true}",
                "\"rotation\": {\"yaw\": {\"uniform\": [0, 6]}}",
                "\"rotation\": {\"quaternion\": [0, 0, 0, 1]}",
                "\"material\": {\"texture\": {\"oneOf\": [\"wood\", \"tile\"]}, \"metallic\": 1}",
                "\"motion\": {\"velocity\": [1, 0, 0]}",
            })
    void bothAccept(String key) throws IOException {
        assertThat(verdicts(key)).containsOnly(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"cuont\": 2",
                "\"scale\": \"big\"",
                "\"scale\": [1, 2]",
                "\"scale\": {\"uniform\": [1, 2, 3]}",
                "\"scale\": {\"uniform\": [1, 2], \"logUniform\": [1, 2]}",
                "\"scale\": {\"normal\": [1, 0.1]}",
                "\"scale\": {\"uniform\": [1, 2], \"per\": \"week\"}",
                "\"scale\": {\"choice\": [{\"percent\": 100, \"value\": {\"uniform\": [1, 2], \"per\": \"clip\"}}]}",
                "\"position\": {\"shell\": {}}",
                "\"position\": null",
                "\"rotation\": {\"yaw\": 1, \"angles\": [0, 0, 0]}",
                "\"material\": {\"colour\": 1}",
                "\"physics\": \"fly\"",
                "\"labels\": true",
            })
    void bothRefuse(String key) throws IOException {
        assertThat(verdicts(key)).containsOnly(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"fovY\": 0.8, \"focal\": 35, \"sensorWidth\": 36",
                "\"focal\": 35",
                "\"fovY\": 0.8, \"lookAt\": [0, 0, 0], \"rotation\": \"any\"",
                "\"fovY\": 0.8, \"noise\": {}",
                "\"fovY\": 0.8, \"distortion\": {\"k9\": 1}",
            })
    void bothRefuseACamera(String keys) throws IOException {
        String scene = SceneReaderTest.SMALL.replace("\"fovY\": 0.8", keys);

        assertThat(List.of(schemaAccepts(scene), readerAccepts(scene))).containsOnly(false);
    }

    private static List<Boolean> verdicts(String key) throws IOException {
        String scene = SceneReaderTest.SMALL.replace("\"count\": 2", key);
        return List.of(schemaAccepts(scene), readerAccepts(scene));
    }

    private static boolean schemaAccepts(String scene) throws IOException {
        JsonNode node = JSON.readTree(scene);
        return schema.validate(node).isEmpty();
    }

    private static boolean readerAccepts(String scene) {
        try {
            SceneReader.parse(scene);
            return true;
        } catch (DioramaException e) {
            return false;
        }
    }
}
