package studio.diorama.worker.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.imaging.ImageLimits;
import studio.diorama.imaging.PhotoDecoder;
import studio.diorama.models.cameranoise.NoiseSource;

/// The pictures that a command was given: files, and folders with all that is below them.
final class PictureFiles {

    private static final String ENDINGS = ".*\\.(png|jpe?g|webp|tiff?)";

    private PictureFiles() {}

    /// In the given order, folders sorted by path; decoded when their turn comes.
    static List<NoiseSource> sources(List<Path> places) {
        List<Path> files = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                files.addAll(pictures(place));
            } else if (Files.isRegularFile(place)) {
                files.add(place);
            } else {
                throw new DioramaException(ErrorCode.NOT_FOUND, "There is no file or folder %s.".formatted(place));
            }
        }
        if (files.isEmpty()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Pictures (PNG, JPEG, WebP, TIFF) expected, found none in " + places + ".");
        }
        return files.stream()
                .map(file -> NoiseSource.of(stem(file), () -> PhotoDecoder.decode(file, ImageLimits.PHOTO)))
                .toList();
    }

    private static List<Path> pictures(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .matches(ENDINGS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
