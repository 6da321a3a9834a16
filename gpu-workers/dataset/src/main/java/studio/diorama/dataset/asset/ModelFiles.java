package studio.diorama.dataset.asset;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.scene.AssetRule;
import studio.diorama.geometry.io.Gltf;
import studio.diorama.geometry.io.ModelLimits;

/// Models from files.
final class ModelFiles {

    private ModelFiles() {}

    /// @throws DioramaException where the file is of no kind that is read, broken or too large
    static SceneAsset read(String name, AssetRule rule, Path file) {
        String fileName = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!fileName.endsWith(".glb")) {
            throw new DioramaException(
                    ErrorCode.UNSUPPORTED_MEDIA,
                    "expected a model in a .glb file, got '%s'. Export it as binary glTF.".formatted(fileName));
        }
        String hash = SceneAssets.hash(file);
        return new SceneAsset(
                name,
                hash,
                SceneAssets.licence(rule),
                rule.lineage().orElse(hash),
                Gltf.read(file, ModelLimits.DEFAULT),
                List.of(),
                AssetSymmetry.NONE);
    }
}
