package studio.diorama.worker.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import studio.diorama.models.cameranoise.fit.NoiseFit;
import studio.diorama.models.cameranoise.fit.PairFile;

/// Which camera a folder of pictures is of, for the commands that make a camera of one's own.
final class OwnCameraOptions {

    @Option(
            names = "--camera",
            paramLabel = "NAME",
            description = "Which camera, where the folder holds several, or what to call it.")
    private String camera;

    @Option(names = "--iso", paramLabel = "N", description = "The ISO, where names and EXIF do not state it.")
    private Integer iso;

    Optional<String> camera() {
        return Optional.ofNullable(camera);
    }

    OptionalInt iso() {
        return iso == null ? OptionalInt.empty() : OptionalInt.of(iso);
    }

    /// What the camera will be called.
    ///
    /// @param pairs of one camera
    String name(List<PairFile> pairs) {
        return camera == null ? pairs.getFirst().camera() : camera;
    }

    /// The pairs of the camera that is meant.
    List<PairFile> ofOneCamera(List<PairFile> found, Reporting reporting) {
        List<String> cameras = NoiseFit.cameras(found);
        if (cameras.size() == 1) {
            return found;
        }
        List<PairFile> chosen = found.stream()
                .filter(pair -> pair.camera().equalsIgnoreCase(camera))
                .toList();
        if (chosen.isEmpty()) {
            throw reporting.wrongUse("The folder holds pairs of several cameras, %s: choose one with --camera."
                    .formatted(String.join(", ", cameras)));
        }
        return chosen;
    }
}
