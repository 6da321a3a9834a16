package studio.diorama.models.cameranoise.fit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Finds clean/noisy pairs in a folder, laid out in one of three ways:
///
/// - files `camera_aperture_shutter_ISO_scene_n_real.JPG` and `…_mean.JPG` (PolyU);
/// - folders `instance_scene_camera_iso_shutter_kelvin_brightness` with `*_NOISY_SRGB_010.PNG` and
///   `*_GT_SRGB_010.PNG` (SIDD);
/// - folders `clean/` and `noisy/` of files with the same names, endings aside; camera and ISO are given by the
///   caller, or by the parent folder's name `<camera>_<iso>`, or by the noisy photograph's metadata. Any number of
///   such parents may lie side by side.
public final class PairFolder {

    private static final int MOST_PAIRS = 100_000;

    private PairFolder() {}

    /// @param camera overrides what the third layout's folder and metadata say
    /// @param iso overrides what the third layout's folder and metadata say
    /// @return sorted by camera, ISO and file name, never empty
    /// @throws DioramaException naming the folder or file that does not fit, and the layouts that do
    public static List<PairFile> find(Path folder, Optional<String> camera, OptionalInt iso) {
        if (!Files.isDirectory(folder)) {
            throw new DioramaException(ErrorCode.NOT_FOUND, folder + " is not a folder of clean/noisy pairs.");
        }
        List<PairFile> pairs = new ArrayList<>();
        for (Path file : files(folder)) {
            PairNames.polyU(file).ifPresent(pairs::add);
        }
        if (pairs.isEmpty()) {
            for (Path child : folders(folder)) {
                SiddName.of(child).ifPresent(name -> pairs.addAll(siddPairs(child, name)));
            }
        }
        if (pairs.isEmpty()) {
            List<Path> parents = new ArrayList<>(folders(folder));
            parents.addFirst(folder);
            for (Path parent : parents) {
                if (Files.isDirectory(parent.resolve("clean")) && Files.isDirectory(parent.resolve("noisy"))) {
                    pairs.addAll(siblings(parent, camera, iso));
                }
            }
        }
        if (pairs.isEmpty()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    ("%s holds no clean/noisy pairs. Expected: folders clean/ and noisy/ with files of the same names; or folders <camera>_<iso> holding these two; "
                                    + "or files camera_aperture_shutter_ISO_scene_n_real.JPG and …_mean.JPG; or SIDD's folders.")
                            .formatted(folder.getFileName()));
        }
        if (pairs.size() > MOST_PAIRS) {
            throw new DioramaException(
                    ErrorCode.TOO_LARGE, "At most %d pairs are taken, got %d.".formatted(MOST_PAIRS, pairs.size()));
        }
        pairs.sort(Comparator.comparing(PairFile::camera)
                .thenComparingInt(PairFile::iso)
                .thenComparing(pair -> pair.noisy().toString()));
        return List.copyOf(pairs);
    }

    private static List<PairFile> siddPairs(Path folder, SiddName name) {
        List<PairFile> pairs = new ArrayList<>();
        for (Path noisy : files(folder)) {
            String noisyName = noisy.getFileName().toString();
            if (noisyName.toUpperCase(Locale.ROOT).contains("NOISY_SRGB_01")) {
                Path clean = folder.resolve(noisyName.replace("NOISY", "GT").replace("noisy", "gt"));
                requireTwin(noisy, clean);
                pairs.add(new PairFile(name.camera(), name.iso(), name.sceneName(), clean, noisy));
            }
        }
        return pairs;
    }

    private static List<PairFile> siblings(Path parent, Optional<String> camera, OptionalInt iso) {
        Map<String, Path> cleanByStem = new TreeMap<>();
        for (Path clean : files(parent.resolve("clean"))) {
            cleanByStem.put(PairNames.stem(clean), clean);
        }
        Optional<PairNames.CameraIso> fromFolder = PairNames.cameraIso(parent);
        List<PairFile> pairs = new ArrayList<>();
        for (Path noisy : files(parent.resolve("noisy"))) {
            Path clean = cleanByStem.remove(PairNames.stem(noisy));
            if (clean == null) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "noisy/%s has no partner of the same name in clean/.".formatted(noisy.getFileName()));
            }
            PairNames.CameraIso settings = PairSettings.of(noisy, camera, iso, fromFolder.orElse(null));
            pairs.add(new PairFile(settings.camera(), settings.iso(), PairNames.stem(noisy), clean, noisy));
        }
        if (!cleanByStem.isEmpty()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "clean/%s has no partner of the same name in noisy/."
                            .formatted(cleanByStem.values().iterator().next().getFileName()));
        }
        return pairs;
    }

    private static void requireTwin(Path noisy, Path clean) {
        if (!Files.isRegularFile(clean)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "%s has no partner %s.".formatted(noisy.getFileName(), clean.getFileName()));
        }
    }

    private static List<Path> files(Path folder) {
        return children(
                folder,
                path -> Files.isRegularFile(path)
                        && !path.getFileName().toString().startsWith("."));
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
