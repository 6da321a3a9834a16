package studio.diorama.models.cameranoise.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import studio.diorama.imaging.ImageLimits;
import studio.diorama.imaging.PhotoDecoder;
import studio.diorama.models.cameranoise.NoiseSource;

/// The PNG and JPEG photographs of a folder and its sub-folders, in the order of their paths.
final class PhotoFolder {

    private PhotoFolder() {}

    static List<NoiseSource> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g)"))
                    .sorted()
                    .map(file -> NoiseSource.of(stem(file), () -> PhotoDecoder.decode(file, ImageLimits.PHOTO)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
