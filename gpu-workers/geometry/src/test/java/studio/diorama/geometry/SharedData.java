package studio.diorama.geometry;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Test data that is not part of the repository.
public final class SharedData {

    private SharedData() {}

    /// A file of the shared data; skips the test where it is absent.
    public static Path file(String name) {
        String given = System.getenv("DIORAMA_TEST_DATA");
        Path folder = given == null ? root().resolve("../shared/data").normalize() : Path.of(given);
        Path file = folder.resolve(name);
        assumeTrue(Files.isRegularFile(file), "skipped: the shared data has no " + name);
        return file;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn")) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
