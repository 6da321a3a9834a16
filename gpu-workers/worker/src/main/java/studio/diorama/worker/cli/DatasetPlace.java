package studio.diorama.worker.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.diorama.dataset.run.DatasetPipeline;

/// A rendered dataset that a command is about.
final class DatasetPlace {

    @Parameters(paramLabel = "DIR", description = "The dataset's folder, or its manifest.json.")
    private Path place;

    @Option(
            names = "--assets",
            paramLabel = "DIR",
            description = "Where the scene's own files are, if it has any (the dataset's folder).")
    private Path assets;

    Path folder() {
        return Files.isRegularFile(place) ? place.toAbsolutePath().getParent() : place;
    }

    DatasetPipeline pipeline() {
        return DatasetPipeline.onThisMachine(assets == null ? folder() : assets);
    }
}
