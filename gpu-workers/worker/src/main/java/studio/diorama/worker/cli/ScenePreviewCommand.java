package studio.diorama.worker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.diorama.common.Seed;
import studio.diorama.dataset.run.ScenePreview;

/// Shows a frame.
@Command(
        name = "preview",
        description = "One frame with its labels drawn over it, as one picture; nothing is published.")
final class ScenePreviewCommand implements Callable<Integer> {

    @Mixin
    private Reporting reporting;

    @Mixin
    private SceneFile scene;

    @Option(names = "--frame", defaultValue = "0", paramLabel = "K", description = "Which frame (${DEFAULT-VALUE}).")
    private long frame;

    @Option(names = "--seed", defaultValue = "0", description = "Of everything that is drawn (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE.png", description = "The picture.")
    private Path out;

    @Option(names = "--force", description = "Write over a picture that is there.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        if (frame < 0) {
            throw reporting.wrongUse("--frame must be 0 or more, got " + frame + ".");
        }
        Path file = Outputs.newFile(out, force);
        try (ScenePreview preview = SceneFile.usedRightly(
                reporting, () -> scene.pipeline().preview(scene.read(), new Seed(seed), frame + 1))) {
            Files.write(file, preview.sheet(frame));
        }
        reporting.answer("Frame %d in %s".formatted(frame, file), Map.of("frame", frame, "out", file.toString()));
        return 0;
    }
}
