package studio.diorama.dataset.asset;

import java.nio.file.Path;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.scene.AssetSource;

/// Where the files of a scene are: beside it, or in the studio's store.
@FunctionalInterface
public interface AssetFiles {

    /// A scene of built-in things alone.
    AssetFiles NONE = source -> {
        throw new DioramaException(
                ErrorCode.INVALID_INPUT,
                "The scene names a file, but it has no folder: expected built-in assets alone.");
    };

    /// The file of a source that is none of the built-in ones.
    ///
    /// @throws DioramaException where there is no such file
    Path locate(AssetSource source);

    /// Files inside a folder; links that lead out of it are refused.
    static AssetFiles in(Path folder) {
        return new FolderFiles(folder);
    }
}
