package studio.diorama.testing;

import java.nio.file.Path;

/// Where third-party data for tests may be: it never enters the repository.
public final class TestData {

    private TestData() {}

    public static Path folder() {
        String named = System.getenv("DIORAMA_TEST_DATA");
        return named != null
                ? Path.of(named)
                : StudioProcess.root().resolve("../shared/data").normalize();
    }
}
