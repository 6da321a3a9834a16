package studio.diorama.dataset.asset;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.scene.AssetSource;

/// The files beside a scene.
record FolderFiles(Path folder) implements AssetFiles {

    FolderFiles {
        requireNonNull(folder, "folder is null");
    }

    @Override
    public Path locate(AssetSource source) {
        return switch (source) {
            case AssetSource.File file -> inside(file.path());
            case AssetSource.Artifact artifact ->
                throw new DioramaException(
                        ErrorCode.NOT_FOUND,
                        "Artifact '%s' lives in the studio: download it and name it as a file."
                                .formatted(artifact.id()));
            case AssetSource.Builtin builtin -> throw new IllegalArgumentException(builtin + " has no file");
        };
    }

    private Path inside(String path) {
        try {
            Path file = folder.resolve(path).toRealPath();
            if (file.startsWith(folder.toRealPath()) && Files.isRegularFile(file)) {
                return file;
            }
        } catch (IOException e) {
            throw absent(path, e);
        }
        throw absent(path, null);
    }

    private static DioramaException absent(String path, IOException cause) {
        return new DioramaException(
                ErrorCode.NOT_FOUND,
                "Expected the file '%s' in the scene's folder; it is not there.".formatted(path),
                cause);
    }
}
