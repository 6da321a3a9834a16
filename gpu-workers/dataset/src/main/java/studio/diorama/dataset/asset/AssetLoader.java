package studio.diorama.dataset.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.format.ModelInfo;
import studio.diorama.dataset.format.RigidPose;
import studio.diorama.dataset.format.Rotation;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.library.BuiltinAsset;
import studio.diorama.dataset.library.BuiltinAssets;
import studio.diorama.dataset.library.Symmetry;
import studio.diorama.dataset.sampling.Components;
import studio.diorama.dataset.sampling.Rotations;
import studio.diorama.dataset.scene.AssetRule;
import studio.diorama.dataset.scene.AssetSource;
import studio.diorama.dataset.scene.SceneDescription;

/// Finds the models of a scene.
final class AssetLoader {

    private AssetLoader() {}

    /// @throws DioramaException where an asset is absent, broken or too large; the message names it
    static Map<String, SceneAsset> load(SceneDescription scene, AssetFiles files) {
        Map<String, SceneAsset> loaded = new TreeMap<>();
        new TreeMap<>(scene.assets()).forEach((name, rule) -> loaded.put(name, load(name, rule, files)));
        return loaded;
    }

    private static SceneAsset load(String name, AssetRule rule, AssetFiles files) {
        try {
            return switch (rule.source()) {
                case AssetSource.Builtin builtin -> builtin(name, rule, builtin);
                case AssetSource.File file -> ModelFiles.read(name, rule, files.locate(file));
                case AssetSource.Artifact artifact -> ModelFiles.read(name, rule, files.locate(artifact));
            };
        } catch (IllegalArgumentException e) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, "Scene assets.%s: %s.".formatted(name, e.getMessage()), e);
        } catch (DioramaException e) {
            throw new DioramaException(e.code(), "Scene assets.%s: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static SceneAsset builtin(String name, AssetRule rule, AssetSource.Builtin source) {
        BuiltinAsset made = BuiltinAssets.get(source.name(), source.variant());
        return new SceneAsset(
                name,
                ModelHash.of(made.model()),
                rule.licence().orElse(made.licence()),
                rule.lineage().orElse("builtin/%s/%d".formatted(source.name(), source.variant())),
                made.model(),
                made.keypoints().stream()
                        .map(point -> new AssetKeypoint(point.name(), point.position(), point.node()))
                        .toList(),
                symmetry(made.symmetries()));
    }

    /// Turns about lines as rigid motions: an axis of order n gives its n - 1 turns.
    private static AssetSymmetry symmetry(List<Symmetry> symmetries) {
        List<RigidPose> discrete = new ArrayList<>();
        List<ModelInfo.Axis> continuous = new ArrayList<>();
        for (Symmetry symmetry : symmetries) {
            Vector3 axis = new Vector3(
                    symmetry.axis().x(), symmetry.axis().y(), symmetry.axis().z());
            Vector3 through = new Vector3(
                    symmetry.through().x(),
                    symmetry.through().y(),
                    symmetry.through().z());
            if (symmetry.isContinuous()) {
                continuous.add(new ModelInfo.Axis(axis, through));
            }
            for (int step = 1; step < symmetry.order(); step++) {
                discrete.add(turn(axis, through, 2 * StrictMath.PI * step / symmetry.order()));
            }
        }
        return new AssetSymmetry(discrete, continuous);
    }

    private static RigidPose turn(Vector3 axis, Vector3 through, double radians) {
        Components quaternion = Rotations.aboutAxis(axis.x(), axis.y(), axis.z(), radians);
        Rotation rotation =
                Rotation.ofQuaternion(quaternion.get(0), quaternion.get(1), quaternion.get(2), quaternion.get(3));
        return new RigidPose(rotation, through.plus(rotation.apply(through).times(-1)));
    }
}
