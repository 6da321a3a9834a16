package studio.diorama.dataset.scene;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// A scene with its ranges: all that frames are drawn from.
///
/// @param name what people call it
/// @param source the file's JSON; not to be changed
/// @param hash SHA-256 of the file's meaning (keys sorted, no white space), in hexadecimal
/// @param classes what labels may say; ids from 1, 0 is void
/// @param assets models by the name that objects use
/// @param objects what stands in the scene
/// @param lights what shines
/// @param cameras what looks, at least one
/// @param weather fog, rain and snow
/// @param constraints what a drawn frame must fulfil
/// @param clip frames that belong together in time, where the scene moves
public record SceneDescription(
        String name,
        JsonNode source,
        String hash,
        List<SceneClass> classes,
        Map<String, AssetRule> assets,
        List<ObjectRule> objects,
        List<LightRule> lights,
        List<CameraRule> cameras,
        Optional<WeatherRule> weather,
        Constraints constraints,
        Optional<ClipRule> clip) {

    /// The value of the file's key `format`.
    public static final String FORMAT = "diorama.scene/1";

    public SceneDescription {
        requireNonNull(name, "name is null");
        requireNonNull(source, "source is null");
        requireNonNull(hash, "hash is null");
        classes = List.copyOf(classes);
        assets = Map.copyOf(assets);
        objects = List.copyOf(objects);
        lights = List.copyOf(lights);
        cameras = List.copyOf(cameras);
        requireNonNull(weather, "weather is null");
        requireNonNull(constraints, "constraints is null");
        requireNonNull(clip, "clip is null");
        SceneRules.check(classes, assets, objects, lights, cameras);
    }

    /// The class of this name.
    public SceneClass classNamed(String className) {
        return classes.stream()
                .filter(candidate -> candidate.name().equals(className))
                .findFirst()
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.INVALID_INPUT, "The scene has no class '%s'.".formatted(className)));
    }

    /// Frames of one clip, 1 where the scene has no clips.
    public int clipFrames() {
        return clip.map(ClipRule::frames).orElse(1);
    }
}
