package studio.diorama.models.cameranoise.fit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// What the names of files and folders say of a pair.
public final class PairNames {

    private static final Pattern POLYU = Pattern.compile(
            "(?<camera>[^_]+)_[^_]+_[^_]+_(?<iso>\\d{2,7})_(?<scene>.+?)_+\\d+_real\\.jpe?g", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAMERA_ISO = Pattern.compile("(?<camera>.+)_(?<iso>\\d{2,7})");

    private PairNames() {}

    /// What a camera was set to.
    public record CameraIso(String camera, int iso) {}

    static Optional<PairFile> polyU(Path real) {
        Matcher name = POLYU.matcher(real.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        String meanName = real.getFileName().toString().replaceFirst("_real(?=\\.[^.]+$)", "_mean");
        Path mean = real.resolveSibling(meanName);
        if (!Files.isRegularFile(mean)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, "%s has no partner %s.".formatted(real.getFileName(), meanName));
        }
        return Optional.of(new PairFile(
                name.group("camera"), Integer.parseInt(name.group("iso")), name.group("scene"), mean, real));
    }

    /// The scene in a file name that says it as PolyU's do; empty where it is named otherwise.
    public static Optional<String> scene(String fileName) {
        Matcher name = POLYU.matcher(fileName);
        return name.matches() ? Optional.of(name.group("scene")) : Optional.empty();
    }

    /// From a folder called `<camera>_<iso>`; empty where it is called otherwise.
    public static Optional<CameraIso> cameraIso(Path folder) {
        Matcher name = CAMERA_ISO.matcher(folder.getFileName().toString());
        return name.matches()
                ? Optional.of(new CameraIso(name.group("camera"), Integer.parseInt(name.group("iso"))))
                : Optional.empty();
    }

    /// The file name without its ending.
    public static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
