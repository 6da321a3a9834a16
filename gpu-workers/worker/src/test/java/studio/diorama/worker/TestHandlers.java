package studio.diorama.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.job.CameraNoiseSpec;

/// Handlers that do what a test wants in place of camera noise.
final class TestHandlers {

    private TestHandlers() {}

    static JobHandlers noise(JobHandler<CameraNoiseSpec> handler) {
        return new JobHandlers(
                (spec, context) -> {}, handler, (spec, context) -> {}, (spec, context) -> {}, (spec, context) -> {});
    }

    static CameraNoiseSpec spec(Asset photo, long seed) {
        return new CameraNoiseSpec(1, "isotropic", "Camera", null, 400, seed, List.of(photo.id()), Set.of(8), false);
    }

    /// A small result with the given content.
    static void write(JobContext context, String content) throws IOException {
        Path file = context.newFile(".bin");
        Files.writeString(file, content);
        context.output(new JobOutput(
                AssetKind.DATASET,
                content + ".zip",
                "application/zip",
                file,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of()));
    }

    /// Keeps a thread busy until it is asked to stop, as a long computation does.
    static void workUntilStopped(JobContext context) {
        while (true) {
            context.throwIfRequested();
            Thread.onSpinWait();
            if (Thread.interrupted()) {
                throw new IllegalStateException("jobs are asked to stop, never interrupted");
            }
        }
    }
}
