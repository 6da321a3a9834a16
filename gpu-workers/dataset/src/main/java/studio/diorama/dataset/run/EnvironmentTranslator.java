package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.file.FileLimits;
import studio.diorama.dataset.file.RadianceFile;
import studio.diorama.dataset.frame.ResolvedEnvironment;
import studio.diorama.render.Environment;
import studio.diorama.render.HdrMap;

/// Puts the light from all around into the renderer's words; panoramas are read once while memory lasts.
final class EnvironmentTranslator {

    private final SceneAssets assets;
    private final Map<String, SoftReference<HdrMap>> maps = new ConcurrentHashMap<>();

    EnvironmentTranslator(SceneAssets assets) {
        this.assets = requireNonNull(assets, "assets is null");
    }

    Environment translate(ResolvedEnvironment environment) {
        return switch (environment) {
            case ResolvedEnvironment.Uniform uniform ->
                new Environment.Uniform(SceneTranslator.vector(uniform.radiance()));
            case ResolvedEnvironment.Sky sky ->
                new Environment.Sky(SceneTranslator.vector(sky.sunDirection()), sky.turbidity(), sky.groundAlbedo());
            case ResolvedEnvironment.Panorama panorama ->
                new Environment.Panorama(map(panorama), panorama.rotation(), panorama.intensity());
        };
    }

    private synchronized HdrMap map(ResolvedEnvironment.Panorama panorama) {
        SoftReference<HdrMap> kept = maps.get(panorama.file());
        HdrMap map = kept == null ? null : kept.get();
        if (map == null) {
            map = read(panorama);
            maps.put(panorama.file(), new SoftReference<>(map));
        }
        return map;
    }

    private HdrMap read(ResolvedEnvironment.Panorama panorama) {
        if (!assets.fileHash(panorama.file()).equals(panorama.sha256())) {
            throw new DioramaException(
                    ErrorCode.CHECKSUM_MISMATCH,
                    "The panorama '%s' has changed since the frame was drawn: put the old file back."
                            .formatted(panorama.file()));
        }
        try {
            RadianceFile.Radiance radiance = RadianceFile.read(assets.file(panorama.file()), FileLimits.DEFAULT);
            return new HdrMap(radiance.width(), radiance.height(), radiance.rgb());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
