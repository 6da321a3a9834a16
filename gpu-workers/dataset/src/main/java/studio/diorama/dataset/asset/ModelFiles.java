package studio.diorama.dataset.asset;

import java.nio.file.Path;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.scene.AssetRule;

/// Models from files.
final class ModelFiles {

    private ModelFiles() {}

    static SceneAsset read(String name, AssetRule rule, Path file) {
        throw new DioramaException(
                ErrorCode.UNSUPPORTED_MEDIA,
                "the model file '%s' of '%s' (%s) cannot be read: only built-in assets can."
                        .formatted(file.getFileName(), name, SceneAssets.licence(rule)));
    }
}
