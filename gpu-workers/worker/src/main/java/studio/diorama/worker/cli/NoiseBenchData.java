package studio.diorama.worker.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What the benchmarks of camera noise have in common: where pairs are, and where trainings are kept.
final class NoiseBenchData {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A folder with camera-noise/polyu and photos/kodak; what is missing is left out"
                    + " (environment variable DIORAMA_TEST_DATA, else ../shared/data beside the project).")
    private Path data;

    @Option(
            names = "--trainings",
            paramLabel = "DIR",
            description = "Keep what is trained on the way here: a stopped run goes on, and what was trained is not"
                    + " trained again (a folder that goes).")
    private Path trainings;

    Path folder(Reporting reporting) {
        if (data != null && !Files.isDirectory(data)) {
            throw reporting.wrongUse("There is no folder " + data + ".");
        }
        return data != null ? data : TestData.folder();
    }

    Optional<Path> trainings() {
        return Optional.ofNullable(trainings);
    }
}
