package studio.diorama.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who has read one deep model knows where everything of the next is: a folder with a network has all of these files.
class ModelShapeTest {

    private static final List<String> PARTS =
            List.of("Config", "Batch", "Network", "Losses", "Data", "Trainer", "Pipeline", "Metrics");

    private static final Path SOURCES =
            Path.of("..", "gpu-workers", "models", "src", "main", "java", "studio", "diorama", "models");

    @TestFactory
    List<DynamicTest> everyModelHasTheSameShape() throws IOException {
        return networks().stream()
                .map(network -> DynamicTest.dynamicTest(name(network), () -> {
                    Path folder = network.getParent();
                    assertThat(folder.resolve("package-info.java")).exists();
                    assertThat(PARTS)
                            .allSatisfy(part -> assertThat(folder.resolve(name(network) + part + ".java"))
                                    .exists());
                }))
                .toList();
    }

    @Test
    void thereIsAModelToCopy() throws IOException {
        assertThat(networks()).isNotEmpty();
    }

    /// A model's own network, not one of its blocks: it is called like its folder.
    private static List<Path> networks() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.getFileName().toString().endsWith("Network.java"))
                    .filter(file -> file.getParent().getFileName().toString().equalsIgnoreCase(name(file)))
                    .toList();
        }
    }

    private static String name(Path network) {
        return network.getFileName().toString().replace("Network.java", "");
    }
}
