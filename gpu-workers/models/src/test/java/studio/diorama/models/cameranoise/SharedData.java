package studio.diorama.models.cameranoise;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Third-party data beside the repository: the folder named by `DIORAMA_TEST_DATA`, else `../shared/data`.
public final class SharedData {

    private SharedData() {}

    /// Skips the test, saying so, where the folder is absent.
    public static Path folder(String relative) {
        Path folder = root().resolve(relative);
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: no test data " + relative);
        return folder;
    }

    private static Path root() {
        String named = System.getenv("DIORAMA_TEST_DATA");
        if (named != null) {
            return Path.of(named);
        }
        Path repository = Path.of("").toAbsolutePath();
        while (repository.getParent() != null && !Files.isDirectory(repository.resolve(".mvn"))) {
            repository = repository.getParent();
        }
        return repository.resolveSibling("shared").resolve("data");
    }
}
