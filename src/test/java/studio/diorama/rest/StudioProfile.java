package studio.diorama.rest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// An installation of its own for tests: a fresh folder, free ports, no worker.
public class StudioProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "diorama.data", folder().toString(),
                "diorama.worker.local", "false",
                "diorama.limits.requests-per-minute", "100000",
                "quarkus.http.test-port", "0",
                "quarkus.management.test-port", "0");
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("diorama-rest");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
