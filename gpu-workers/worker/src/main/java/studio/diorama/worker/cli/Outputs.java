package studio.diorama.worker.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Keeps commands from writing over what is there.
final class Outputs {

    private Outputs() {}

    /// @throws DioramaException if there is such a file, unless `force`
    static Path newFile(Path file, boolean force) {
        if (Files.exists(file) && !force) {
            throw new DioramaException(
                    ErrorCode.CONFLICT,
                    "%s is there already. Choose another name, or write over it with --force.".formatted(file));
        }
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /// @throws DioramaException if the folder holds anything, unless `force`
    static Path newFolder(Path folder, boolean force) {
        try {
            if (Files.exists(folder) && !force) {
                try (Stream<Path> children = Files.list(folder)) {
                    if (children.findAny().isPresent()) {
                        throw new DioramaException(
                                ErrorCode.CONFLICT,
                                "The folder %s is not empty. Choose another one, or write into it with --force."
                                        .formatted(folder));
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
