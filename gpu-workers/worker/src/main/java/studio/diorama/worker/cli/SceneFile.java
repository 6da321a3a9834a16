package studio.diorama.worker.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Parameters;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.run.DatasetPipeline;
import studio.diorama.dataset.scene.SceneDescription;
import studio.diorama.dataset.scene.SceneReader;
import studio.diorama.dataset.scene.Scenes;

/// The scene that a command is about: a file, or one of those that come along.
final class SceneFile {

    @Parameters(
            paramLabel = "SCENE.json",
            description = "The scene, or the name of one that comes along, such as hello-world.")
    private String scene;

    /// @throws DioramaException naming the scenes that come along where there is no such file
    SceneDescription read() {
        if (Scenes.names().contains(scene)) {
            return SceneReader.parse(Scenes.text(scene));
        }
        if (!Files.isRegularFile(Path.of(scene))) {
            throw new DioramaException(
                    ErrorCode.NOT_FOUND,
                    "There is no scene file “%s”. Give a file, or one of the scenes that come along: %s."
                            .formatted(scene, String.join(", ", Scenes.names())));
        }
        return SceneReader.read(Path.of(scene));
    }

    /// Finds the scene's files beside it.
    DatasetPipeline pipeline() {
        Path folder = Path.of(scene).toAbsolutePath().getParent();
        return DatasetPipeline.onThisMachine(folder);
    }

    /// What is wrong with a scene or a request, found before its first frame, is wrong use; all else is a failure.
    static <T> T usedRightly(Reporting reporting, Supplier<T> work) {
        try {
            return work.get();
        } catch (DioramaException e) {
            throw switch (e.code()) {
                case INVALID_INPUT, NOT_FOUND, TOO_LARGE -> reporting.wrongUse(e.getMessage());
                default -> e;
            };
        }
    }
}
