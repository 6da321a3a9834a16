package studio.diorama.dataset.frame;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A frame with every value fixed: rendering it needs no randomiser and no physics.
///
/// @param frame counted from 0
/// @param clip the clip it belongs to
/// @param frameInClip its place in the clip
/// @param sceneHash hash of the scene it was drawn from
/// @param seed the dataset's seed
/// @param objects those that are there, by rising instance
/// @param lights besides the environment
/// @param environment the light from all around
/// @param cameras in the scene's order
/// @param weather what is in the air
/// @param seedPaths every path that a value was drawn from
/// @param choices the groups that choices took, by field
/// @param dropped objects that no try could place
/// @param draws how often objects were drawn
public record ResolvedFrame(
        long frame,
        long clip,
        int frameInClip,
        String sceneHash,
        long seed,
        List<ResolvedObject> objects,
        List<ResolvedLight> lights,
        ResolvedEnvironment environment,
        List<ResolvedCamera> cameras,
        ResolvedWeather weather,
        List<String> seedPaths,
        Map<String, List<Integer>> choices,
        List<String> dropped,
        long draws) {

    public ResolvedFrame {
        requireNonNull(sceneHash, "sceneHash is null");
        objects = List.copyOf(objects);
        lights = List.copyOf(lights);
        requireNonNull(environment, "environment is null");
        cameras = List.copyOf(cameras);
        requireNonNull(weather, "weather is null");
        seedPaths = List.copyOf(seedPaths);
        choices = new TreeMap<>(choices);
        dropped = List.copyOf(dropped);
    }

    /// The object of an instance.
    public ResolvedObject object(int instance) {
        return objects.stream()
                .filter(object -> object.instance() == instance)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no instance " + instance));
    }

    /// Part of drawn objects that were kept.
    public double acceptance() {
        return draws == 0 ? 1 : (double) objects.size() / draws;
    }
}
