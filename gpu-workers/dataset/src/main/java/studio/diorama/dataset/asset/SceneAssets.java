package studio.diorama.dataset.asset;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.scene.AssetRule;
import studio.diorama.dataset.scene.AssetSource;
import studio.diorama.dataset.scene.SceneDescription;

/// All models of a scene, loaded before its first frame.
public final class SceneAssets {

    private final Map<String, SceneAsset> assets;
    private final AssetFiles files;
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    private SceneAssets(Map<String, SceneAsset> assets, AssetFiles files) {
        this.assets = Map.copyOf(assets);
        this.files = files;
    }

    /// Loads what a scene names.
    ///
    /// @throws DioramaException where an asset is absent, broken or too large; the message names it
    public static SceneAssets load(SceneDescription scene, AssetFiles files) {
        requireNonNull(files, "files is null");
        return new SceneAssets(AssetLoader.load(scene, files), files);
    }

    /// Models that are there already, for tests and for scenes made by code.
    public static SceneAssets of(List<SceneAsset> ready) {
        Map<String, SceneAsset> assets = new TreeMap<>();
        ready.forEach(asset -> assets.put(asset.name(), asset));
        return new SceneAssets(assets, AssetFiles.NONE);
    }

    /// @param name as in the scene
    public SceneAsset get(String name) {
        SceneAsset asset = assets.get(name);
        if (asset == null) {
            throw new DioramaException(ErrorCode.NOT_FOUND, "The scene has no asset '%s'.".formatted(name));
        }
        return asset;
    }

    /// By name.
    public List<SceneAsset> all() {
        return assets.values().stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /// Another file of the scene, such as a panorama.
    public Path file(String path) {
        return files.locate(new AssetSource.File(path));
    }

    /// The hash of another file of the scene, read once.
    public String fileHash(String path) {
        return hashes.computeIfAbsent(path, name -> hash(file(name)));
    }

    /// The SHA-256 of a file, in hexadecimal.
    public static String hash(Path file) {
        MessageDigest digest = ModelHash.sha256();
        try (InputStream input = new DigestInputStream(Files.newInputStream(file), digest)) {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new DioramaException(
                    ErrorCode.NOT_FOUND, "Cannot read the file '%s'.".formatted(file.getFileName()), e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The licence of an asset that names none.
    static String licence(AssetRule rule) {
        return rule.licence().orElse("not stated");
    }
}
