package studio.diorama.geometry.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.Primitives;

/// The Khronos validator, the independent judge of what is written. It runs in Node.js and is fetched once, into
/// `target`.
class GltfValidatorTest {

    private static final String PACKAGE = "gltf-validator@2.0.0-dev.3.10";
    private static final Path HOME = Path.of("target", "gltf-validator").toAbsolutePath();
    private static final String SCRIPT = """
            const validator = require('gltf-validator');
            const bytes = require('fs').readFileSync(process.argv[1]);
            validator.validateBytes(new Uint8Array(bytes)).then(report => console.log(JSON.stringify(report.issues)));
            """;

    @TempDir
    Path folder;

    @BeforeAll
    static void fetchTheValidator() throws IOException, InterruptedException {
        assumeTrue(succeeds(List.of("node", "--version")), "skipped: the Khronos validator needs Node.js on the path");
        Files.createDirectories(HOME);
        if (!Files.isDirectory(HOME.resolve("node_modules/gltf-validator"))) {
            assumeTrue(
                    succeeds(
                            List.of("npm", "install", "--no-save", "--no-audit", "--prefix", HOME.toString(), PACKAGE)),
                    "skipped: the Khronos validator could not be fetched by npm");
        }
    }

    @Test
    void findsNothingWrongWithAModelThatUsesEverything() throws IOException, InterruptedException {
        validate(Models.waving());
    }

    @Test
    void findsNothingWrongWithPrimitivesAndTheEmptyModel() throws IOException, InterruptedException {
        validate(Model.of("torus", Primitives.torus(1, 0.25, 48), Material.DEFAULT));
        validate(Model.of("plane", Primitives.plane(1, 1, 300), Material.DEFAULT));
        validate(Model.of(
                "sign",
                Primitives.box(1, 1, 1),
                Material.builder("sign").unlit(true).build()));
        validate(new Model("", List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void wouldFindAMistake() throws IOException, InterruptedException {
        Path file = folder.resolve("wrong.glb");
        Files.write(file, GltfBytes.glb("{\"asset\":{\"version\":\"2.0\"},\"scene\":3} ", List.of()));
        assertThat(issues(file).path("numErrors").asInt()).isPositive();
    }

    private void validate(Model model) throws IOException, InterruptedException {
        Path file = folder.resolve("model.glb");
        Gltf.write(model, file);
        JsonNode issues = issues(file);
        assertThat(issues.path("numErrors").asInt(-1))
                .as(issues.toPrettyString())
                .isZero();
        assertThat(issues.path("numWarnings").asInt(-1))
                .as(issues.toPrettyString())
                .isZero();
    }

    private static JsonNode issues(Path file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("node", "-e", SCRIPT, file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of("NODE_PATH", HOME.resolve("node_modules").toString()));
        Process process = builder.start();
        JsonNode report = new ObjectMapper().readTree(process.getInputStream());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return report;
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
