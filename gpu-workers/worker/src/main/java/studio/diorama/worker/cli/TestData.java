package studio.diorama.worker.cli;

import java.nio.file.Path;
import java.util.Optional;

/// Where benchmarks look for data that is not part of the project.
final class TestData {

    private TestData() {}

    static Path folder() {
        return Optional.ofNullable(System.getenv("DIORAMA_TEST_DATA"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("studio.root", ".")).resolve("../shared/data"));
    }
}
