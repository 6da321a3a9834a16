package studio.diorama.models.cameranoise.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.models.cameranoise.fit.PairNames;
import studio.diorama.models.cameranoise.fit.PairSettings;

/// Finds bursts of static scenes: a folder of frames, or a folder with such a folder for each scene, or one of those
/// for each camera and ISO.
///
/// Camera and ISO are the caller's word, else what a folder called `<camera>_<iso>` says (the frames' own or the one
/// above), else the first frame's metadata.
public final class BurstFolder {

    private static final int MOST_BURSTS = 1000;

    private BurstFolder() {}

    /// @param camera overrides what folders and metadata say
    /// @param iso overrides what folders and metadata say
    /// @return in the order of their paths, never empty
    /// @throws DioramaException naming the folder that does not fit, and what does
    public static List<Burst> find(Path folder, Optional<String> camera, OptionalInt iso) {
        if (!Files.isDirectory(folder)) {
            throw new DioramaException(ErrorCode.NOT_FOUND, folder.getFileName() + " is not a folder of bursts.");
        }
        List<Path> scenes = new ArrayList<>();
        if (!frames(folder).isEmpty()) {
            scenes.add(folder);
        } else {
            for (Path child : folders(folder)) {
                if (!frames(child).isEmpty()) {
                    scenes.add(child);
                } else {
                    folders(child).stream()
                            .filter(scene -> !frames(scene).isEmpty())
                            .forEach(scenes::add);
                }
            }
        }
        if (scenes.isEmpty()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    ("%s holds no bursts. Expected: at least %d pictures of one static scene in it, or a folder of such"
                                    + " pictures for each scene, at best within folders <camera>_<iso>.")
                            .formatted(folder.getFileName(), Burst.FEWEST_FRAMES));
        }
        if (scenes.size() > MOST_BURSTS) {
            throw new DioramaException(
                    ErrorCode.TOO_LARGE, "At most %d bursts are taken, got %d.".formatted(MOST_BURSTS, scenes.size()));
        }
        return scenes.stream().map(scene -> burst(scene, camera, iso)).toList();
    }

    private static Burst burst(Path scene, Optional<String> camera, OptionalInt iso) {
        List<Path> frames = frames(scene);
        Path absolute = scene.toAbsolutePath().normalize();
        PairNames.CameraIso fromFolder = PairNames.cameraIso(absolute)
                .or(() -> Optional.ofNullable(absolute.getParent())
                        .filter(parent -> parent.getFileName() != null)
                        .flatMap(PairNames::cameraIso))
                .orElse(null);
        PairNames.CameraIso settings = PairSettings.of(frames.getFirst(), camera, iso, fromFolder);
        return new Burst(
                settings.camera(), settings.iso(), absolute.getFileName().toString(), frames);
    }

    private static List<Path> frames(Path folder) {
        return children(folder, file -> {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            return Files.isRegularFile(file) && !name.startsWith(".") && name.matches(".*\\.(png|jpe?g|tiff?|webp)");
        });
    }

    private static List<Path> folders(Path folder) {
        return children(folder, Files::isDirectory);
    }

    private static List<Path> children(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
