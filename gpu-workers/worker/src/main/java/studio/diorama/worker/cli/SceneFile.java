package studio.diorama.worker.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;
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

    SceneDescription read() {
        return Scenes.names().contains(scene)
                ? SceneReader.parse(Scenes.text(scene))
                : SceneReader.read(Path.of(scene));
    }

    /// Finds the scene's files beside it.
    DatasetPipeline pipeline() {
        Path folder = Path.of(scene).toAbsolutePath().getParent();
        return DatasetPipeline.onThisMachine(folder);
    }
}
